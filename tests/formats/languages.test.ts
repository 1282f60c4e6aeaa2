import { describe, expect, test } from 'vitest'
import { formatOf } from '../../src/formats/index.ts'
import { inLanguage, sidesIn } from '../../src/formats/languages.ts'
import { chunked, collected, FR_EN } from './streams.ts'

/** The tags there are, the one asked for, the one that is meant. */
const TAGS: readonly (readonly [tags: string[], wanted: string, found: string | undefined])[] = [
  [['fr', 'fr-CA'], 'fr-CA', 'fr-CA'],
  [['fr-CA', 'fr'], 'fr', 'fr'],
  [['de', 'FR_be'], 'fr', 'FR_be'],
  [['fra'], 'fr', 'fra'],
  [['fre-CA'], 'fr', 'fre-CA'],
  [['fr'], 'fra', 'fr'],
  [['frr', 'frm'], 'fr', undefined],
  [['', 'x', 'french'], 'fr', undefined],
]

test.each(TAGS)('of %j, %s means %s', (tags, wanted, found) => {
  expect(inLanguage(tags, wanted, (tag) => tag)).toBe(found)
})

/** What a file says of its sides, and which of them is French and which English. */
const SIDES: readonly (readonly [source: string | undefined, target: string | undefined, sides: string | undefined])[] =
  [
    [undefined, undefined, 'source target'],
    ['fr', 'en-GB', 'source target'],
    ['en', 'fr-CA', 'target source'],
    ['fr', undefined, 'source target'],
    ['en', undefined, 'target source'],
    [undefined, 'en', 'source target'],
    [undefined, 'fr', 'target source'],
    ['de', undefined, undefined],
    [undefined, 'de', undefined],
    ['en', 'de', undefined],
    ['fr', 'fr', undefined],
  ]

test.each(SIDES)('a file from %s into %s', (source, target, sides) => {
  const found = sidesIn({ source, target }, FR_EN)
  expect(found && `${found.source} ${found.target}`).toBe(sides)
})

test('a PO file that says only what it is translated from is read', async () => {
  const po = 'msgid ""\nmsgstr "X-Source-Language: en\\n"\n\nmsgid "One"\nmsgstr "Un"\n'
  const units = await collected(formatOf('a.po')!.read(chunked(po, 10), FR_EN))
  expect(units).toMatchObject([{ source: 'Un', target: 'One' }])
})

const tu = (...tags: string[]) => `<tu>${tags.map((tag) => `<tuv xml:lang="${tag}"><seg>x</seg></tuv>`).join('')}</tu>`
const xliff = (source: string, target: string) =>
  `<xliff version="1.2"><file source-language="${source}"${target}><body>
   <trans-unit id="1"><source>Un</source><target>One</target></trans-unit>
   <trans-unit id="2" translate="no"><source>Deux</source><target>Two</target></trans-unit></body></file></xliff>`

/** Name, file, how many units are read, and the languages of each that is not. */
const FILES: readonly (readonly [name: string, file: string, read: number, passed: string[][]])[] = [
  [
    'a.tmx',
    `<tmx><body>${tu('fr', 'en')}${tu('fr', 'xx')}${tu('de', 'it', 'en')}${tu()}</body></tmx>`,
    1,
    [['fr', 'xx'], ['de', 'it', 'en'], []],
  ],
  ['de-it.xlf', xliff('de', ' target-language="it"'), 0, [['de', 'it']]],
  ['fra-eng.xlf', xliff('fra', ' target-language="eng"'), 1, []],
  ['de.xlf', xliff('de', ''), 0, [['de']]],
  ['de.po', 'msgid ""\nmsgstr "Language: de\\n"\n\nmsgid "Un"\nmsgstr "Eins"\n', 0, [['de']]],
  ['none.po', 'msgid ""\nmsgstr ""\n\nmsgid "Un"\nmsgstr "One"\n', 1, []],
]

describe('what is in other languages is passed over, and said', () => {
  test.each(FILES)('%s', async (name, file, read, passed) => {
    const found: string[][] = []
    const units = formatOf(name)!.read(chunked(file), FR_EN, (languages) => found.push([...languages]))
    expect(await collected(units)).toHaveLength(read)
    expect(found).toEqual(passed)
  })
})

/** Headers of two columns, the source and the target. */
const HEADERS = ['French;English', 'français,anglais', 'French (Canada)\tEnglish_UK', 'FR;en-GB', '"French";"English"']

test.each(HEADERS)('a table may name its languages: %s', async (header) => {
  const sign = /[;,\t]/u.exec(header)![0]
  const read = await collected(formatOf('a.csv')!.read(chunked(`${header}\nUn${sign}One\n`), FR_EN))
  expect(read).toMatchObject([{ source: 'Un', target: 'One', line: 2 }])
})
