import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LONGEST_TERM } from '../../../glossary/formats/format.ts'
import { writeMapping } from '../../../glossary/formats/mapping.ts'
import { proposeMapping } from '../../../glossary/formats/proposal.ts'
import { rowsOf } from '../../../glossary/formats/table.ts'
import { readTable } from '../../../glossary/formats/tableConcepts.ts'
import { FormatError } from '../../../src/errors.ts'
import { LANGUAGES } from '../../../src/messages/index.ts'
import { decode } from '../../../src/text/decode.ts'
import { FR_EN } from '../../formats/streams.ts'
import { term } from '../concepts.ts'
import { briefly, columnsOf, read, readAs, sound } from './tables.ts'

const FIXTURES = join(import.meta.dirname, '../../fixtures/table')

describe('rows', () => {
  const lines = (text: string, options?: { comments: boolean }) =>
    rowsOf(text, options).map(({ cells, line }) => `${line}: ${cells.join('|')}`)

  test.each([
    ['commas', 'a,b;c\nd,e;f\n', ['1: a|b;c', '2: d|e;f']],
    ['semicolons', 'a;b,c;d\n', ['1: a|b,c|d']],
    ['a tab, whatever else stands there more often', 'a, b, c\td\n', ['1: a, b, c|d']],
    ['delimiters within quotation marks', '"a;b;c",d\n', ['1: a;b;c|d']],
    ['a byte order mark before a quotation mark', '\uFEFF"a",b\r\n', ['1: a|b']],
    ['the delimiter of the first line that holds something', '\n\n# x,y,z\na;b\n', ['4: a|b']],
    ['no line end at the end', 'a,b\nc,d', ['1: a|b', '2: c|d']],
    ['the line ends of an old Mac', 'a,b\rc,d\r', ['1: a|b', '2: c|d']],
    ['several kinds of line ends', 'a,b\nc,d\r\ne,f\rg,h', ['1: a|b', '2: c|d', '3: e|f', '4: g|h']],
    ['a cell of several lines', 'a,b\n"c\nd\r\ne",f\n\ng,h\n', ['1: a|b', '2: c\nd\r\ne|f', '6: g|h']],
    ['space around cells', ' a ,\u00A0b\u202F,c\n', ['1: a|b|c']],
    ['what keeps a spreadsheet from computing', "'=a,'-b,''=c,d'e\n", ["1: =a|-b|'=c|d'e"]],
    ['quotation marks in a text with tabs', 'a "b" c\t"d" e\t"f\tg"\n', ['1: a "b" c|"d" e|f\tg']],
    ['rows of any length', 'a,b\nc\nd,e,f\n', ['1: a|b', '2: c', '3: d|e|f']],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual(expected))

  const commented = '# a "comment\n\n#another\nun\tone\n#deux\ttwo\n\n"#trois"\t"#\n#three"\nx\t#y\n'
  test.each([
    ['OmegaT’s', true, ['4: un|one', '7: #trois|#\n#three', '9: x|#y']],
    ['of nobody else', false, ['4: un|one', '5: #deux|two', '7: #trois|#\n#three', '9: x|#y']],
  ])('comments: %s', (_, comments, expected) => expect(lines(commented, { comments })).toEqual(expected))

  test('a column may be called #', () => {
    expect(lines('#,fr,en\n1,un,one\n#2,deux,two\n', { comments: true })).toEqual([
      '1: #|fr|en',
      '2: 1|un|one',
      '3: #2|deux|two',
    ])
  })

  test.each([
    ['a quotation mark not closed', 'a,b\n\n# c\n"d,e\n', 4],
    ['a quotation mark inside a cell', 'a,b\nc "d",e\n', 2],
    ['a quotation mark not closed among tabs', '\n# x\na\tb\n"c\td\n', 4],
  ])('refuses %s', (_, text, line) => {
    expect(() => rowsOf(text, { comments: true })).toThrow(FormatError)
    expect(() => rowsOf(text, { comments: true })).toThrow(`Line ${line}: this is not valid CSV`)
  })

  test('reads a file of nothing but comments, however long', () => {
    expect(rowsOf('#\n'.repeat(1_000_000), { comments: true })).toEqual([])
  })
})

describe('files as tools write them', async () => {
  const names = (await readdir(FIXTURES)).filter((name) => !name.endsWith('.json'))

  test.each(names)('%s', async (name) => {
    const text = decode(await readFile(join(FIXTURES, name)))
    const expected: unknown = JSON.parse(await readFile(join(FIXTURES, name.replace(/\.\wsv$/u, '.json')), 'utf8'))
    const mapping = proposeMapping(text, FR_EN)
    expect({ header: mapping.header, columns: writeMapping(mapping), ...read(text, mapping) }).toEqual(expected)
  })
})

describe('concepts', () => {
  test('of columns in any order, and what is said of each term', () => {
    expect(
      sound(
        'gender 2, subject, term fr, part of speech 2, definition, term en, case sensitive 5, note 5, source 2, ignore, subject',
        'f,armes,bombe,nom,Engin explosif.,BOMB,oui,Not “shell”.,Larousse,x,terre',
      ),
    ).toEqual([
      {
        id: 'bombe',
        definition: 'Engin explosif.',
        subject: 'armes / terre',
        terms: [
          term('fr', 'bombe', { gender: 'feminine', partOfSpeech: 'noun', source: 'Larousse' }),
          term('en', 'BOMB', { match: 'exact', note: 'Not “shell”.' }),
        ],
      },
    ])
  })

  test.each<[string, string, string[], Readonly<Record<string, string>>]>([
    [
      'the first term of a language is preferred',
      'term fr, term en, term en',
      ['un,one,single'],
      { un: 'fr un, en one, ~en single' },
    ],
    ['synonyms stay together', 'term fr, term en', ['un,one|single; sole'], { un: 'fr un, en one|single; sole' }],
    ['or are split by a bar', 'term fr, term en |', ['un,one| single ||'], { un: 'fr un, en one, ~en single' }],
    ['or by a semicolon', 'term fr ;, term en', ['un;une,one'], { un: 'fr un, ~fr une, en one' }],
    [
      'one of a cell is preferred',
      'term fr, term en |, status 1',
      ['un,one|single,preferred'],
      { un: 'fr un, en one, ~en single' },
    ],
    [
      'all of a cell are forbidden',
      'term fr, term en |, status 1',
      ['un,a|an,deprecated'],
      { un: 'fr un, -en a, -en an' },
    ],
    [
      'a status of each',
      'status 1, term fr, term en, status 2',
      ['admis,un,one,Superseded'],
      { un: '~fr un, ?en one' },
    ],
    ['a status of the row', 'status, term fr, term en', ['admis,un,one'], { un: '~fr un, ~en one' }],
    [
      'a status of the row that forbids is not the source’s',
      'status, term fr, term en',
      ['proscrit,un,an'],
      { un: 'fr un, -en an' },
    ],
    [
      'a row that forbids, in every language but the source',
      'forbidden, term fr, term en, term de',
      ['TRUE,un,an,ein'],
      { un: 'fr un, -en an, -de ein' },
    ],
    ['a row that forbids without a source', 'forbidden, term fr, term en', ['x,,an'], { an: '-en an' }],
    [
      'what is forbidden stays so',
      'forbidden, term fr, term en, status 2',
      ['1,un,an,preferred'],
      { un: 'fr un, -en an' },
    ],
    [
      'a term of the source that is forbidden itself',
      'term fr, forbidden 0, term en',
      ['un,yes,one'],
      { one: '-fr un, en one' },
    ],
    ['a row that does not forbid', 'forbidden, term fr, term en', ['0,un,one'], { un: 'fr un, en one' }],
    [
      'what is not translated',
      'term fr, term en, do not translate',
      ['Thales,,yes'],
      { thales: 'fr Thales, en Thales' },
    ],
    [
      'what is not translated, the other way round',
      'term fr, term en, translatable',
      [',Thales,no'],
      { thales: 'en Thales, fr Thales' },
    ],
    [
      'what is not translated, and is',
      'term fr, term en, do not translate',
      ['OTAN,NATO,yes'],
      { otan: 'fr OTAN, en NATO' },
    ],
    [
      'what is not translated in another language',
      'term fr, term de, term en, translatable',
      ['Thales,Thales AG,,F'],
      { thales: 'fr Thales, de Thales AG, en Thales' },
    ],
    [
      'what is neither translated nor allowed',
      'forbidden, term fr, term en, do not translate',
      ['x,Konya,,x'],
      { konya: 'fr Konya, -en Konya' },
    ],
    [
      'a language in a cell',
      'term fr, language 0, term en, language 2',
      ['truce,anglais,trêve,fr_CA'],
      { truce: 'en truce, fr-CA trêve' },
    ],
    [
      'rows of one id',
      'concept id, term fr, term en',
      ['7,un,one', '8,deux,two', '7,un,single'],
      { 7: 'fr un, en one, ~en single', 8: 'fr deux, en two' },
    ],
    [
      'rows of one source',
      'term fr, term en, forbidden',
      ['un,one,', 'deux,two,', 'un,single,', 'un,an,x'],
      { un: 'fr un, en one, ~en single, -en an', deux: 'fr deux, en two' },
    ],
    [
      'what is allowed in one row and forbidden in the next',
      'term fr, term en, forbidden',
      ['un,one,no', 'un,one,yes'],
      { un: 'fr un, en one, -en one' },
    ],
    [
      'rows of one source that a definition tells apart',
      'term fr, term en, definition',
      ['char,tank,arme', 'char,float,carnaval'],
      { char: 'fr char, en tank', 'char-2': 'fr char, en float' },
    ],
    [
      'rows of one source that the part of speech tells apart',
      'term fr, term en, part of speech',
      ['or,gold,nom', 'or,golden,adj'],
      { or: 'fr or, en gold', 'or-2': 'fr or, en golden' },
    ],
    [
      'an id for each',
      'concept id, term fr, term en, subject',
      ['un-2,deux,two,', ',un,one,a', ',un,a,b', ',Un !,an,c'],
      { 'un-2': 'fr deux, en two', un: 'fr un, en one', 'un-3': 'fr un, en a', 'un-4': 'fr Un !, en an' },
    ],
    [
      'an id without accents and signs',
      'term fr, term en',
      ['« L’Œuvre d’État »,state'],
      { 'l-oeuvre-d-etat': 'fr « L’Œuvre d’État », en state' },
    ],
    ['an id of a term that is all signs', 'term fr, term en', ['!,?'], { concept: 'fr !, en ?' }],
    [
      'blank rows',
      'term fr, term en, ignore',
      ['un,one,', ',,', ' , ,x', 'deux,two,'],
      { un: 'fr un, en one', deux: 'fr deux, en two' },
    ],
    ['empty cells behind the last column', 'term fr, term en', ['un,one,,,'], { un: 'fr un, en one' }],
  ])('%s', (_, words, rows, expected) => expect(briefly(sound(words, ...rows))).toEqual(expected))

  test('all prose of the rows of a concept', () => {
    const rows = ['1,un,one,Un.,a,x', '1,un,one,Un.,b,y', '1,un,single,Seul.,b,y']
    expect(sound('concept id, term fr, term en, definition, note 2, note', ...rows)).toEqual([
      {
        id: '1',
        definition: 'Un.\nSeul.',
        terms: [
          term('fr', 'un', { note: 'x\ny' }),
          term('en', 'one', { note: 'a\nb' }),
          term('en', 'single', { status: 'admitted', note: 'b' }),
        ],
      },
    ])
  })

  test('of anything but prose what is said first', () => {
    expect(
      sound('concept id, term fr, term en, gender, part of speech', '1,un,one,m,nom', '1,un,one,f,verbe')[0]?.terms,
    ).toEqual([
      term('fr', 'un', { gender: 'masculine', partOfSpeech: 'noun' }),
      term('en', 'one', { partOfSpeech: 'noun' }),
    ])
  })

  test('a note on a term that is not there goes to the first that is', () => {
    expect(sound('forbidden, term fr, note 1, term en', 'x,,Jamais.,an')[0]?.terms[0]?.note).toBe('Jamais.')
  })

  test('the case of a row is that of all its terms, and of a term that comes again', () => {
    const concepts = sound('concept id, term fr, term en, case sensitive', '1,un,one,', '1,un,ONE,yes')
    expect(concepts[0]?.terms.map(({ text, match }) => [text, match])).toEqual([
      ['un', 'exact'],
      ['one', 'inflected'],
      ['ONE', 'exact'],
    ])
  })

  test('comments are terms where a row names the columns', () => {
    const text = '# made by hand\nfr,en\n#Résistance,#Resistance\n'
    const columns = columnsOf('term fr, term en')
    expect(briefly(read(text, { header: true, columns }).concepts)).toEqual({
      resistance: 'fr #Résistance, en #Resistance',
    })
    expect(briefly(read(text, { header: false, columns }).concepts)).toEqual({ fr: 'fr fr, en en' })
  })
})

describe('what is wrong', () => {
  test.each<[string, string, string[], string[]]>([
    [
      'a row without a term',
      'term fr, term en, definition',
      ['un,one,', ',,Deux.'],
      ['error 2: there is no term in this row.'],
    ],
    ['a cell with nothing between its bars', 'term fr |, term en', ['|,'], ['error 1: there is no term in this row.']],
    [
      'a term as long as a page',
      'term fr, term en',
      [`un,${'x'.repeat(LONGEST_TERM + 1)}`],
      ['error 1: a term of 501 characters is none; at most 500 are read as one.'],
    ],
    [
      'more cells than columns',
      'term fr, term en',
      ['un,one,', 'deux,two,2'],
      ['error 2: there are more cells than the 2 columns of the table.'],
    ],
    [
      'a flag nobody understands',
      'term fr, term en, forbidden, do not translate, translatable',
      ['un,one,peut-être,,', 'deux,two,,maybe,', 'trois,three,,,2'],
      [
        'error 1: “peut-être” is neither yes nor no.',
        'error 2: “maybe” is neither yes nor no.',
        'error 3: “2” is neither yes nor no.',
      ],
    ],
    [
      'a language nobody knows',
      'term fr, language 0, term en',
      ['un,Narnian,one'],
      ['error 1: “Narnian” is not a language tag such as “fr” or “en-GB”.'],
    ],
    [
      'words nobody knows, once each',
      'term fr, term en, status 1, part of speech',
      ['un,one,new,locution', 'deux,two,new,locution', 'trois,three,old,nom'],
      [
        'warning 1: “new” is no “status” known here; it counts as “admitted”, here and below.',
        'warning 1: “locution” is no “part_of_speech” known here; it is left out, here and below.',
        'warning 3: “old” is no “status” known here; it counts as “admitted”, here and below.',
      ],
    ],
    [
      'rows that say the same',
      'term fr, term en, ignore',
      ['un,one,a', 'deux,two,', 'un , one,b'],
      ['warning 3: this row says the same as line 1; it is left out.'],
    ],
    [
      'a row that forbids the source',
      'forbidden, term fr, term en',
      ['x,un,', ',un,one'],
      ['warning 1: this row forbids nothing: it has terms in fr only.'],
    ],
    [
      'concepts that ask for nothing',
      'term fr, term en, term de',
      ['un,,eins', ',two,', ',,drei'],
      [
        'warning 1: “un” has no preferred or admitted term in en.',
        'warning 2: “two” has no preferred or admitted term in fr.',
        'warning 3: “drei” has no preferred or admitted term in fr.',
        'warning 3: “drei” has no preferred or admitted term in en.',
      ],
    ],
    [
      'a status of what is not there',
      'term fr, term en, status 1',
      ['un,,deprecated'],
      ['warning 1: “un” has no preferred or admitted term in en.'],
    ],
    [
      'a language of the pair without a column',
      'term fr-CA, term de',
      ['un,eins'],
      ['warning 1: no column holds terms in en.'],
    ],
    ['a mapping without terms', 'ignore, note', ['un,one', 'deux,two'], ['error 1: no column holds terms.']],
    [
      'a note on a note',
      'term fr, note 1, term en',
      ['un,x,one'],
      ['error 1: column 2 is about column 2, and that holds no terms.'],
    ],
    [
      'everything at once',
      'term fr, term en, forbidden',
      ['un,one,?', ',,x', 'a,b,,d'],
      [
        'error 1: “?” is neither yes nor no.',
        'error 2: there is no term in this row.',
        'error 3: there are more cells than the 3 columns of the table.',
      ],
    ],
  ])('%s', (_, words, rows, expected) => expect(readAs(words, ...rows).problems).toEqual(expected))

  test('a row with an error in it is left out whole', () => {
    const { concepts } = readAs('concept id, term fr, term en, forbidden', '1,un,one,', '1,une,single,?', '2,deux,two,')
    expect(briefly([...concepts])).toEqual({ 1: 'fr un, en one', 2: 'fr deux, en two' })
  })

  test('the line in a file with cells of several lines and comments', () => {
    const text = '# a\n\nfr,en,note\n"un",one,"a\nb"\n\n,,c\n'
    expect(read(text, proposeMapping(text, FR_EN)).problems).toEqual(['error 7: there is no term in this row.'])
  })
})

test('a preview is the first rows of a table', () => {
  const text = `fr,en\n${Array.from({ length: 50 }, (_, at) => `mot ${at},word ${at}\n`).join('')}`
  const mapping = proposeMapping(text, FR_EN)
  const whole = read(text, mapping)
  expect(read(text, mapping, FR_EN, 20)).toEqual({ concepts: whole.concepts.slice(0, 20), problems: [] })
})

test.each([
  ['of as many concepts', (at: number) => `${at},mot ${at},word ${at},note\n`, 20_000],
  ['of one concept', (at: number) => `1,mot,word ${at},note ${at}\n`, 1],
  ['of one term', (at: number) => `1,mot,word,note ${at}\n`, 1],
  ['of one id for all', (at: number) => `,mot,word ${at},,${at}\n`, 20_000],
])('a table of 20,000 rows %s', (_, row, count) => {
  const text = Array.from({ length: 20_000 }, (_, at) => row(at)).join('')
  const columns = columnsOf('concept id, term fr, term en, note 2, definition')
  const { concepts, problems } = read(text, { header: false, columns })
  expect(problems).toEqual([])
  expect(concepts).toHaveLength(count)
})

describe('hostile tables', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      ...[
        'fr',
        'en',
        'term',
        'Notes',
        'forbidden',
        'Entry_ID',
        'lang',
        'TRUE',
        'yes',
        'no',
        'x',
        '',
        ' ',
        'tank',
        '#',
        '# a',
      ],
      ...[
        '"',
        '""',
        "'=",
        '\r',
        '\n',
        '\t',
        ',',
        ';',
        '|',
        '__proto__',
        'constructor',
        '\u2028',
        '\uFEFF',
        '\uD800',
        '\0',
      ],
    ),
    fc.string({ unit: 'binary', maxLength: 10 }),
  )
  const table = fc
    .tuple(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), fc.constantFrom(',', ';', '\t'))
    .map(([rows, delimiter]) => rows.map((cells) => cells.join(delimiter)).join('\n'))
  const columns = fc.array(
    fc.constantFrom(
      ...columnsOf(
        'term fr, term en, term de |, note, note 1, language 0, status, status 0, forbidden, case sensitive',
      ),
      ...columnsOf(
        'do not translate, concept id, definition, ignore, term info 0, abbreviation, gender, part of speech',
      ),
    ),
    { maxLength: 8 },
  )

  test('throw nothing but a format error, and every concept and problem is whole', () => {
    fc.assert(
      fc.property(table, columns, fc.boolean(), fc.boolean(), (text, columns, header, proposed) => {
        try {
          const mapping = proposed ? proposeMapping(text, FR_EN) : { header, columns }
          const { concepts, problems } = readTable(text, mapping, FR_EN)
          expect(new Set(concepts.map(({ id }) => id)).size).toBe(concepts.length)
          for (const { id, terms } of concepts) {
            expect(id).not.toBe('')
            expect(terms).not.toEqual([])
            for (const { language, text } of terms) expect([language, text]).not.toContain('')
          }
          for (const { line, message } of problems) {
            expect(line).toBeGreaterThan(0)
            expect(line).toBeLessThanOrEqual(text.split(/[\r\n]/u).length)
            for (const catalogue of Object.values(LANGUAGES)) expect(message(catalogue)).not.toMatch(/^$|undefined/u)
          }
        } catch (error) {
          if (!(error instanceof FormatError)) throw error
        }
      }),
      { seed: 20_261_126, numRuns: 2000 },
    )
  })
})
