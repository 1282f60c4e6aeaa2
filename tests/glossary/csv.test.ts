import { describe, expect, test } from 'vitest'
import type { Concept } from '../../glossary/concept.ts'
import { readGlossaryCsv, writeGlossaryCsv } from '../../glossary/formats/csv.ts'
import { FormatError } from '../../src/errors.ts'
import { ENGLISH } from '../../src/messages/index.ts'
import { term } from './concepts.ts'

const HEADER = 'concept,lang,term,status,part_of_speech,match,note\n'

/** What is read where nothing is wrong. */
function read(text: string): readonly Concept[] {
  const { concepts, problems } = readGlossaryCsv(text)
  expect(problems).toEqual([])
  return concepts
}

const write = (...concepts: Concept[]) => [...writeGlossaryCsv(concepts)].join('')

describe('reading', () => {
  test('a row a term, defaults, and rows of a concept that stand apart', () => {
    const text = `${HEADER}minsk,fr,Groupe de Minsk,,,,\nnato,fr,OTAN,preferred,noun,exact,\nminsk,en,Minsk Group,admitted,,,OSCE\n`
    expect(read(text)).toEqual([
      {
        id: 'minsk',
        terms: [term('fr', 'Groupe de Minsk'), term('en', 'Minsk Group', { status: 'admitted', note: 'OSCE' })],
      },
      { id: 'nato', terms: [term('fr', 'OTAN', { match: 'exact', partOfSpeech: 'noun' })] },
    ])
  })

  test.each([
    ['semicolons and a byte order mark', '\uFEFF', ';', '\r\n'],
    ['tabs', '', '\t', '\n'],
  ])('the columns in any order, with %s, and columns of other programs', (_, mark, between, end) => {
    const rows = [
      ['term', 'concept', 'lang', 'variants', 'Projet', 'definition'],
      ['attaché', 'a', 'fr', 'attachée|attachées', 'P7', ''],
      ['attaché', 'a', 'en', '', '', 'Envoy, of a kind.'],
    ]
    expect(read(mark + rows.map((cells) => cells.join(between) + end).join(''))).toMatchObject([
      {
        id: 'a',
        definition: 'Envoy, of a kind.',
        terms: [{ variants: ['attachée', 'attachées'], extra: { Projet: 'P7' } }, { variants: [] }],
      },
    ])
  })

  test('the definition is the first one filled in, and another is told', () => {
    const text = 'concept,lang,term,definition\na,fr,un,\na,en,one,First.\na,en,two,Second.\na,en,an,First.\n'
    const { concepts, problems } = readGlossaryCsv(text)
    expect(concepts[0]?.definition).toBe('First.')
    expect(problems.map(({ line, severity, message }) => `${severity} ${line}: ${message(ENGLISH)}`)).toEqual([
      'warning 4: “definition” is “First.” already; “Second.” is left out.',
    ])
  })

  test('the days of a concept stand in any of its rows', () => {
    const text = 'concept,lang,term,concept_valid_from,concept_valid_until\na,fr,un,2020-01-01,\na,en,one,,2024-02-29\n'
    expect(read(text)[0]?.validity).toEqual({ from: '2020-01-01', until: '2024-02-29' })
  })

  test('conditions, dates, and what a concept asks for', () => {
    const columns =
      'concept,lang,term,term_type,applies_when,not_when,valid_from,valid_until,first_mention,every_occurrence,concept_valid_from,concept_valid_until'
    const rows = [
      'tank,fr,char,,capital|no determiner,before à voile | near carnaval,2020-01-01,2024-02-29,,YES,,2030-12-31',
      'tank,en,MBT,acronym,,,,,full,,2019-01-01,',
    ]
    expect(read([columns, ...rows, ''].join('\n'))).toEqual([
      {
        id: 'tank',
        fullAtFirstMention: true,
        everyOccurrence: true,
        validity: { from: '2019-01-01', until: '2030-12-31' },
        terms: [
          term('fr', 'char', {
            appliesWhen: [{ kind: 'capital' }, { kind: 'no determiner' }],
            notWhen: [
              { kind: 'before', words: 'à voile' },
              { kind: 'near', words: 'carnaval' },
            ],
            validity: { from: '2020-01-01', until: '2024-02-29' },
          }),
          term('en', 'MBT', { type: 'acronym' }),
        ],
      },
    ])
  })

  test.each([
    ['nothing', '', 'Line 1: the header lacks the columns concept, lang, term.'],
    ['no term column', 'concept,lang\na,fr\n', 'Line 1: the header lacks the column term.'],
    ['a column twice', 'concept,lang,term,term\n', 'Line 1: the column “term” stands twice in the header.'],
    [
      'a quotation mark not closed',
      `${HEADER}a,fr,un,,,,\na,fr,"un,,,,\n`,
      'Line 3: this is not valid CSV; a quotation mark may not be closed.',
    ],
    [
      'a cell of ten million characters',
      `${HEADER}a,fr,un,,,,\na,fr,${'x'.repeat(10_000_000)},,,,\n`,
      'Line 3: a row of more than 1,000,000 characters is none; a quotation mark may not be closed.',
    ],
    [
      'as many columns as a memory holds',
      `${HEADER.trim()}${',x'.repeat(20_000)}\n${'a,fr,un\n'.repeat(20_000)}`,
      'Line 1: there are more than 1,000 columns.',
    ],
  ])('refuses %s', (_, text, message) => {
    const start = process.cpuUsage().user
    expect(() => readGlossaryCsv(text)).toThrow(FormatError)
    expect(() => readGlossaryCsv(text)).toThrow(message)
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(2000)
  })

  test.each([
    ['an empty term', `${HEADER}a,fr,un,,,,\na,fr,,,,,\n`, 3, 'the cell “term” is empty.'],
    [
      'a language by its name',
      `${HEADER}a,français,un,,,,\n`,
      2,
      '“français” is not a language tag such as “fr” or “en-GB”.',
    ],
    [
      'a status nobody knows',
      `${HEADER}a,fr,un,deprecated,,,\n`,
      2,
      '“deprecated” is no “status”; it must be one of preferred, admitted, superseded, forbidden.',
    ],
    [
      'too many cells',
      'concept,lang,term\na,fr,un,deux\n',
      2,
      'there are more cells than the 3 columns of the header.',
    ],
    ['the line after a note of two', `${HEADER}a,fr,un,,,,"one\ntwo"\na,fr,,,,,\n`, 4, 'the cell “term” is empty.'],
    [
      'a term as long as a page',
      `${HEADER}a,fr,${'x'.repeat(501)},,,,\n`,
      2,
      'a term of 501 characters is none; at most 500 are read as one.',
    ],
    [
      'a day that never was',
      'concept,lang,term,valid_from\na,fr,un,2023-02-29\n',
      2,
      '“2023-02-29” is no date for “valid_from”; write it as 2024-05-31.',
    ],
    [
      'a condition nobody understands',
      'concept,lang,term,not_when\na,fr,un,behind deux\n',
      2,
      '“behind deux” is no condition for “not_when”; write “after …”, “before …”, “near …”, “capital”, “lowercase”, “determiner” or “no determiner”.',
    ],
  ])('says where and why: %s', (_, text, line, message) => {
    const [problem, ...others] = readGlossaryCsv(text).problems
    expect(others).toEqual([])
    expect(problem).toMatchObject({ line, severity: 'error' })
    expect(problem!.message(ENGLISH)).toBe(message)
  })

  test('a language that is spelled like one and is none, told once', () => {
    const rows = ['a,xx,un', 'a,en,one', 'b,xx,deux', 'b,zz-Latn,two', 'b,fro,dous', 'b,en-GB,two', '']
    const { concepts, problems } = readGlossaryCsv(['concept,lang,term', ...rows].join('\n'))
    expect(concepts.flatMap(({ terms }) => terms)).toHaveLength(6)
    expect(problems.map(({ line, severity, message }) => `${severity} ${line}: ${message(ENGLISH)}`)).toEqual([
      'warning 2: “xx” is no language known here.',
      'warning 5: “zz-Latn” is no language known here.',
    ])
  })

  test.each([
    ['status', 'no “status”'],
    ['valid_from', 'no date'],
    ['lang', 'not a language tag'],
    ['not_when', 'no condition'],
  ])('quotes no book: %s', (column, why) => {
    const book = '📕'.repeat(100_000)
    const cells = ['a', 'fr', 'un', '', '', ''].map((cell, at) =>
      column === ['concept', 'lang', 'term', 'status', 'valid_from', 'not_when'][at] ? book : cell,
    )
    const { problems } = readGlossaryCsv(`concept,lang,term,status,valid_from,not_when\n${cells.join(',')}\n`)
    const said = problems.map(({ message }) => message(ENGLISH)).join('')
    expect(said).toContain(why)
    expect(said).toContain('📕…”')
    expect(said.length).toBeLessThan(400)
  })

  test('everything that is wrong at once', () => {
    const text = `${HEADER}a,fr,,,,,\na,frz!,un,x,,,\n`
    expect(readGlossaryCsv(text).problems.map(({ line }) => line)).toEqual([2, 3, 3])
  })
})

describe('writing', () => {
  test('the columns of the desk, and of the others those in use', () => {
    const concept: Concept = {
      id: 'a',
      everyOccurrence: true,
      terms: [term('fr', 'un'), term('en', 'one', { extra: { URL: 'x' } })],
    }
    expect(write(concept)).toBe(
      'concept,lang,term,status,part_of_speech,match,note,every_occurrence,URL\na,fr,un,preferred,,inflected,,yes,\na,en,one,preferred,,inflected,,,x\n',
    )
  })

  test('no spreadsheet computes a cell', () => {
    expect(write({ id: '@a', terms: [term('fr', '=HYPERLINK("x")', { match: 'exact' })] })).toContain(
      `\n'@a,fr,"'=HYPERLINK(""x"")"`,
    )
  })
})
