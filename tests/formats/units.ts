import fc from 'fast-check'
import { STATES, type Unit, WAIVER_CODES } from '../../src/unit.ts'

/** What breaks careless writers and readers, beside ordinary words. */
const HOSTILE = [
  ...['<1>', '</1>', '<2/>', '<3>', '</3>', '<4/>', '<01>', '<', '>', '</', '/>'],
  ...['&', '&amp;', '&#10;', '&eacute;', ']]>', '<![CDATA[', '<!--', '-->', '<?', '<!DOCTYPE x [', '<seg>', '</tuv>'],
  ...['\n', '\r', '\r\n', '\t', ' ', '  ', '\u00A0', '\u202F', '\u0085', '\u2028', '\uFEFF', '\uFFFD'],
  ...["'", "''", '=', '+', '-', '@', '＝', '＋', '－', '＠', '"', '""', ',', ';', '\\'],
  ...['é', 'é', 'œuvre', '😀', '👩‍👩‍👧', '𝒳', 'שלום', '\u202Eabc\u202C', 'العربية', '汉字'],
]

export const text = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 12 })
  .map((parts) => parts.join(''))

/** An empty text is as good as none in every format, so there is only one way to say it. */
const words = text.filter((value) => value !== '')

const codes = fc
  .uniqueArray(
    fc.record(
      { number: fc.integer({ min: 0, max: 5 }), open: text, close: text },
      { requiredKeys: ['number', 'open'] },
    ),
    { selector: ({ number }) => number, minLength: 1, maxLength: 4 },
  )
  .map((table) => table.sort((a, b) => a.number - b.number))

/** To the second: TMX has no fractions. */
const date = fc
  .integer({ min: Date.UTC(1990, 0) / 1000, max: Date.UTC(2090, 0) / 1000 })
  .map((seconds) => new Date(seconds * 1000))

const waivers = fc.array(
  fc.record({
    concept: words,
    start: fc.nat(999),
    code: fc.constantFrom(...WAIVER_CODES),
    reason: text,
    grantedBy: text,
  }),
  { minLength: 1, maxLength: 3 },
)

const count = fc.integer({ min: 1, max: 999_999 })

export const units: fc.Arbitrary<Unit> = fc.record(
  {
    source: words,
    target: text,
    state: fc.constantFrom(...STATES),
    codes,
    id: words,
    note: words,
    document: words,
    paragraph: count,
    position: count,
    author: words,
    changedAt: date,
    createdBy: words,
    createdAt: date,
    approvedBy: words,
    approvedAt: date,
    glossary: words,
    documentDate: date.map((day) => day.toISOString().slice(0, 10)),
    introduced: fc.array(words, { minLength: 1, maxLength: 3 }),
    waivers,
    terms: fc.array(fc.record({ concept: words, source: words, target: words }), { minLength: 1, maxLength: 3 }),
    properties: fc.array(fc.record({ type: text, text }), { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['source', 'target', 'state'] },
)

/** A unit with everything one can have. */
export const COMPLETE: Required<Omit<Unit, 'line'>> = {
  source: 'Le <1>Groupe de Minsk</1> se réunit.<2/>',
  target: 'The <1>Minsk Group</1> is meeting.<2/>',
  state: 'approved',
  codes: [
    { number: 1, open: '<b class="x">', close: '</b>' },
    { number: 2, open: '<br/>' },
    { number: 7, open: '[^1]' },
  ],
  id: 'article-1.4',
  note: 'À revoir :\nle titre',
  document: 'Négociations « frontière ».md',
  paragraph: 3,
  position: 14,
  author: 'Zoé Lefèvre',
  changedAt: new Date('2026-11-21T09:30:05Z'),
  createdBy: 'Élie Morel',
  createdAt: new Date('2026-11-20T16:00:00Z'),
  approvedBy: 'Ana O’Neill',
  approvedAt: new Date('2026-11-21T10:00:00Z'),
  glossary: '42',
  documentDate: '2026-11-20',
  introduced: ['minsk-group', 'osce'],
  waivers: [{ concept: 'minsk-group', start: 3, code: 'pronoun', reason: 'Said « it » before.', grantedBy: 'R' }],
  terms: [{ concept: 'minsk-group', source: 'Groupe de Minsk', target: 'Minsk Group' }],
  properties: [
    { type: 'x-client', text: 'Ministère & <cie>' },
    { type: 'x-client', text: '' },
  ],
}
