import fc from 'fast-check'
import type { Paragraph } from '../../src/formats/document.ts'
import { pieces } from '../../src/text/tags.ts'
import { xliffDocuments } from './xliffDocuments.ts'

/** A text with every word told otherwise, in capitals, and its tags where they were. */
export const retold = ({ text, codes }: Paragraph): string =>
  [...pieces(text, codes)]
    .map(({ type, start, end }) => (type === 'text' ? text.slice(start, end).toUpperCase() : text.slice(start, end)))
    .join('')

/** What texts are made of, whatever their format. */
const WORDS = [
  ...[
    'Mot',
    'la suite',
    'été',
    'M. Hasanov',
    '12',
    '1.',
    '3 < 5',
    '<1>',
    'R&D',
    '😀',
    'a\u00A0:',
    ' ',
    ' ',
    ' ',
    '.',
    ', ',
  ],
  ...[
    '«\u00A0Oui',
    'non\u00A0»',
    ' - ',
    '(...)',
    '\\',
    '*',
    '_',
    '`',
    '|',
    '#',
    '[',
    ']',
    '~',
    '&amp;',
    '$',
    '\t',
    '"',
    "'",
    '>',
    '!',
  ],
]

/** The markup of each format, by the format's id. */
const MARKUP: Readonly<Record<string, readonly string[]>> = {
  text: ['\n', '\n\n', '\r\n', '\n- ', '\n# ', '**', '*', '<sup>', '</sup>', '<br>', '[a](/b)', '\n   ', '\n2) '],
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
    ...[
      '<sup>',
      '</sup>',
      '<br>',
      '[a](/b)',
      '![c](/d)',
      '[^1]',
      '[ref]',
      '\n\n[ref]: /x\n\n',
      '\n\n[^1]: Note ',
      '<https://a.b>',
    ],
    ...[
      '\n\n```\n',
      '\n```\n',
      '\n\n| a | b |\n|---|---|\n| ',
      ' | ',
      ' |\n\n',
      '\n---\n',
      '\n===\n',
      '\n\n<div>\n',
      '\n</div>\n\n',
      'https://a.b/c_d',
    ],
  ],
}

/** Documents of a format, made of words and of its markup in any order. */
export const hostileDocuments = (id: string): fc.Arbitrary<string> => (id === 'xliff' ? xliffDocuments : scraps(id))

const scraps = (id: string): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...(MARKUP[id] ?? [])), fc.constant(' Mot ')), {
      maxLength: 30,
    })
    .map((parts) => parts.join(''))

/** Whole documents of a format, by its id, to be damaged. */
export async function samples(id: string): Promise<Uint8Array[]> {
  return fc.sample(hostileDocuments(id), { seed: 20_261_125, numRuns: 20 }).map((text) => Buffer.from(text))
}
