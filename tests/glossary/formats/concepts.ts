import fc from 'fast-check'
import {
  type Concept,
  MATCHES,
  PARTS_OF_SPEECH,
  TERM_STATUSES,
  TERM_TYPES,
  type Term,
} from '../../../glossary/concept.ts'
import type { Condition } from '../../../glossary/condition.ts'

/** What breaks careless writers and readers, beside ordinary words. */
const HOSTILE = [
  ...['&', '&amp;', '&#10;', '&eacute;', '<', '>', ']]>', '<![CDATA[', '<!--', '-->', '<?', '<!DOCTYPE x [', '</term>'],
  ...['visavis: match=exact', 'visavis: note=x', 'visavis:', '"', '""', "'", '{"a":1}', '\\', '\\n', '_x20_', '4.2'],
  ...['\n', '\n\n', '\r', '\r\n', '\t', ' ', '  ', '\u00A0', '\u202F', '\u0085', '\u2028', '\uFEFF', '\uFFFD'],
  ...[
    '=',
    '+',
    '-',
    '@',
    '＝',
    ',',
    ';',
    '.',
    ':',
    'é',
    'é',
    'œuvre',
    '😀',
    '👩‍👩‍👧',
    '𝒳',
    'שלום',
    '\u202Eabc\u202C',
    'العربية',
    '汉字',
  ],
]

const text = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 8 })
  .map((parts) => parts.join(''))

/** A cell of a spreadsheet has no white space around it, and an empty one says nothing. */
const trimmed = (texts: fc.Arbitrary<string>) => texts.map((value) => value.trim()).filter((value) => value !== '')

const words = trimmed(text)

/** Several of them stand in one cell, with a bar between them. */
const piece = trimmed(text.map((value) => value.replaceAll('|', '')))

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constantFrom('capital', 'lowercase', 'determiner', 'no determiner') }),
  fc.record({
    kind: fc.constantFrom('after', 'before', 'near'),
    words: trimmed(piece.map((value) => value.replace(/\s+/gu, ' '))).filter((value) => /[\p{L}\p{N}]/u.test(value)),
  }),
)

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const validity = fc.oneof(fc.record({ from: day }), fc.record({ until: day }), fc.record({ from: day, until: day }))

const term: fc.Arbitrary<Term> = fc.record(
  {
    language: fc.constantFrom('fr', 'en', 'en-GB', 'pt-BR', 'zh-Hant-TW'),
    text: words,
    status: fc.constantFrom(...TERM_STATUSES),
    match: fc.constantFrom(...MATCHES),
    variants: fc.array(piece, { maxLength: 3 }),
    partOfSpeech: fc.constantFrom(...PARTS_OF_SPEECH),
    type: fc.constantFrom(...TERM_TYPES),
    gender: fc.oneof(fc.constantFrom('masculine', 'feminine', 'neuter', 'other', 'otherGender'), words),
    number: fc.oneof(fc.constantFrom('singular', 'plural', 'mass', 'otherNumber'), words),
    appliesWhen: fc.array(condition, { minLength: 1, maxLength: 3 }),
    notWhen: fc.array(condition, { minLength: 1, maxLength: 3 }),
    validity,
    note: words,
    source: words,
    context: words,
    extra: fc.dictionary(fc.constantFrom('Projet', 'URL', 'N° d’appel'), words, { minKeys: 1 }),
  },
  { requiredKeys: ['language', 'text', 'status', 'match', 'variants'] },
)

/** Languages together, in the order in which they first appear: TBX has them in sections. */
export function grouped({ terms, ...concept }: Concept): Concept {
  const languages = [...new Set(terms.map(({ language }) => language))]
  return { ...concept, terms: languages.flatMap((language) => terms.filter((term) => term.language === language)) }
}

const concept: fc.Arbitrary<Concept> = fc
  .record(
    {
      id: words,
      definition: words,
      subject: words,
      validity,
      fullAtFirstMention: fc.constant(true),
      everyOccurrence: fc.constant(true),
      terms: fc.array(term, { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: ['id', 'terms'] },
  )
  .map(grouped)

/** Glossaries of what every format can carry. */
export const glossaries = fc.uniqueArray(concept, { selector: ({ id }) => id, maxLength: 4 })
