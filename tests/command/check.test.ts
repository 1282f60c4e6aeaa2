import { describe, expect, test } from 'vitest'
import { FORMATS } from '../../src/formats/index.ts'
import type { Unit, WaivedTerm } from '../../src/unit.ts'
import { FR_EN, joined } from '../formats/streams.ts'
import { folderOf, GLOSSARY, lines, type Outcome, objects, run, startIn } from './run.ts'

/** Its one unit lacks the Minsk Group. */
const WRONG = 'id,source,target\na,Le Groupe de Minsk se réunit.,They meet.\n'
const RIGHT = 'id,source,target\na,Le Groupe de Minsk se réunit.,The Minsk Group meets.\n'

const check = (folder: string, ...args: string[]) => run(folder, 'check', '--glossary', 'g.csv', ...args)

describe('a waiver in the file discharges the occurrence it names, and no other', () => {
  const SOURCE = 'Le <1>Groupe</1> de Minsk et le Groupe de Minsk.'
  const waiver = (start: number, concept = 'minsk-group'): WaivedTerm => ({
    concept,
    start,
    code: 'pronoun',
    reason: 'They were named before.',
    grantedBy: 'Ana',
  })
  /** The waivers, the target, the checks that find something. Spans are of the tagged source. */
  const ROWS: readonly (readonly [what: string, waivers: WaivedTerm[], target: string, found: string[]])[] = [
    ['none', [], 'They meet.', ['missing', 'missing']],
    ['both', [waiver(6), waiver(32)], 'They meet.', []],
    ['one of two', [waiver(32)], 'They meet.', ['missing']],
    ['where it stands without its tag', [waiver(3), waiver(32)], 'They meet.', ['missing']],
    ['of another concept', [waiver(6, 'ceasefire'), waiver(32)], 'They meet.', ['missing']],
    ['a second one that is implied', [waiver(32)], 'The Minsk Group meets.', []],
    ['not for a forbidden term', [waiver(6), waiver(32)], 'The commandos meet.', ['forbidden']],
  ]
  const units = ROWS.map(
    ([id, waivers, target]): Unit => ({
      id,
      source: SOURCE,
      target,
      state: 'approved',
      codes: [{ number: 1, open: '<b>', close: '</b>' }],
      waivers,
    }),
  )

  test.each(FORMATS.map((format) => [format.id, format] as const))('%s', async (id, format) => {
    const name = `units${format.extensions[0]}`
    const folder = await folderOf({ 'g.csv': GLOSSARY, [name]: await joined(format.write(units, FR_EN)) })
    const found = objects(await check(folder, name, '--format', 'json'))
    for (const [at, [what, , , checks]] of ROWS.entries()) {
      const its = found.filter(({ unit }) => unit === at + 1).map(({ check }) => check)
      expect.soft(its, `${what} in ${id}`).toEqual(checks.map((check) => `glossary.${check}`))
    }
  })
})

describe('what a unit says of its document counts as it does on the desk', () => {
  const glossary = `concept,lang,term,status,part_of_speech,match,note,term_type,valid_from,valid_until,first_mention
kyiv,fr,Kiev,preferred,noun,inflected,,,,,
kyiv,en,Kiev,preferred,noun,inflected,,,,2021-12-31,
kyiv,en,Kyiv,preferred,noun,inflected,,,2022-01-01,,
osce,fr,OSCE,preferred,noun,exact,,acronym,,,full
osce,en,Organization for Security,preferred,noun,inflected,,fullForm,,,
osce,en,OSCE,admitted,noun,exact,,acronym,,,
`
  const unit = (source: string, target: string, more: Partial<Unit>): Unit => ({
    source,
    target,
    state: 'approved',
    ...more,
  })
  const units = [
    unit('Kiev', 'Kiev', { document: 'a', documentDate: '1990-05-01' }),
    unit('Kiev', 'Kiev', { document: 'b', documentDate: '2024-05-01' }),
    unit('L’OSCE vote.', 'The OSCE votes.', { document: 'a', introduced: ['osce'] }),
    unit('L’OSCE vote.', 'The OSCE votes.', { document: 'b' }),
  ]

  test.each(FORMATS.map((format) => [format.id, format] as const))('%s', async (_, format) => {
    const name = `units${format.extensions[0]}`
    const folder = await folderOf({ 'g.csv': glossary, [name]: await joined(format.write(units, FR_EN)) })
    const found = objects(await check(folder, name, '--format', 'json'))
    expect(found.map(({ unit, check }) => [unit, check])).toEqual([
      [2, 'glossary.missing'],
      [4, 'glossary.first-mention'],
    ])
  })
})

const tu = (source: string, target: string, words = 'They meet.') =>
  `<tu><tuv xml:lang="${source}"><seg>Le Groupe de Minsk</seg></tuv><tuv xml:lang="${target}"><seg>${words}</seg></tuv></tu>\n`
const tmx = (...units: string[]) => `<tmx version="1.4"><header/><body>\n${units.join('')}</body></tmx>`
const xliff = (source: string, target: string) =>
  `<xliff version="1.2"><file original="a" source-language="${source}" target-language="${target}" datatype="x"><body>
<trans-unit id="1"><source>Le Groupe de Minsk</source><target>They meet.</target></trans-unit></body></file></xliff>`
const po = (language: string) => `msgid ""\nmsgstr "Language: ${language}\\n"\n\nmsgid "Un"\nmsgstr "Eins"\n`

/** Name and content of a file in which nothing can be checked; what is said. */
const NOTHING: readonly (readonly [name: string, content: string, said: string[]])[] = [
  [
    'de-it.xlf',
    xliff('de', 'it'),
    ['1 unit is passed over, not in fr and en but in de + it (1).', 'nothing is checked'],
  ],
  ['de.po', po('de'), ['1 unit is passed over, not in fr and en but in de (1).', 'nothing is checked']],
  ['xx.tmx', tmx(tu('fr', 'xx'), tu('fr', 'xx'), tu('it', 'en')), ['3 units', 'fr + xx (2), it + en (1).']],
  ['empty.tmx', tmx(), ['nothing is checked: no unit has a translation between fr and en.']],
  ['initial.tmx', tmx(tu('fr', 'en', ' ')), ['nothing is checked']],
  ['many.tmx', tmx(...Array.from({ length: 20 }, (_, at) => tu('fr', `de-${100 + at}`))), ['20 units', '…']],
]

describe('what is green was checked', () => {
  test('a file without a translation of the pair ends with 2, and says in which languages it is', async () => {
    const folder = await folderOf({ 'g.csv': GLOSSARY, ...Object.fromEntries(NOTHING) })
    const outcomes = await Promise.all(NOTHING.map(([name]) => check(folder, name)))
    for (const [at, { code, stdout, stderr }] of outcomes.entries()) {
      const [name, , said] = NOTHING[at]!
      expect.soft({ name, code, stdout }).toEqual({ name, code: 2, stdout: '' })
      for (const words of said) expect.soft(stderr).toContain(words)
      for (const line of stderr.trim().split('\n').slice(0, -1))
        expect.soft(line).toMatch(new RegExp(`^${name}: `, 'u'))
    }
  })

  test('what is passed over in a file that is checked is said, and fails nothing', async () => {
    const right = tu('fra', 'eng', 'The Minsk Group')
    const folder = await folderOf({ 'g.csv': GLOSSARY, 'some.tmx': tmx(tu('fr', 'xx'), right) })
    expect(await check(folder, 'some.tmx')).toEqual({
      code: 0,
      stdout: '',
      stderr: 'some.tmx: 1 unit is passed over, not in fr and en but in fr + xx (1).\n1 unit: 0 errors, 0 warnings.\n',
    })
  })

  /** A glossary, and whether it is taken. */
  const GLOSSARIES: readonly (readonly [what: string, rows: string, said: string | undefined])[] = [
    ['no term of the pair', 'a,de,Haus,\na,it,casa,\n', 'says nothing of fr and en'],
    ['nothing but sources', 'a,fr,Groupe de Minsk,\n', 'says nothing of fr and en'],
    ['two preferred', 'a,fr,un,\na,en,one,\na,en,uno,\n', 'more than one preferred'],
    ['circular variants', 'a,fr,un,deux\na,fr,deux,un\na,en,one,\n', 'variant of the other'],
    ['a language that is none', 'a,fr,un,\na,franglais!,one,\n', 'franglais!'],
    ['a concept of other languages beside', 'a,fr,Groupe de Minsk,\na,en,they,\nb,de,Haus,\n', undefined],
    ['a warning', 'a,fr,Groupe de Minsk,\na,en,they,they\n', undefined],
  ]

  test.each(GLOSSARIES)('a glossary with %s', async (_, rows, said) => {
    const folder = await folderOf({ 'g.csv': `concept,lang,term,variants\n${rows}`, 'units.csv': WRONG })
    const [checked, linted] = await Promise.all([check(folder, 'units.csv'), run(folder, 'glossary', 'lint', 'g.csv')])
    if (said === undefined) {
      expect(checked).toEqual({ code: 0, stdout: '', stderr: '1 unit: 0 errors, 0 warnings.\n' })
      return
    }
    expect(checked).toMatchObject({ code: 2, stdout: '' })
    expect(checked.stderr).toContain(said)
    const wrong = checked.stderr.split('\n').filter((line) => line.startsWith('error: '))
    const found = `${linted.stdout}${linted.stderr}`.split('\n').filter((line) => !line.includes('[no-term]'))
    expect(wrong).toEqual(found.filter((line) => line.startsWith('error: ')))
  })

  test('terms are not looked for in nothing, or by nothing', async () => {
    const folder = await folderOf({ 'g.csv': GLOSSARY, 'xx.tmx': tmx(tu('it', 'xx')), 'units.csv': WRONG })
    const [file, language] = await Promise.all([
      run(folder, 'terms', 'xx.tmx', '--glossary', 'g.csv'),
      run(folder, 'terms', 'units.csv', '--glossary', 'g.csv', '--language', 'de'),
    ])
    expect([file.code, language.code, file.stdout + language.stdout]).toEqual([2, 2, ''])
    expect(file.stderr).toContain('nothing is looked at: no text is in fr.')
    expect(language.stderr).toContain('g.csv says nothing of de')
  })
})

describe('where a finding is', () => {
  test('a line of a file, or its unit; and one line each, whatever it quotes', async () => {
    const folder = await folderOf({
      'g.csv': GLOSSARY,
      'units.csv': `id,source,target\na,"Le Groupe\nde\tMinsk",They\n\n${WRONG.split('\n')[1]}\n`,
      'article.txt': 'Le Groupe de Minsk.\n',
    })
    const [checked, recognised] = await Promise.all([
      check(folder, 'units.csv'),
      run(folder, 'terms', 'article.txt', '--glossary', 'g.csv', '--format', 'text'),
    ])
    expect(lines(checked)).toEqual([
      'units.csv:2: error: Glossary: expected “Minsk Group” for “Groupe de Minsk”. [glossary.missing]',
      'units.csv:5: error: Glossary: expected “Minsk Group” for “Groupe de Minsk”. [glossary.missing]',
    ])
    expect(lines(recognised)).toEqual([
      'article.txt: unit 1: info: “Groupe de Minsk” is “Groupe de Minsk” of minsk-group. [glossary.term]',
    ])
  })

  test('people are quoted words without tags, pipelines the text as read', async () => {
    const source = 'Le <bpt i="1">&lt;b></bpt>Groupe<ept i="1">&lt;/b></ept> de Minsk'
    const folder = await folderOf({
      'g.csv': GLOSSARY,
      'a.tmx': tmx(tu('fr', 'en').replace('Le Groupe de Minsk', source)),
    })
    const [text, json] = await Promise.all(
      ['text', 'json'].map((format) => run(folder, 'terms', 'a.tmx', '--glossary', 'g.csv', '--format', format)),
    )
    expect(text!.stdout).toContain('“Groupe de Minsk” is')
    expect(objects(json!)).toMatchObject([{ text: 'Groupe</1> de Minsk', start: 6, end: 25 }])
  })
})

/** Run it in a folder with this on standard input. */
async function piped(folder: string, input: string, ...args: string[]): Promise<Outcome> {
  const { child, outcome } = startIn(folder, folder, ...args)
  child.stdin.end(input)
  return outcome
}

describe('several files', () => {
  test('each is named, and the worst of them says how it ends', async () => {
    const folder = await folderOf({
      'g.csv': GLOSSARY,
      'right.csv': RIGHT,
      'wrong.csv': WRONG,
      'cut.tmx': '<tmx><body>',
    })
    const [both, all, json, found] = await Promise.all([
      check(folder, 'right.csv', 'wrong.csv'),
      check(folder, 'nowhere.tmx', 'wrong.csv', 'cut.tmx', 'notes.pdf', 'right.csv'),
      check(folder, 'right.csv', 'wrong.csv', '--format', 'json'),
      run(folder, 'terms', 'right.csv', 'wrong.csv', '--glossary', 'g.csv'),
    ])
    expect(both).toMatchObject({ code: 1, stderr: '2 units: 1 error, 0 warnings.\n' })
    expect(lines(both)).toHaveLength(1)
    expect(both.stdout).toMatch(/^wrong\.csv:2: /u)
    expect(all.code).toBe(2)
    expect(lines(all)).toEqual(lines(both))
    expect(all.stderr.split('\n').map((line) => line.split(/[ :]/u)[0])).toEqual([
      'nowhere.tmx',
      'cut.tmx',
      '“notes.pdf”',
      '2',
      '',
    ])
    expect(objects(json)).toMatchObject([{ unit: 1, file: 'wrong.csv', line: 2 }])
    expect(objects(found)).toMatchObject([
      { unit: 1, file: 'right.csv' },
      { unit: 1, file: 'wrong.csv' },
    ])
  })

  test('a dash is standard input, of the format that is said', async () => {
    const folder = await folderOf({ 'g.csv': GLOSSARY, 'right.csv': RIGHT })
    const [csv, text, unsaid] = await Promise.all([
      piped(folder, WRONG, 'check', 'right.csv', '-', '--input-format', 'csv', '--glossary', 'g.csv'),
      piped(folder, 'Le Groupe de Minsk.', 'terms', '-', '--input-format', 'text', '--glossary', 'g.csv'),
      piped(folder, WRONG, 'check', '-', '--glossary', 'g.csv'),
    ])
    expect(csv).toMatchObject({ code: 1, stderr: '2 units: 1 error, 0 warnings.\n' })
    expect(csv.stdout).toMatch(/^-:2: error: /u)
    expect(objects(text)).toMatchObject([{ unit: 1, concept: 'minsk-group', file: '-', line: null }])
    expect(unsaid).toMatchObject({ code: 2, stdout: '' })
    expect(unsaid.stderr).toContain('--input-format')
  })
})
