import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHeading } from '../../../glossary/formats/headings.ts'
import { languageOf, languageTag } from '../../../glossary/formats/languageNames.ts'
import {
  CONCEPT_KINDS,
  faultsIn,
  type Meaning,
  MOST_COLUMNS,
  readMappingColumn,
  SPLITS,
  TERM_KINDS,
  writeMapping,
} from '../../../glossary/formats/mapping.ts'
import { proposeMapping } from '../../../glossary/formats/proposal.ts'
import { ENGLISH } from '../../../src/messages/index.ts'

const FR_EN = { source: 'fr', target: 'en' }

/** What is proposed for a file: its columns, and whether the first row names them. */
function proposed(text: string, languages = FR_EN): string {
  const mapping = proposeMapping(text, languages)
  return `${mapping.header ? 'named' : 'unnamed'}: ${writeMapping(mapping).join(', ')}`
}

describe('what columns are likely to mean', () => {
  test.each([
    [
      'MateCat, in full',
      'forbidden,Domain,Subdomain,Definition,fr-FR,NOTES,Example of use,en-GB,Notes,Example of use',
      'named: forbidden, subject, subject, definition, term fr-FR, note 4, context 4, term en-GB, note 7, context 7',
    ],
    ['MateCat, languages alone', 'en-GB,es-ES,it-IT', 'named: term en-GB, term es-ES, term it-IT'],
    [
      'Tolgee',
      'term,description,translatable,casesensitive,abbreviation,forbidden,en,de',
      'named: term fr, definition, translatable, case sensitive, abbreviation 0, forbidden, term en, term de',
    ],
    ['Tolgee, from the other language', 'term,description,fr,de', 'named: term en, definition, term fr, term de'],
    [
      'Phrase, whose “term” is a name for the entry',
      'term,case sensitive,translatable,description,en,fr-FR',
      'named: ignore, case sensitive, translatable, definition, term en, term fr-FR',
    ],
    [
      'Lokalise',
      'term;description;casesensitive;translatable;forbidden;tags;fr;fr_description;en;en_description',
      'named: ignore, definition, case sensitive, translatable, forbidden, ignore, term fr, definition, term en, definition',
    ],
    [
      'memoQ, with a synonym',
      'Entry_ID;Entry_Subject;Entry_Created;Entry_Note;French_Def;French;Term_Info;Term_Example;English_UK;Term_Info;English_UK',
      'named: concept id, subject, ignore, note, definition, term fr, term info 5, context 5, term en-GB, term info 8, term en-GB',
    ],
    ['DeepL, named', 'src,trg,srclang,trglang', 'named: term fr, term en, language 0, language 1'],
    [
      'DeepL, not named',
      'char,tank,FR,EN\ntruce,trêve,EN,FR,4',
      'unnamed: term fr, term en, language 0, language 1, ignore',
    ],
    ['OmegaT', '# -*- coding: utf-8 -*-\nchar\ttank\nor\tgold\tAu', 'unnamed: term fr, term en, note 1'],
    ['OmegaT, without comments', 'char\ttank', 'unnamed: term fr, term en'],
    ['a term that is the tag of a language', 'or\tgold\nchar\ttank', 'unnamed: term fr, term en'],
    [
      'MultiTerm, in French',
      'Identifiant\tFrançais\tGenre\tStatut\tAnglais (États-Unis)\tExemples\tVu par',
      'named: concept id, term fr, gender 1, status 1, term en-US, context 4, ignore',
    ],
    ['source and target', 'Source;Target;Reference', 'named: term fr, term en, source 1'],
    [
      'source and target terms, and a source',
      'Source term;Target term;Source;Remarks;DNT',
      'named: term fr, term en, source 1, note 1, do not translate',
    ],
    [
      'languages beside roles, in any order',
      'Term (FR);term_en;Note [en];definition fr;fr source',
      'named: term fr, term en, note 1, definition, source 0',
    ],
    ['a source that is no language', 'fr,en,Source', 'named: term fr, term en, source 1'],
    ['what is said before any term', 'Part of speech,Note,fr,en', 'named: part of speech, note, term fr, term en'],
    ['what is said of the concept behind a term', 'French;Entry_Note;English', 'named: term fr, note, term en'],
    ['one row a term', 'entryId,term,termLocale', 'named: concept id, term fr, language 1'],
    ['a language that has no column', 'fr,en,de note', 'named: term fr, term en, ignore'],
    ['empty names, the last ones dropped', 'fr,,en,,', 'named: term fr, ignore, term en'],
    [
      'a column of flags in which others stand',
      'fr,en,Abbreviation\nOTAN,NATO,OTAN',
      'named: term fr, term en, ignore',
    ],
    ['names nobody knows', 'not,valid,foo,bar', 'unnamed: term fr, term en, note 1, ignore'],
    ['a single language', 'en-GB', 'named: term en-GB'],
    ['an empty file', '', 'unnamed: '],
    ['nothing but comments', '# a\n# b', 'unnamed: '],
  ])('%s', (_, text, expected) => expect(proposed(text)).toBe(expected))

  test('the languages are those of the pair', () => {
    expect(proposed('a\tb', { source: 'en-GB', target: 'pt-BR' })).toBe('unnamed: term en-GB, term pt-BR')
  })

  test('a comment of the three hundredth row has a column', () => {
    expect(proposed(`${'char\ttank\n'.repeat(300)}or\tgold\tAu\n`)).toBe('unnamed: term fr, term en, note 1')
  })

  test('refuses a table of too many columns, and says where', () => {
    expect(() => proposeMapping(`fr,en\n${','.repeat(MOST_COLUMNS)}x\n`, FR_EN)).toThrow(
      'Line 2: there are more than 1,000 columns.',
    )
  })
})

describe('headings', () => {
  test.each([
    ['Definition', { role: 'definition' }],
    ['  CASE-SENSITIVE ', { role: 'case sensitive' }],
    ['Catégorie grammaticale', { role: 'part of speech' }],
    ['Entry_Note', { role: 'note', level: 'concept' }],
    ['Term_Example', { role: 'context', level: 'term' }],
    ['English_United_Kingdom_Def', { role: 'definition', language: 'en-GB' }],
    ['Note (français)', { role: 'note', language: 'fr' }],
    ['zh-Hant-TW', { language: 'zh-Hant-TW' }],
    ['Terme en toutes lettres', {}],
    ['constructor', {}],
    ['', {}],
    [`${' '.repeat(100)}fr`, {}],
  ])('%j', (text, expected) => expect(readHeading(text)).toEqual(expected))
})

describe('languages', () => {
  test.each([
    ['a tag in capitals', 'EN', 'en'],
    ['a tag with an underscore', 'fr_CA', 'fr-CA'],
    ['a code of three letters that has one of two', 'fra', 'fr'],
    ['an old code', 'iw', 'he'],
    ['a script', 'sr-latn', 'sr-Latn'],
    ['a part of the world', 'es-419', 'es-419'],
    ['an English name', 'French', 'fr'],
    ['a French name', 'FRANÇAIS', 'fr'],
    ['a name of two words', 'Norwegian Bokmål', 'nb'],
    ['a region in brackets', 'English (United States)', 'en-US'],
    ['a region as memoQ writes it', 'Chinese_PRC', 'zh-CN'],
    ['a code for the region', 'English_UK', 'en-GB'],
    ['a French region', 'portugais (Brésil)', 'pt-BR'],
    ['a word of three letters', 'not', undefined],
    ['a tag with a word behind it', 'fr-note', undefined],
    ['a region nobody knows', 'English (Narnia)', undefined],
    ['a sentence', 'English is spoken here', undefined],
    ['nothing', '', undefined],
  ])('%s', (_, text, expected) => expect(languageOf(text)).toBe(expected))

  test('a tag of a language without a name here is a tag all the same', () => {
    expect(languageTag('qaa')).toBe('qaa')
    expect(languageOf('qaa')).toBeUndefined()
    for (const none of ['', 'français', 'x-klingon', 'abcd', 'en-', 'en--GB', 'en-a', `en${'-abc'.repeat(9)}`]) {
      expect(languageTag(none)).toBeUndefined()
    }
  })
})

const meaning: fc.Arbitrary<Meaning> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('term' as const),
      language: fc.constantFrom('fr', 'en-GB', 'zh-Hant-TW', 'es-419', 'qaa', 'fr-x-desk'),
      split: fc.constantFrom(...SPLITS),
    },
    { requiredKeys: ['kind', 'language'] },
  ),
  fc.record(
    { kind: fc.constantFrom(...TERM_KINDS), of: fc.nat({ max: MOST_COLUMNS - 1 }) },
    { requiredKeys: ['kind'] },
  ),
  fc.record({ kind: fc.constantFrom(...CONCEPT_KINDS, 'ignore' as const) }),
)

describe('as fields of a form', () => {
  test('one for each column', () => {
    const columns: Meaning[] = [
      { kind: 'term', language: 'fr' },
      { kind: 'term', language: 'en', split: '|' },
      { kind: 'note', of: 1 },
      { kind: 'note' },
      { kind: 'term info', of: 0 },
      { kind: 'do not translate' },
      { kind: 'ignore' },
    ]
    expect(writeMapping({ header: true, columns })).toEqual([
      'term fr',
      'term en |',
      'note 1',
      'note',
      'term info 0',
      'do not translate',
      'ignore',
    ])
  })

  test('every column comes back', () => {
    fc.assert(
      fc.property(fc.array(meaning), fc.boolean(), (columns, header) => {
        expect(writeMapping({ header, columns }).map(readMappingColumn)).toEqual(columns)
      }),
    )
  })

  test('a language in its usual spelling', () => {
    expect(readMappingColumn('term en_gb ;')).toEqual({ kind: 'term', language: 'en-GB', split: ';' })
  })

  test.each([
    ['nothing', ''],
    ['an unknown kind', 'colour'],
    ['a term without a language', 'term'],
    ['a language by its name', 'term French'],
    ['a split by something else', 'term fr ,'],
    ['a column that is no number', 'note one'],
    ['a negative column', 'note -1'],
    ['a column with a zero in front', 'note 01'],
    ['a column beyond any table', 'note 99999999'],
    ['what is said of a concept, of a column', 'definition 1'],
    ['a name every object has', 'constructor'],
    ['two lines', 'note\nnote'],
  ])('nothing for %s', (_, text) => expect(readMappingColumn(text)).toBeUndefined())

  test('nothing or a column for any text, and always the same one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'term fr|;note 0123') })), (text) => {
        const column = readMappingColumn(text)
        if (!column) return
        const [written] = writeMapping({ header: true, columns: [column] })
        expect(readMappingColumn(written!)).toEqual(column)
      }),
    )
  })
})

describe('a mapping no table can be read by', () => {
  const faults = (...columns: Meaning[]) => [...faultsIn({ header: true, columns })].map((fault) => fault(ENGLISH))

  test.each<[string, Meaning[], string[]]>([
    ['sound', [{ kind: 'term', language: 'fr' }, { kind: 'note', of: 0 }, { kind: 'note' }], []],
    ['no columns', [], ['no column holds terms.']],
    ['no terms', [{ kind: 'definition' }], ['no column holds terms.']],
    [
      'a note on a note',
      [{ kind: 'term', language: 'fr' }, { kind: 'note', of: 2 }, { kind: 'note' }],
      ['column 2 is about column 3, and that holds no terms.'],
    ],
    [
      'a note on nothing',
      [
        { kind: 'term', language: 'fr' },
        { kind: 'note', of: -1 },
      ],
      ['column 2 is about column 0, and that holds no terms.'],
    ],
    [
      'no language',
      [{ kind: 'term', language: 'français' }],
      ['“français” is not a language tag such as “fr” or “en-GB”.'],
    ],
  ])('%s', (_, columns, expected) => expect(faults(...columns)).toEqual(expected))

  test('too many columns', () => {
    expect(
      faults(...Array.from({ length: MOST_COLUMNS + 1 }, () => ({ kind: 'term' as const, language: 'fr' }))),
    ).toEqual(['there are more than 1,000 columns.'])
  })
})
