import { describe, expect, test } from 'vitest'
import { CURATED_LANGUAGES } from '../../src/desk/curated.ts'
import { readGlossaryFile } from '../../src/desk/readGlossaryFile.ts'
import { ENGLISH } from '../../src/messages/index.ts'
import { briefly } from '../glossary/formats/tables.ts'

/** What is read of a file, each problem on a line. */
async function read(name: string, file: string | Uint8Array) {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  const { concepts, problems } = await readGlossaryFile({ name, bytes }, CURATED_LANGUAGES)
  const said = problems.map(({ severity, line, message }) => `${severity} ${line}: ${message(ENGLISH)}`)
  return { concepts, said: briefly(concepts), problems: said }
}

describe('a table whose columns are', () => {
  const left = 'is no language known here, nor anything that is said of terms; its column is left out.'
  test.each<[string, string, string[], Readonly<Record<string, string>>]>([
    [
      'a language and a word that is none: the word is no term',
      '\nfr,klingon\nchar,tank\n',
      [`warning 2: “klingon” ${left}`, 'warning 2: no column holds terms in en.'],
      { char: 'fr char' },
    ],
    [
      'not named by anything known: they are read as they stand, which is said',
      'not,valid,foo,bar\nchar,tank,,\n',
      ['warning 1: no column is named here; terms in fr and in en are read from this row on.'],
      { not: 'fr not, en valid', char: 'fr char, en tank' },
    ],
    [
      '“or”, gold: no names',
      'or,gold\n',
      ['warning 1: no column is named here; terms in fr and in en are read from this row on.'],
      { or: 'fr or, en gold' },
    ],
    [
      'named in each of its rows',
      'un,one,fr,en\ndeux,two,fr,en\n',
      [],
      { un: 'fr un, en one', deux: 'fr deux, en two' },
    ],
    [
      'of yes and no, and hold something else',
      'fr,en,forbidden\nun,one,perhaps\n',
      ['warning 1: the column “forbidden” is left out.'],
      { un: 'fr un, en one' },
    ],
    [
      'named but for one that holds something',
      'fr,,en,\nun,x,one,\n',
      ['warning 1: column 2 has no name; it is left out.'],
      { un: 'fr un, en one' },
    ],
    ['all understood', 'fr,en,note\nun,one,x\n', [], { un: 'fr un, en one' }],
  ])('%s', async (_, text, problems, concepts) => {
    expect(await read('a.csv', text)).toMatchObject({ said: concepts, problems })
  })
})

describe('what another program saved in another encoding', () => {
  test.each([
    ['the desk’s own CSV', 'concept;lang;term\r\na;fr;été\r\na;en;summer\r\n', 2],
    ['a table', 'fr;en\r\nx;y\r\nété;summer\r\n', 3],
  ])('%s is read, and the guess is told', async (_, text, line) => {
    const { concepts, problems } = await read('a.csv', Buffer.from(text, 'latin1'))
    expect(concepts.at(-1)?.terms[0]?.text).toBe('été')
    expect(problems).toEqual([
      `warning ${line}: The file is not UTF-8; it is read as Windows-1252. Look whether “été” is right.`,
    ])
  })
})

describe('what the database cannot keep is an error on its line', () => {
  const tbx = (note: string) =>
    `<tbx type="TBX-Basic"><text><body>\n<conceptEntry id="a"><langSec xml:lang="fr"><termSec><term>un</term><note>${note}</note></termSec></langSec></conceptEntry></body></text></tbx>`
  const broken = 'error 2: This text holds characters that cannot be kept (a NUL, or half of a character).'

  test.each([
    ['a NUL in a note of ours', 'a.tbx', tbx('visavis: note="a\\u0000b"'), broken],
    ['half of a character', 'a.tbx', tbx('visavis: variants="a\\ud800b"'), broken],
    ['a NUL in the name of another’s column', 'a.tbx', tbx('visavis: extra={"a\\u0000":"b"}'), broken],
    [
      'a definition as long as a book',
      'a.csv',
      `concept,lang,term,definition\na,fr,un,${'x'.repeat(100_001)}\n`,
      'error 2: This text is too long: at most 100,000 characters are kept.',
    ],
  ])('%s', async (_, name, text, problem) => {
    expect(await read(name, text)).toMatchObject({ concepts: [], problems: [problem] })
  })

  test('line ends are ours', async () => {
    const { concepts } = await read('a.csv', 'concept,lang,term,note\r\na,fr,un,"one\r\ntwo\rthree"\r\n')
    expect(concepts[0]?.terms[0]?.note).toBe('one\ntwo\nthree')
  })
})
