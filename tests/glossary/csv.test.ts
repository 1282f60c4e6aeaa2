import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Concept, Term } from '../../glossary/concept.ts'
import { MATCHES, PARTS_OF_SPEECH, TERM_STATUSES } from '../../glossary/concept.ts'
import { GlossaryError, readGlossaryCsv, writeGlossaryCsv } from '../../glossary/csv.ts'

const HEADER = 'concept,lang,term,status,part_of_speech,match,note\n'

describe('reading', () => {
  test('a row a term, defaults, and rows of a concept that stand apart', () => {
    const text = `${HEADER}minsk,fr,Groupe de Minsk,,,,\nnato,fr,OTAN,preferred,noun,exact,\nminsk,en,Minsk Group,admitted,,,OSCE\n`
    expect(readGlossaryCsv(text)).toEqual([
      {
        id: 'minsk',
        terms: [
          { language: 'fr', text: 'Groupe de Minsk', status: 'preferred', match: 'inflected', variants: [] },
          { language: 'en', text: 'Minsk Group', status: 'admitted', match: 'inflected', variants: [], note: 'OSCE' },
        ],
      },
      {
        id: 'nato',
        terms: [
          { language: 'fr', text: 'OTAN', status: 'preferred', match: 'exact', partOfSpeech: 'noun', variants: [] },
        ],
      },
    ])
  })

  test('the columns in any order, with a byte order mark, semicolons and columns of other programs', () => {
    const text =
      '\uFEFFterm;concept;lang;variants;Projet;definition\r\nattaché;a;fr;attachée|attachées;P7;\r\nattaché;a;en;;;Envoy.\r\n'
    expect(readGlossaryCsv(text)).toMatchObject([
      {
        id: 'a',
        definition: 'Envoy.',
        terms: [{ variants: ['attachée', 'attachées'], extra: { Projet: 'P7' } }, { variants: [] }],
      },
    ])
  })

  test('the definition is the first one filled in', () => {
    const text = 'concept,lang,term,definition\na,fr,un,\na,en,one,First.\na,en,two,Second.\n'
    expect(readGlossaryCsv(text)[0]?.definition).toBe('First.')
  })

  test.each([
    ['nothing', '', 'Line 1: the header lacks the columns concept, lang, term.'],
    ['no term column', 'concept,lang\na,fr\n', 'Line 1: the header lacks the column term.'],
    ['a column twice', 'concept,lang,term,term\n', 'Line 1: the column “term” stands twice in the header.'],
    ['an empty term', `${HEADER}a,fr,un,,,,\na,fr,,,,,\n`, 'Line 3: the cell “term” is empty.'],
    [
      'a language by its name',
      `${HEADER}a,français,un,,,,\n`,
      'Line 2: “français” is not a language tag such as “fr” or “en-GB”.',
    ],
    [
      'a status nobody knows',
      `${HEADER}a,fr,un,deprecated,,,\n`,
      'Line 2: “deprecated” is no “status”; it must be one of preferred, admitted, superseded, forbidden.',
    ],
    [
      'too many cells',
      'concept,lang,term\na,fr,un,deux\n',
      'Line 2: there are more cells than the 3 columns of the header.',
    ],
    [
      'a quotation mark not closed',
      `${HEADER}a,fr,un,,,,\na,fr,"un,,,,\n`,
      'Line 3: this is not valid CSV; a quotation mark may not be closed.',
    ],
    [
      'the line after a note of two',
      `${HEADER}a,fr,un,,,,"one\ntwo"\na,fr,,,,,\n`,
      'Line 4: the cell “term” is empty.',
    ],
  ])('refuses %s', (_, text, message) => {
    expect(() => readGlossaryCsv(text)).toThrow(GlossaryError)
    expect(() => readGlossaryCsv(text)).toThrow(message)
  })
})

describe('writing', () => {
  const cell = fc
    .oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", ',', ';', '"', '\n', 'é', 'a', '|') }),
    )
    .map((text) => text.trim())
  const filled = cell.filter((text) => text !== '')
  const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
  const without = <Shape extends object>(shape: Shape) =>
    Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Shape

  const term: fc.Arbitrary<Term> = fc
    .record({
      language: fc.constantFrom('fr', 'en', 'en-GB'),
      text: filled,
      status: fc.constantFrom(...TERM_STATUSES),
      match: fc.constantFrom(...MATCHES),
      partOfSpeech: maybe(fc.constantFrom(...PARTS_OF_SPEECH)),
      variants: fc.array(filled.filter((text) => !text.includes('|'))),
      gender: maybe(filled),
      note: maybe(filled),
      context: maybe(filled),
      extra: maybe(fc.constantFrom({ Projet: 'P7' }, { Projet: '=1+1', URL: 'x' })),
    })
    .map((term) => without(term) as Term)
  const glossary: fc.Arbitrary<Concept[]> = fc.uniqueArray(
    fc
      .record({
        id: filled,
        definition: maybe(filled),
        subject: maybe(filled),
        terms: fc.array(term, { minLength: 1 }),
      })
      .map((concept) => without(concept) as Concept),
    { selector: ({ id }) => id },
  )

  test('what is written reads back the same', () => {
    fc.assert(
      fc.property(glossary, (concepts) => {
        expect(readGlossaryCsv(writeGlossaryCsv(concepts))).toEqual(concepts)
      }),
    )
  })

  test('no spreadsheet computes a cell', () => {
    const formula: Term = { language: 'fr', text: '=HYPERLINK("x")', status: 'preferred', match: 'exact', variants: [] }
    expect(writeGlossaryCsv([{ id: '@a', terms: [formula] }])).toContain(`\n'@a,fr,"'=HYPERLINK(""x"")"`)
  })
})
