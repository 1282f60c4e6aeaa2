import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FormatError } from '../../src/errors.ts'
import { documentFormatOf } from '../../src/formats/documents.ts'
import { markdown } from '../../src/formats/markdown.ts'
import { text } from '../../src/formats/text.ts'
import { pieces, plain } from '../../src/text/tags.ts'
import type { Code } from '../../src/unit.ts'
import { KINDS } from '../../src/unit.ts'

/** Not the clock: other tests run beside this one. */
const cpuMilliseconds = () => process.cpuUsage().user / 1000

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

/** Every tag of the table stands in the text once, and pairs nest. */
function isBalanced(text: string, codes: readonly Code[]): boolean {
  const open: number[] = []
  const seen: number[] = []
  for (const piece of pieces(text, codes)) {
    if (piece.type === 'open') open.push(piece.number)
    if (piece.type === 'close' && open.pop() !== piece.number) return false
    if (piece.type === 'open' || piece.type === 'alone') seen.push(piece.number)
  }
  return open.length === 0 && seen.join() === codes.map(({ number }) => number).join()
}

const ARTICLE = `# Caucase du Sud

Le **général de brigade** a rencontré *hier* l’attaché
militaire à Bakou. La rencontre s’est tenue
dans la capitale, dit le G<sup>al</sup> Hasanov.

(...)

- Un premier point
- un second, avec [un lien](https://exemple.fr/a_b)

« Nous avons discuté », a-t-il dit : 3 < 5, et <1> n’est pas une balise **ici**.
`
/** What the reader sees of it. */
const SEEN = ARTICLE.replace(/<\/?sup>|https:\S+/gu, '')

const hostile = fc
  .array(
    fc.constantFrom(
      '*',
      '**',
      '***',
      '_',
      '`',
      '<1>',
      '</1>',
      '<2/>',
      '<sup>',
      '</sup>',
      '<br>',
      '[a](/b)',
      '![',
      '](',
      '\n',
      '\n\n',
      ' ',
      '- ',
      '# ',
      '> ',
      '&lt;',
      '\\',
      'Mot',
      'suite',
      '.',
      '«',
      '»',
      '\u00A0',
      '<!--',
      '-->',
      '~~~',
      '---',
      '\r\n',
      '<p>',
      '| a |',
      '\t',
      '😀',
      '{#x}',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

/** The formats in which people write prose with scraps of each other's markup. */
describe.each([text, markdown])('$id', (format) => {
  const placed = (source: string) => [...format.read({ bytes: Buffer.from(source) })]
  const read = (source: string) => placed(source).map(({ slot: _, ...paragraph }) => paragraph)

  test.each(['', ' ', '\n\n\n', '\uFEFF', '\u00A0\n\t'])('nothing in %j', (source) => {
    expect(() => read(source)).toThrow('empty')
  })

  test('lines may end in LF, CRLF or CR, with a mark in front or not', () => {
    const paragraphs = read(ARTICLE)
    expect(paragraphs.length).toBeGreaterThan(4)
    expect(read(ARTICLE.replaceAll('\n', '\r\n'))).toEqual(paragraphs)
    expect(read(ARTICLE.replaceAll('\n', '\r'))).toEqual(paragraphs)
    expect(read(`\uFEFF${ARTICLE}`)).toEqual(paragraphs)
  })

  test('no letter is lost or invented', () => {
    const seen = read(ARTICLE).map(({ text, codes }) => plain(text, codes).text)
    expect(letters(seen.join(' '))).toBe(letters(SEEN))
  })

  test('markup is numbered from 1 in each paragraph, past what the words show as a number', () => {
    const paragraphs = read(ARTICLE)
    expect(paragraphs.find(({ text }) => text.startsWith('Le'))).toEqual({
      kind: 'paragraph',
      text: 'Le <1>général de brigade</1> a rencontré <2>hier</2> l’attaché militaire à Bakou. La rencontre s’est tenue dans la capitale, dit le G<3>al</3> Hasanov.',
      codes: [
        { number: 1, open: '**', close: '**' },
        { number: 2, open: '*', close: '*' },
        { number: 3, open: '<sup>', close: '</sup>' },
      ],
    })
    expect(paragraphs.find(({ text }) => text.includes('un second'))).toMatchObject({
      kind: 'item',
      text: expect.stringContaining('un second, avec <1>un lien</1>'),
      codes: [{ number: 1, open: '[', close: '](https://exemple.fr/a_b)' }],
    })
    expect(paragraphs.at(-1)).toMatchObject({
      text: '« Nous avons discuté », a-t-il dit : 3 < 5, et <1> n’est pas une balise <2>ici</2>.',
      codes: [{ number: 2, open: '**', close: '**' }],
    })
  })

  test('a heading, a paragraph, a cut', () => {
    expect(read(ARTICLE)[0]).toEqual({ kind: 'heading', text: 'Caucase du Sud', codes: [] })
    expect(read(ARTICLE)).toContainEqual({ kind: 'paragraph', text: '(...)', codes: [] })
  })

  test('whatever it is given: balanced tags, words in every paragraph, no line ends in prose', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'grapheme' })), (source) => {
        for (const paragraph of read(`Un. ${source}`)) {
          expect(isBalanced(paragraph.text, paragraph.codes), JSON.stringify(paragraph)).toBe(true)
          expect(KINDS).toContain(paragraph.kind)
          expect(paragraph.text.trim()).not.toBe('')
          if (paragraph.kind !== 'code') expect(paragraph.text).not.toMatch(/^\s|\n|\s$/u)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('more markup than numbers', () => {
    const paragraphs = read(`Début ${'<sup>1</sup> '.repeat(10_050)}fin`)
    expect(paragraphs).toHaveLength(1)
    expect(isBalanced(paragraphs[0]!.text, paragraphs[0]!.codes)).toBe(true)
  })

  test.each([
    ['stars', '*a '.repeat(20_000)],
    ['brackets', '['.repeat(20_000)],
    ['open tags', '<sup>'.repeat(20_000)],
    ['crossing tags', '<sup>**<sub>'.repeat(2_000)],
    ['quotes', '>'.repeat(5_000)],
    ['nested lists', Array.from({ length: 110 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join('')],
    ['bold in bold', `${'**a '.repeat(1_000)}${'b** '.repeat(1_000)}`],
    ['half a tag', '<a '.repeat(20_000)],
    ['spaces', `a${' '.repeat(50_000)}b`],
    ['blank lines', `a${'\n'.repeat(50_000)}b`],
    ['short lines', 'Mot\n'.repeat(20_000)],
    ['formulas without an end', '\\[\n\n'.repeat(20_000)],
    ['braces', `${'{%%}'.repeat(20_000)}a`],
    ['colons', `:::a${'[{'.repeat(20_000)}\n${': '.repeat(20_000)}`],
  ])('hostile %s take no time, or are refused', (_, text) => {
    const before = cpuMilliseconds()
    try {
      read(text)
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError)
    }
    expect(cpuMilliseconds() - before).toBeLessThan(3_000)
  })
})

test.each([
  ['article.txt', 'text'],
  ['ARTICLE.TXT', 'text'],
  ['a.b.md', 'markdown'],
  ['lisezmoi.markdown', 'markdown'],
  ['memory.tmx', undefined],
  ['txt', undefined],
])('%s is read as %s', (name, id) => {
  expect(documentFormatOf(name)?.id).toBe(id)
})
