import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { FormatError } from '../../src/errors.ts'
import { XmlScanner } from '../../src/text/xmlScanner.ts'

const CORPORA = join(import.meta.dirname, '../../../shared/corpora')

type Told = ['open', name: string, attributes: Record<string, string>] | ['close', name: string] | ['text', string]

/** Texts that follow one another are one. */
function told(events: readonly Told[]): Told[] {
  const merged: Told[] = []
  for (const event of events) {
    const last = merged.at(-1)
    if (event[0] !== 'text' || last?.[0] !== 'text') merged.push(event)
    else merged[merged.length - 1] = ['text', last[1] + event[1]]
  }
  return merged.filter((event) => event[0] !== 'text' || event[1] !== '')
}

function scanned(file: string, size = file.length || 1): Told[] | 'refused' {
  const events: Told[] = []
  const scanner = new XmlScanner({
    open: (name, attributes) => events.push(['open', name, { ...attributes }]),
    close: (name) => events.push(['close', name]),
    text: (text) => events.push(['text', text]),
  })
  try {
    for (let at = 0; at < file.length; at += size) scanner.write(file.slice(at, at + size))
    scanner.end()
  } catch (error) {
    if (error instanceof FormatError) return 'refused'
    throw error
  }
  return told(events)
}

/** What the parser makes of it that agrees with libxml2 on three thousand real files. */
function parsed(file: string): Told[] | 'refused' {
  const events: Told[] = []
  const parser = new SaxesParser()
  const refusal = new Error('refused')
  parser.on('error', () => {
    throw refusal
  })
  let depth = 0
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    events.push(['open', name, { ...attributes }])
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    events.push(['close', name])
  })
  for (const kind of ['text', 'cdata'] as const) parser.on(kind, (text) => depth > 0 && events.push(['text', text]))
  try {
    parser.write(file).close()
  } catch (error) {
    if (error === refusal) return 'refused'
    throw error
  }
  return told(events)
}

const PARTS = [
  ...[
    '<a>',
    '</a>',
    '<a/>',
    '<b x="1">',
    '</b>',
    '<a x=\'1\' y="2"/>',
    '<x:é xml:lang="fr"/>',
    '<a',
    '>',
    '/>',
    '</',
    '<',
  ],
  ...[
    '<!-- c -->',
    '<!--',
    '-->',
    '--',
    '<![CDATA[',
    ']]>',
    ']]',
    '<?pi x?>',
    '<?pi?>',
    '<?',
    '?>',
    '<?xml version="1.0"?>',
  ],
  ...['<!DOCTYPE a>', '<!DOCTYPE a SYSTEM "]>">', '<!', '<!-', '<![CDATA'],
  ...[
    '&amp;',
    '&lt;',
    '&#65;',
    '&#x1F600;',
    '&#0;',
    '&#xD800;',
    '&#x110000;',
    '&#12;',
    '&',
    ';',
    '&eacute;',
    '&#;',
    '&#x;',
    '&#X41;',
  ],
  ...[
    ' ',
    '\n',
    '\r',
    '\r\n',
    '\t',
    '=',
    '"',
    "'",
    ' x="1"',
    ' x = "a&amp;\n&#10;b"',
    ' y=1',
    ' x="<"',
    ' 1="2"',
    ' é="è"',
    ' x',
  ],
  ...[
    'words',
    'é',
    '😀',
    '\u0001',
    '\uFFFE',
    '\uFFFF',
    '\u0085',
    '\u2028',
    '\u00A0',
    '\uFEFF',
    '\u00B7',
    '\u037E',
    '-',
    '.',
    '1',
  ],
]
const SEED = { seed: 20_261_125, numRuns: 20_000 }

describe('the same events as saxes, or a refusal where it refuses', () => {
  const part = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PARTS) }, fc.string({ maxLength: 3 }))
  const upTo = (maxLength: number) => fc.array(part, { maxLength }).map((parts) => parts.join(''))
  const [few, parts] = [upTo(2), upTo(8)]
  const size = fc.constantFrom(1, 2, 3, 7, 100)

  test('20,000 files made of what files are made of', () => {
    let read = 0
    fc.assert(
      fc.property(parts, few, size, (inside, behind, size) => {
        const file = `<a>${inside}</a>${behind}`
        const expected = parsed(file)
        if (expected !== 'refused') read += 1
        expect(scanned(file, size)).toEqual(expected)
      }),
      SEED,
    )
    expect(read).toBeGreaterThan(2000)
  })

  test('20,000 files with anything at all where they begin', () => {
    fc.assert(
      fc.property(parts, size, (file, size) => {
        expect(scanned(file, size)).toEqual(parsed(file))
      }),
      SEED,
    )
  })

  test('20,000 single tags', () => {
    fc.assert(
      fc.property(parts, size, (inside, size) => {
        const file = `<a${inside}></a>`
        expect(scanned(file, size)).toEqual(parsed(file))
      }),
      SEED,
    )
  })
})

test.each([
  ['half a character', '<a>\uD83D</a>'],
  ['half a character before a tag', '<a>\uDE00<b/></a>'],
  ['half a character in a mark', '<a><!-\uD83D-></a>'],
  ['entities of its own', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
])('%s is refused, whatever saxes says', (_, file) => {
  for (const size of [1, 100]) expect(scanned(file, size)).toBe('refused')
})

test('a reference is whole wherever a piece ends', () => {
  const file = `<a>${'&amp;'.repeat(30)}${'x'.repeat(45)}&#x1F600;${'y'.repeat(60)} &lt; z &gt;</a>`
  const expected = parsed(file)
  for (let size = 1; size < 80; size++) expect(scanned(file, size)).toEqual(expected)
})

test('a comment, a section, an instruction or a text of 30 million characters costs what it weighs', () => {
  const piece = 'x-]?&amp; '.repeat(6_000)
  for (const [begin, end] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?pi ', '?>'],
    ['', ''],
  ] as const) {
    let [texts, longest] = [0, 0]
    const scanner = new XmlScanner({
      open: () => {},
      close: () => {},
      text: (text) => {
        texts += text.length
        longest = Math.max(longest, text.length)
      },
    })
    scanner.write(`<a>${begin}`)
    for (let count = 0; count < 500; count++) scanner.write(piece)
    scanner.write(`${end}</a>`)
    scanner.end()
    expect(longest).toBeLessThan(piece.length + 100)
    expect(texts).toBe({ '<![CDATA[': 500 * piece.length, '': 500 * 6_000 * 'x-]?& '.length }[begin as string] ?? 0)
  }
})

test('a tag without end is refused before it fills the memory', () => {
  const scanner = new XmlScanner({ open: () => {}, close: () => {}, text: () => {} })
  scanner.write('<a><b x="')
  expect(() => {
    for (let count = 0; count < 100; count++) scanner.write('y'.repeat(60_000))
  }).toThrow(/A tag is longer than 1,000,000 characters/u)
})

describe.skipIf(!existsSync(CORPORA))('real files (skipped where ../shared is absent)', async () => {
  const names = existsSync(CORPORA) ? await readdir(CORPORA, { recursive: true }) : []

  test('the same events from each', { timeout: 60_000 }, async () => {
    let read = 0
    for (const name of names.filter((name) => /\.(?:tmx|tbx|xlf|xliff|xml)$/u.test(name))) {
      const bytes = await readFile(join(CORPORA, name))
      const file = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8').decode(bytes)
      if (/<!DOCTYPE[^>]*\[/u.test(file)) continue
      const expected = parsed(file)
      expect(scanned(file), name).toEqual(expected)
      expect(scanned(file, 1000), name).toEqual(expected)
      read += 1
    }
    expect(read).toBeGreaterThan(100)
  })
})
