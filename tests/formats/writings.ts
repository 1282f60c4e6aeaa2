import fc from 'fast-check'
import type { Paragraph } from '../../src/formats/document.ts'
import { pieces } from '../../src/text/tags.ts'
import { p, r, t, word } from './word.ts'
import { xliffDocuments } from './xliffDocuments.ts'

/** A text with every word told otherwise, in capitals, and its tags where they were. */
export const retold = ({ text, codes }: Pick<Paragraph, 'text' | 'codes'>): string =>
  [...pieces(text, codes)]
    .map(({ type, start, end }) => (type === 'text' ? text.slice(start, end).toUpperCase() : text.slice(start, end)))
    .join('')

/** What texts are made of, whatever their format. */
const WORDS = [
  ...['Mot', 'la suite', 'été', 'M. Hasanov', '12', '1.', '3 < 5', '<1>', 'R&D', '😀', 'a\u00A0:', ' ', ' ', ' ', '.'],
  ...[', ', '«\u00A0Oui', 'non\u00A0»', ' - ', '(...)', '\\', '*', '_', '`', '|', '#', '[', ']', '~', '&amp;', '$'],
  ...['\t', '"', "'", '>', '!'],
]

/** The markup of each format that is a text, by the format's id. */
const MARKUP: Readonly<Record<string, readonly string[]>> = {
  text: [
    '\n',
    '\n\n',
    '\r\n',
    '\n- ',
    '\n# ',
    '**',
    '*',
    '<sup>',
    '</sup>',
    '<br>',
    '[a](/b)',
    '\n   ',
    '\n2) ',
    '\n> ',
    '\f',
    '-\n',
  ],
  markdown: [
    ...[
      '\n',
      '\n\n',
      '\r\n',
      '\n\n- ',
      '\n\n# ',
      '\n\n> ',
      '\n> ',
      '\n  ',
      '**',
      '*',
      '_',
      '~~',
      '`a`',
      '  \n',
      '\\\n',
    ],
    ...['<sup>', '</sup>', '<br>', '[a](/b)', '![c](/d)', '[^1]', '[ref]', '\n\n[ref]: /x\n\n', '\n\n[^1]: Note '],
    ...['<https://a.b>', '\n\n```\n', '\n```\n', '\n\n| a | b |\n|---|---|\n| ', ' | ', ' |\n\n', '\n---\n', '\n===\n'],
    ...['\n\n<div>\n', '\n</div>\n\n', 'https://a.b/c_d', '\n\n<table><tr><td title="Oui">\n', '\n> [!NOTE]\n> '],
    ...['\n:::note Mot\n', '\n:::\n', '\n\n!!! note "Mot"\n    ', '\n$$\n', '\n{% a %}\n', '\n: ', '\n*[Mot]: Un '],
  ],
  html: [
    ...[
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<i class=x>',
      '</i>',
      '<br>',
      '<img alt="Un mot">',
      '<a href="/x" title=Oui>',
      '</a>',
    ],
    ...[
      '<li>',
      '</ul>',
      '<table><tr><td>',
      '</td></table>',
      '<span translate="no">',
      '</span>',
      '<!-- a -->',
      '\n',
      '\n\n',
    ],
    ...[
      '<script>a</script>',
      '<pre>',
      '</pre>',
      '&eacute;',
      '&nbsp;',
      '&lt;',
      '<h1>',
      '</h1>',
      '<input value="a">',
      '<div',
    ],
  ],
  csv: ['\n', '\r\n', ',', ',', '"', '""', '\n"', '",', ';', '\n=', "\n'-"],
}

/** Of a format that nothing is said of. */
const LINES = ['\n', '\n\n', '\r\n']

/** What a file begins with, where it has to. */
const BEGINNINGS: Readonly<Record<string, string>> = { csv: 'source,target,state\n' }

const texts = (id: string): fc.Arbitrary<Uint8Array> =>
  fc
    .array(fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...(MARKUP[id] ?? LINES)), fc.constant(' Mot ')), {
      maxLength: 30,
    })
    .map((parts) => Buffer.from((BEGINNINGS[id] ?? '') + parts.join('')))

const escaped = (words: string) => words.replace(/&(?!amp;)/gu, '&amp;').replace(/</gu, '&lt;')

const run = fc
  .tuple(fc.constantFrom(...WORDS), fc.constantFrom('', '<w:b/>', '<w:i/>', '<w:b/><w:i/>'))
  .map(([words, look]) => t(escaped(words), look))
const piece = fc.oneof(
  { weight: 4, arbitrary: run },
  fc.constantFrom(
    r('<w:tab/>'),
    r('<w:br/>'),
    r('<w:footnoteReference w:id="1"/>'),
    '<w:proofErr w:type="spellStart"/>',
  ),
)
const words = fc
  .array(
    fc.array(piece, { maxLength: 8 }).map((pieces) => p(pieces.join(''))),
    { maxLength: 5 },
  )
  .map((paragraphs) => word({ body: paragraphs.join('') }))

/** The documents of each format that are more than words and markup, by the format's id. */
const DOCUMENTS: Readonly<Record<string, fc.Arbitrary<Uint8Array>>> = {
  docx: words,
  xliff: xliffDocuments.map((text) => Buffer.from(text)),
}

/** Documents of a format, made of words and of its markup in any order. */
export const hostileDocuments = (id: string): fc.Arbitrary<Uint8Array> => DOCUMENTS[id] ?? texts(id)

/** Whole documents of a format, by its id, to be damaged. */
export const samples = (id: string): Uint8Array[] => fc.sample(hostileDocuments(id), { seed: 20_261_125, numRuns: 20 })
