import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { po } from '../../src/formats/po.ts'
import { chunked, collected, FR_EN, refusal, unplaced } from './streams.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures/po')

const read = (file: string, size?: number, languages = FR_EN) => unplaced(po.read(chunked(file, size), languages))
const refused = (file: string, size?: number) => refusal(po.read(chunked(file, size), FR_EN))
const header = (fields: string) => `msgid ""\nmsgstr "${fields}"\n\n`
const YES = 'msgid "Oui"\nmsgstr "Yes"\n'

describe('files as tools write them', async () => {
  const names = (await readdir(FIXTURES)).filter((name) => name.endsWith('.po'))

  test.each(names)('%s', async (name) => {
    const file = await readFile(join(FIXTURES, name), 'utf8')
    const expected: unknown = JSON.parse(await readFile(join(FIXTURES, name.replace('.po', '.json')), 'utf8'))
    for (const size of [1, 7, 65_536]) expect(await read(file, size)).toEqual(expected)
  })
})

test.each([
  ['Language: en', 'fr', 'en', ['Oui', 'Yes']],
  ['Language: en_GB', 'fr', 'en-US', ['Oui', 'Yes']],
  ['Language: en_US.UTF-8', 'fr', 'en', ['Oui', 'Yes']],
  ['Language: ', 'fr', 'en', ['Oui', 'Yes']],
  ['Language: en', 'de', 'en', ['Oui', 'Yes']],
  ['Language: en', 'en', 'fr', ['Yes', 'Oui']],
  ['Language: fra', 'fr', 'en', ['Yes', 'Oui']],
  ['X-Source-Language: fr\\nLanguage: en', 'fr', 'en', ['Oui', 'Yes']],
  ['Language: en\\nX-Source-Language: fr_FR', 'en', 'fr', ['Yes', 'Oui']],
  ['Language: en\\nX-Source-Language: de', 'fr', 'en', undefined],
  ['Language: en\\nX-Source-Language: en', 'fr', 'en', undefined],
  ['Language: en_GB\\nX-Source-Language: en_US', 'en-US', 'en-GB', ['Oui', 'Yes']],
  ['Language: de', 'fr', 'en', undefined],
  ['Language: enm', 'fr', 'en', undefined],
])('a file that says “%s”, asked for %s to %s', async (said, source, target, texts) => {
  const units = await read(header(`${said}\\n`) + YES, 10, { source, target })
  expect(units).toEqual(texts === undefined ? [] : [{ source: texts[0], target: texts[1], state: 'translated' }])
})

test('the other way round, what has no translation is left out, and a plural stands beside its own form', async () => {
  const messages =
    'msgid "Non"\nmsgstr ""\n\nmsgid "%d day"\nmsgid_plural "%d days"\nmsgstr[0] "%d jour"\nmsgstr[1] "%d jours"\n'
  const units = await read(header('Language: fr\\n') + messages)
  expect(units.map(({ source, target }) => [source, target])).toEqual([
    ['%d jour', '%d day'],
    ['%d jours', '%d days'],
  ])
})

describe('what is refused', () => {
  test.each([
    ['words', 'Bonjour\n', /^Line 1: This is neither/u],
    ['an unknown keyword', `${YES}\nmsgnote "x"\n`, /^Line 4: This is neither/u],
    ['a plural form of a text that has none', 'msgid[0] "x"\n', /^Line 1: This is neither/u],
    ['a quotation mark inside a text', 'msgid "Dire "oui""\n', /^Line 1: .*a quotation mark is written \\"/u],
    ['words after a text', 'msgid "Oui" non\n', /^Line 1: This is neither/u],
    ['a text never closed', `${YES}msgid "Non\nmsgstr "No"\n`, /^Line 3: .*nothing closes it/u],
    ['a text whose end is escaped', 'msgid "Non\\"\nmsgstr "No"\n', /^Line 1: .*nothing closes it/u],
    ['a text cut after a backslash', 'msgid "Non\\', /^Line 1: .*nothing closes it/u],
    ['a text without keyword', '# rien\n"Oui"\n', /^Line 2: No msgid stands before this/u],
    ['a translation of nothing', 'msgctxt "menu"\nmsgstr "Yes"\n', /^Line 2: No msgid stands before this/u],
    ['a plural of nothing', 'msgid_plural "Oui"\n', /^Line 1: No msgid stands before this/u],
    ['a file cut before the translation', `${YES}\n\nmsgid "Non"\n`, /^Line 5: .*has no msgstr/u],
    ['a file cut after the context', 'msgctxt "menu"\n', /^Line 1: .*has no msgstr/u],
    ['a message left unfinished', `msgctxt "menu"\nmsgid "Non"\n\n${YES}`, /^Line 1: .*has no msgstr/u],
    [
      'another encoding',
      `# en-tête\n${header('Content-Type: text/plain; charset=ISO-8859-1\\n')}${YES}`,
      /^Line 2: The file says that it is in ISO-8859-1\./u,
    ],
  ])('%s', async (_, file, message) => {
    for (const size of [1, 7, 65_536]) expect(await refused(file, size)).toMatch(message)
  })
})

describe('large files', () => {
  test('a segment of a megabyte, on one line or many', async () => {
    const text = 'Une très longue phrase 😀 sans « fin ». '.repeat(27_000)
    expect(text.length).toBeGreaterThan(1_000_000)
    const lines = text.match(/.{1,77}/gsu)!.map((part) => `"${part}"\n`)
    const [unit] = await read(`msgid "${text}"\nmsgstr ""\n${lines.join('')}`, 1000)
    expect([unit?.source, unit?.target]).toEqual([text, text])
  })

  test.each([
    ['a letter', 'a'],
    ['a line end', '\\n'],
    ['a byte', '\\141'],
    ['a quotation mark', '\\"'],
  ])('a line of 20 million characters, all of them %s', async (_, part) => {
    const count = 20_000_000 / part.length
    const [unit] = await read(`msgid "${part.repeat(count)}"\nmsgstr ""\n`)
    expect(unit?.source).toHaveLength(count)
  })

  test('a message is there before the rest of the file', async () => {
    const messages = 20_000
    let asked = 0
    async function* file(): AsyncGenerator<string> {
      for (; asked < messages; asked += 1) yield `msgid "Phrase ${asked}"\nmsgstr ""\n\n`
    }
    let seen = 0
    for await (const { source } of po.read(file(), FR_EN)) {
      expect(source).toBe(`Phrase ${seen}`)
      seen += 1
      expect(asked - seen).toBeLessThan(10)
    }
    expect(seen).toBe(messages)
  })

  test('of a file in another language every message is passed over', async () => {
    const passed: (readonly string[])[] = []
    const file = chunked(header('Language: de\\n') + YES + YES)
    expect(await collected(po.read(file, FR_EN, (languages) => passed.push(languages)))).toEqual([])
    expect(passed).toEqual([['de'], ['de']])
  })
})
