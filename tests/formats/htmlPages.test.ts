import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { EncodingUnknown } from '../../src/errors.ts'
import type { Original, Paragraph } from '../../src/formats/document.ts'
import { html } from '../../src/formats/html.ts'
import { decodeText } from '../../src/text/encoding.ts'
import { balanced, pieces, plain } from '../../src/text/tags.ts'
import { decoded, paragraphsOf, replaced, utf8 } from './originals.ts'
import { FR_EN } from './streams.ts'

/** Milliseconds, on a machine that has other things to do. */
const PATIENCE = 60_000

const read = (source: string) => paragraphsOf(html, utf8(source))
const unchanged = (paragraphs: readonly Paragraph[]) =>
  paragraphs.map((paragraph) => replaced(paragraph, paragraph.text))

const PARTS = [
  ...[
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<i title="un mot">',
    '</i>',
    '<a href=x title=lien>',
    '</a>',
    '<div>',
    '</div>',
    '<br>',
    '<BR/>',
  ],
  ...[
    '<table>',
    '<tr>',
    '<td>',
    '</table>',
    '<li>',
    '<ul lang=fr>',
    '</ul>',
    '<pre>',
    '</pre>',
    '<img alt="une image">',
    '<img alt=x src="a b">',
  ],
  ...[
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<title>',
    '</title>',
    '<textarea>',
    '</textarea>',
    '<span translate=no>',
    '</span>',
  ],
  ...[
    '<svg>',
    '</svg>',
    '<text>',
    '<select>',
    '<option label="o">',
    '</select>',
    '<style>',
    '</style>',
    '<em translate=yes>',
    '</em>',
    '</br>',
  ],
  ...[
    '&nbsp;',
    '&amp;',
    '&lt;',
    '&eacute;',
    '&#1',
    '&',
    '<',
    '>',
    '"',
    "'",
    '<1>',
    '&lt;2&gt;',
    '</2>',
    '\n',
    '\r\n',
    '  ',
    '\t',
    '\u00A0',
  ],
  ...[
    'mot',
    'Suite.',
    'été',
    '😀',
    '<![CDATA[',
    ']]>',
    '<?php',
    '<h1',
    '/>',
    ' class="notranslate">',
    '<noscript>',
    '<template>',
    '<hr>',
  ],
]
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ maxLength: 3 })), { maxLength: 40 })
  .map((parts) => parts.join(''))
const hasText = (text: string) => text.trim() !== '' && !/[\x00-\x08\x0B\x0E-\x1F\x7F\p{Surrogate}]/u.test(text)
const documents = fc
  .tuple(fc.constantFrom('', '<!DOCTYPE html><meta charset=utf-8>', '<?xml version="1.0"?>'), hostile)
  .map((parts) => parts.join(''))
  .filter(hasText)

/** A word more at the end of each stretch of words: nothing that would move a paragraph. */
const moreWords = ({ text, codes }: Paragraph) =>
  [...pieces(text, codes)]
    .map((piece) =>
      piece.type === 'text' ? piece.text.replace(/(\S)(?=\s*$)/u, '$1x<é&"\'') : text.slice(piece.start, piece.end),
    )
    .join('')

describe('whatever it is given', () => {
  test(
    'paragraphs that can be told, in order, their slots nested or apart',
    async () => {
      await fc.assert(
        fc.asyncProperty(documents, async (source) => {
          const paragraphs = await read(source)
          for (const [at, { kind, text, codes, slot }] of paragraphs.entries()) {
            expect(balanced(text, codes)).toBe(text)
            expect(text).not.toMatch(kind === 'code' ? /^\s*$/u : /^\s|\n|\s$/u)
            const before = paragraphs[at - 1]?.slot
            expect(slot.start).toBeGreaterThanOrEqual(before?.start ?? 0)
            expect(slot.end).toBeGreaterThan(slot.start)
            if (before && slot.start < before.end) expect(slot.end).toBeLessThanOrEqual(before.end)
          }
        }),
        { numRuns: 500 },
      )
    },
    PATIENCE,
  )

  test(
    'finished without a change it is what it was; changed, it reads back as changed',
    async () => {
      await fc.assert(
        fc.asyncProperty(documents, async (source) => {
          const original = utf8(source)
          const paragraphs = await read(source)
          expect(decoded(await html.finish(original, unchanged(paragraphs), FR_EN))).toBe(source)
          const texts = paragraphs.map(moreWords)
          const replacements = paragraphs.map((paragraph, nth) => replaced(paragraph, texts[nth]!))
          const bytes = await html.finish(original, replacements, FR_EN)
          expect((await paragraphsOf(html, { bytes })).map(({ text }) => text)).toEqual(texts)
        }),
        { numRuns: 1000 },
      )
    },
    PATIENCE,
  )
})

const CORPUS = '../shared/corpora/html'
const NOT_SHOWN = new Set(['script', 'style', 'iframe', 'noembed', 'noframes', 'xmp', 'math'])

/** The words of a document in the order of the tree a browser makes of it, in elements that are shown and translated. */
function wordsOf(source: string): string {
  const waiting: DefaultTreeAdapterTypes.Node[] = [parse(source, { scriptingEnabled: false })]
  let words = ''
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('value' in node) words += node.value
    if (!('childNodes' in node) || NOT_SHOWN.has(node.nodeName)) continue
    if ('attrs' in node && node.attrs.some(({ name, value }) => name === 'translate' && value === 'no')) continue
    waiting.push(...('content' in node ? node.content : node).childNodes.toReversed())
  }
  return words
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
const inAttribute = ({ slot }: Paragraph) => /^(?:double|single|bare)$/u.test(slot.as ?? '')

/** As somebody brings it who answers what is asked. */
async function brought(name: string): Promise<{ original: Original; paragraphs: Paragraph[] }> {
  const original = { bytes: readFileSync(`${CORPUS}/${name}`) }
  try {
    return { original, paragraphs: await paragraphsOf(html, original) }
  } catch (error) {
    if (!(error instanceof EncodingUnknown)) throw error
    const answered: Original = { ...original, encoding: 'windows-1252' }
    return { original: answered, paragraphs: await paragraphsOf(html, answered) }
  }
}

const TAGS = [
  ...[
    'p',
    'b',
    'a',
    'div',
    'table',
    'tr',
    'td',
    'ul',
    'li',
    'pre',
    'h1',
    'h2',
    'blockquote',
    'dl',
    'dt',
    'dd',
    'section',
  ],
  ...['select', 'option', 'object', 'button', 'label', 'font', 'ruby', 'rt', 'noscript', 'template', 'video', 'x-y'],
].flatMap((name) => [`<${name}>`, `</${name}>`])
const WHOLE = [
  '<br>',
  '<img>',
  '<!-- c -->',
  '<script>x</script>',
  '<svg><text>t</text></svg>',
  '<textarea>t</textarea>',
]

test(
  'no word is lost or comes twice, however badly the tags are nested',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...TAGS, ...WHOLE), { minLength: 1, maxLength: 30 }), async (parts) => {
        const source = parts.map((part, nth) => `${part}w${nth} `).join('')
        const inTree = wordsOf(source).match(/w\d+/gu) ?? []
        const offered = (await read(source)).flatMap(({ text, codes }) => plain(text, codes).text.match(/w\d+/gu) ?? [])
        expect(offered.toSorted()).toEqual(inTree.toSorted())
      }),
      { numRuns: 500 },
    )
  },
  PATIENCE,
)

describe.skipIf(!existsSync(CORPUS))('pages from the wild (skipped where ../shared/corpora is absent)', () => {
  test.each(existsSync(CORPUS) ? readdirSync(CORPUS) : [])(
    '%s',
    async (name) => {
      const { original, paragraphs } = await brought(name)
      expect(Buffer.from(await html.finish(original, unchanged(paragraphs), FR_EN)).equals(original.bytes)).toBe(true)

      const texts = paragraphs.map(moreWords)
      const replacements = paragraphs.map((paragraph, nth) => replaced(paragraph, texts[nth]!))
      const changed = { ...original, bytes: await html.finish(original, replacements, FR_EN) }
      expect((await paragraphsOf(html, changed)).map(({ text }) => text)).toEqual(texts)

      const named = /charset=["']?([\w-]+)/iu.exec(Buffer.from(original.bytes).toString('latin1'))?.[1]
      const { text: source } = decodeText(original.bytes, original.encoding ?? named)
      const offered = paragraphs.filter((paragraph) => !inAttribute(paragraph))
      expect(letters(offered.map(({ text, codes }) => plain(text, codes).text).join(' '))).toBe(
        letters(wordsOf(source)),
      )
    },
    PATIENCE,
  )
})

/** Not the clock: other tests run beside this one. */
const cpuMilliseconds = () => process.cpuUsage().user / 1000

const MANY = 30_000
test.each([
  ['bold in bold', `${'<b>'.repeat(MANY)}x${'</b>'.repeat(MANY)}`],
  ['bold around blocks', `${'<b>'.repeat(MANY)}${'<p>'.repeat(MANY)}x${'</b>'.repeat(MANY)}`],
  ['links', '<a href=x>y'.repeat(MANY)],
  ['blocks', `${'<div>'.repeat(MANY)}x`],
  ['tables', `${'<table><tr><td>'.repeat(MANY)}x`],
  ['items', '<li>x'.repeat(MANY)],
  ['drawings', '<svg><text>x'.repeat(MANY)],
  ['choices', '<select><option>x'.repeat(MANY)],
  ['attributes', `<a ${Array.from({ length: MANY }, (_, nth) => `a${nth}=1`).join(' ')}>x</a>`],
  ['half a tag', '<a '.repeat(MANY)],
  ['comments', '<!--'.repeat(MANY)],
  ['ampersands', '&am'.repeat(MANY)],
  ['spaces', `a${' '.repeat(20 * MANY)}`],
  ['no-break spaces', `a${'&nbsp;'.repeat(MANY)}`],
  ['line ends', 'x<br>'.repeat(MANY)],
  ['end tags', `x${'</p></b>'.repeat(MANY)}`],
  ['crossing', '<b><i>x</b></i>'.repeat(MANY / 2)],
  ['names', 'a<i translate=no>b'.repeat(MANY)],
])(
  '%s by the ten thousand take no time',
  async (_, source) => {
    const before = cpuMilliseconds()
    const original = utf8(source)
    const paragraphs = await paragraphsOf(html, original)
    expect(decoded(await html.finish(original, unchanged(paragraphs), FR_EN))).toBe(source)
    expect(cpuMilliseconds() - before).toBeLessThan(4_000)
  },
  PATIENCE,
)
