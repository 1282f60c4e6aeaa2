import { once } from 'node:events'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderOf, GLOSSARY, lines, objects, run, start } from './run.ts'

const BILINGUAL = `id,source,target
a,Le Groupe de Minsk salue le cessez-le-feu.,The Minsk Group welcomes the ceasefire.
b,Le Groupe de Minsk se réunit.,The group is meeting.
c,Les forces spéciales partent.,"Special forces, or commandos, are leaving."
d,Le cessez-le-feu tient.,"The ceasefire, or armistice, holds."
e,Le Groupe de Minsk et le Groupe de Minsk.,The Minsk Group and it.
f,Le Groupe de Minsk attend.,
`

const TMX = `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="fr" datatype="plaintext"/>
<body><tu tuid="x1"><tuv xml:lang="fr"><seg>Le <bpt i="1">&lt;b&gt;</bpt>Groupe de Minsk<ept i="1">&lt;/b&gt;</ept> attend.</seg></tuv>
<tuv xml:lang="en"><seg>It waits.</seg></tuv></tu></body></tmx>
`

const XLIFF = `<xliff version="1.2"><file original="article" source-language="fr-FR" target-language="en-GB" datatype="html"><body>
<trans-unit id="p1"><source>Rien. Le Groupe de Minsk attend.</source>
<seg-source><mrk mtype="seg" mid="s1">Le cessez-le-feu tient.</mrk> <mrk mtype="seg" mid="s2">Le <g id="1">Groupe
  de</g> Minsk attend.</mrk></seg-source>
<target><mrk mtype="seg" mid="s1">The ceasefire holds.</mrk> <mrk mtype="seg" mid="s2">It <g id="1">waits</g>.</mrk></target></trans-unit>
</body></file></xliff>
`

const XLIFF_2 = `<xliff version="2.1" srcLang="fr" trgLang="en"><file id="article"><unit id="p1">
<segment id="s1"><source>Le cessez-le-feu tient.</source><target>The ceasefire holds.</target></segment>
<segment id="s2"><source>Le <pc id="1">Groupe
  de</pc> Minsk attend.</source><target>It waits.</target></segment>
</unit></file></xliff>
`

const PO = `msgid ""
msgstr "Language: en\\nContent-Type: text/plain; charset=UTF-8\\n"

msgid "Le cessez-le-feu tient."
msgstr "The ceasefire holds."

msgctxt "menu"
msgid "Le Groupe "
"de Minsk"
msgstr "The group"
`

const ENTITY = TMX.replace('<tmx', '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<tmx').replace(
  'It waits',
  '&x;',
)

describe('visavis segment', () => {
  test('by the rules of a file', async () => {
    const folder = await folderOf({
      'article.txt': 'Il voit M. Roux; elle part.\n',
      'semicolons.srx': `<srx version="2.0"><header segmentsubflows="yes" cascade="no"/><body><languagerules>
<languagerule languagerulename="All"><rule><beforebreak>;</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule>
</languagerules><maprules><languagemap languagepattern="fr" languagerulename="All"/></maprules></body></srx>`,
      'broken.srx': '<srx version="2.0">\n<body><languagerules/></body></srx>',
    })
    const texts = async (...args: string[]) =>
      objects(await run(folder, 'segment', 'article.txt', ...args)).map(({ text }) => text)
    expect(await texts()).toEqual(['Il voit M. Roux; elle part.'])
    expect(await texts('--rules', 'semicolons.srx')).toEqual(['Il voit M. Roux;', 'elle part.'])
    expect(await texts('--rules', 'semicolons.srx', '--language', 'en')).toEqual(['Il voit M. Roux; elle part.'])
    expect(await run(folder, 'segment', 'article.txt', '--rules', 'broken.srx')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'The file does not say for which language its rules are: it has no <languagemap>.\n',
    })
  })

  test('one JSON line a segment, whose texts give the document back', async () => {
    const folder = await folderOf({
      'article.md': '# Un titre\n\nUne phrase **très**\ncourte. M. Dupont parle.\n\n- un point\n\n> Cité.\n',
    })
    const outcome = await run(folder, 'segment', 'article.md')
    expect(outcome).toMatchObject({ code: 0, stderr: '' })
    expect(lines(outcome)[0]).toBe('{"paragraph":1,"segment":1,"kind":"heading","text":"Un titre","codes":[]}')
    expect(objects(outcome)).toEqual([
      { paragraph: 1, segment: 1, kind: 'heading', text: 'Un titre', codes: [] },
      {
        paragraph: 2,
        segment: 1,
        kind: 'paragraph',
        text: 'Une phrase <1>très</1> courte.',
        codes: [{ number: 1, open: '**', close: '**' }],
      },
      { paragraph: 2, segment: 2, kind: 'paragraph', text: 'M. Dupont parle.', codes: [] },
      { paragraph: 3, segment: 1, kind: 'item', text: 'un point', codes: [] },
      { paragraph: 4, segment: 1, kind: 'quote', text: 'Cité.', codes: [] },
    ])
    expect(await readdir(folder)).toEqual(['article.md'])
  })

  test('of a bilingual document, the segments it says itself', async () => {
    const folder = await folderOf({
      'a.xlf':
        '<xliff version="2.0" srcLang="fr" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f"><unit id="u">' +
        '<segment><source>Un. Deux.</source></segment><segment><source>Trois.</source></segment></unit></file></xliff>',
    })
    expect(objects(await run(folder, 'segment', 'a.xlf'))).toEqual([
      { paragraph: 1, segment: 1, kind: 'paragraph', text: 'Un. Deux.', codes: [] },
      { paragraph: 1, segment: 2, kind: 'paragraph', text: 'Trois.', codes: [] },
    ])
  })

  test('a reader that stops early ends it quietly', async () => {
    const folder = await folderOf({ 'long.txt': 'Une phrase assez longue pour remplir un tuyau.\n'.repeat(20_000) })
    const { child, outcome } = start(folder, 'segment', 'long.txt')
    const [first] = await once(child.stdout, 'data')
    child.stdout.destroy()
    expect(JSON.parse(String(first).split('\n')[0]!)).toMatchObject({ paragraph: 1, segment: 1 })
    expect(await outcome).toMatchObject({ code: 0, stderr: '' })
  })
})

describe('visavis terms', () => {
  test('one JSON line an occurrence, with offsets in UTF-16 in the text as read', async () => {
    const folder = await folderOf({
      'g.csv': GLOSSARY,
      'article.txt': 'Rien ici. Le 😀 groupe de Minsk, des forces spéciales.\n',
      'units.tmx': TMX,
    })
    const [document, bilingual] = await Promise.all([
      run(folder, 'terms', 'article.txt', '--glossary', 'g.csv'),
      run(folder, 'terms', 'units.tmx', '--glossary', 'g.csv'),
    ])
    expect(document).toMatchObject({ code: 0, stderr: '' })
    const sentence = 'Le 😀 groupe de Minsk, des forces spéciales.'
    const found = (concept: string, term: string, text: string) => {
      const start = sentence.indexOf(text)
      return { unit: 2, concept, term, text, start, end: start + text.length, file: 'article.txt', line: null }
    }
    expect(lines(document)).toEqual(
      [
        found('minsk-group', 'Groupe de Minsk', 'groupe de Minsk'),
        found('special-forces', 'forces spéciales', 'forces spéciales'),
      ].map((occurrence) => JSON.stringify(occurrence)),
    )
    const [said, sarif] = await Promise.all(
      ['text', 'sarif'].map((format) => run(folder, 'terms', 'units.tmx', '--glossary', 'g.csv', '--format', format)),
    )
    expect(lines(said!)).toEqual([
      'units.tmx:3: info: “Groupe de Minsk” is “Groupe de Minsk” of minsk-group. [glossary.term]',
    ])
    const [{ tool, results }] = JSON.parse(sarif!.stdout).runs
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['glossary.term'])
    expect(results).toHaveLength(1)
    expect(results[0]).toMatchObject({ ruleId: 'glossary.term', level: 'note', properties: { concept: 'minsk-group' } })
    expect(lines(bilingual)).toEqual([
      '{"unit":1,"concept":"minsk-group","term":"Groupe de Minsk","text":"Groupe de Minsk","start":6,"end":21,"file":"units.tmx","line":3}',
    ])
  })
})

test('a glossary of another tool is read as the table it is, and says as what', async () => {
  const folder = await folderOf({
    'memo.csv': 'Français;English;Forbidden\nGroupe de Minsk;Minsk Group;no\nGroupe de Minsk;Group of Minsk;yes\n',
    'units.csv': 'source,target\nLe Groupe de Minsk attend.,The Group of Minsk waits.\n',
  })
  const outcome = await run(folder, 'check', 'units.csv', '--glossary', 'memo.csv')
  expect(outcome.code).toBe(1)
  expect(outcome.stderr).toContain('memo.csv is read as a table of term fr, term en, forbidden.')
  expect(outcome.stdout).toContain('[glossary.missing]')
  expect(outcome.stdout).toContain('[glossary.forbidden]')
})

describe('visavis check', () => {
  test('SARIF holds the same findings, by the rules it names, and none where there is none', async () => {
    const folder = await folderOf({
      'g.csv': GLOSSARY,
      'units.csv': BILINGUAL,
      'clean.csv': 'source,target\nBonjour,Hello\n',
    })
    const [outcome, clean] = await Promise.all([
      run(folder, 'check', 'units.csv', '--glossary', 'g.csv', '--format', 'sarif'),
      run(folder, 'check', 'clean.csv', '--glossary', 'g.csv', '--format', 'sarif'),
    ])
    expect([outcome.code, clean.code]).toEqual([1, 0])
    const log = JSON.parse(outcome.stdout)
    const [{ tool, results }] = log.runs
    expect(log.version).toBe('2.1.0')
    expect(results.map((result: { ruleId: string; level: string }) => [result.ruleId, result.level])).toEqual([
      ['glossary.missing', 'error'],
      ['glossary.forbidden', 'error'],
      ['glossary.superseded', 'warning'],
      ['glossary.count', 'warning'],
    ])
    const rules = tool.driver.rules.map((rule: { id: string }) => rule.id)
    for (const { ruleId } of results) expect(rules).toContain(ruleId)
    expect(JSON.parse(clean.stdout).runs[0].results).toEqual([])
  })

  test('JSON as it is promised, and 1 for what it finds', async () => {
    const folder = await folderOf({ 'g.csv': GLOSSARY, 'units.csv': BILINGUAL })
    const [outcome, warning, text] = await Promise.all([
      run(folder, 'check', 'units.csv', '--glossary', 'g.csv', '--format', 'json'),
      run(folder, 'check', 'units.csv', '--glossary', 'g.csv', '--format', 'json', '--fail-on', 'warning'),
      run(folder, 'check', 'units.csv', '--glossary', 'g.csv'),
    ])
    expect(outcome.code).toBe(1)
    expect(warning.code).toBe(1)
    expect(outcome.stderr).toBe(
      'units.csv: 1 unit has no translation yet, and is not checked.\n5 units: 2 errors, 2 warnings.\n',
    )
    const [missing, forbidden, superseded, count, ...more] = objects(outcome)
    expect(more).toEqual([])
    expect(Object.keys(missing!)).toEqual([
      'unit',
      'id',
      'check',
      'severity',
      'concept',
      'source',
      'target',
      'expected',
      'message',
      'file',
      'line',
    ])
    expect(missing).toEqual({
      unit: 2,
      id: 'b',
      check: 'glossary.missing',
      severity: 'error',
      concept: 'minsk-group',
      source: { text: 'Groupe de Minsk', start: 3, end: 18 },
      target: null,
      expected: ['Minsk Group', 'OSCE Minsk Group'],
      message: 'Glossary: expected “Minsk Group” for “Groupe de Minsk”.',
      file: 'units.csv',
      line: 3,
    })
    expect(forbidden).toMatchObject({
      unit: 3,
      check: 'glossary.forbidden',
      severity: 'error',
      concept: 'special-forces',
      target: { text: 'commandos', start: 19, end: 28 },
    })
    expect(superseded).toMatchObject({ unit: 4, check: 'glossary.superseded', severity: 'warning' })
    expect(count).toMatchObject({ unit: 5, check: 'glossary.count', severity: 'warning' })
    expect(lines(text)[0]).toBe(
      'units.csv:3: error: Glossary: expected “Minsk Group” for “Groupe de Minsk”. [glossary.missing]',
    )
  })

  test('0 where nothing is wrong, and where warnings are not asked about', async () => {
    const [header, right, , , superseded] = BILINGUAL.split('\n')
    const folder = await folderOf({
      'g.csv': GLOSSARY,
      'right.csv': `${header}\n${right}\n`,
      'warned.csv': `${header}\n${superseded}\n`,
    })
    const [clean, lenient, strict] = await Promise.all([
      run(folder, 'check', 'right.csv', '--glossary', 'g.csv'),
      run(folder, 'check', 'warned.csv', '--glossary', 'g.csv', '--format', 'json'),
      run(folder, 'check', 'warned.csv', '--glossary', 'g.csv', '--format', 'json', '--fail-on', 'warning'),
    ])
    expect(clean).toEqual({ code: 0, stdout: '', stderr: '1 unit: 0 errors, 0 warnings.\n' })
    expect([lenient.code, strict.code, lenient.stdout === strict.stdout]).toEqual([0, 1, true])
  })

  test('an XLIFF of either generation, where its finding is by the ids of the file', async () => {
    const folder = await folderOf({ 'g.csv': GLOSSARY, 'one.xlf': XLIFF, 'two.xliff': XLIFF_2 })
    const outcomes = await Promise.all(
      ['one.xlf', 'two.xliff'].map((name) => run(folder, 'check', name, '--glossary', 'g.csv', '--format', 'json')),
    )
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ code: 1, stderr: '2 units: 1 error, 0 warnings.\n' })
      expect(objects(outcome)).toMatchObject([
        {
          unit: 2,
          id: 'article/p1/s2',
          check: 'glossary.missing',
          concept: 'minsk-group',
          source: { text: 'Groupe\n  de</1> Minsk', start: 6, end: 27 },
        },
      ])
    }
  })

  test('a PO, and a term its translation lacks', async () => {
    const folder = await folderOf({ 'g.csv': GLOSSARY, 'en.po': PO })
    const outcome = await run(folder, 'check', 'en.po', '--glossary', 'g.csv', '--format', 'json')
    expect(outcome).toMatchObject({ code: 1, stderr: '2 units: 1 error, 0 warnings.\n' })
    expect(objects(outcome)).toMatchObject([
      { unit: 2, id: 'menu', check: 'glossary.missing', source: { text: 'Groupe de Minsk', start: 3, end: 18 } },
    ])
  })

  test('spans in a TMX are in its tagged text', async () => {
    const folder = await folderOf({ 'g.csv': GLOSSARY, 'units.tmx': TMX })
    const outcome = await run(folder, 'check', 'units.tmx', '--glossary', 'g.csv', '--format', 'json')
    expect(objects(outcome)).toMatchObject([{ id: 'x1', source: { text: 'Groupe de Minsk', start: 6, end: 21 } }])
  })
})

/** Arguments, what the sentence says. Every one ends with 2. */
const UNREADABLE: readonly (readonly [args: string[], words: string])[] = [
  [['segment', 'nowhere.txt'], 'nowhere.txt'],
  [['segment', 'folder.txt'], 'folder.txt'],
  [['segment', 'latin.txt'], 'in windows-1252'],
  [['segment', 'empty.txt'], 'empty'],
  [['segment', 'binary.txt'], 'not a text'],
  [['terms', 'article.txt', '--glossary', 'nowhere.csv'], 'nowhere.csv'],
  [['terms', 'article.txt', '--glossary', 'folder.txt'], 'folder.txt'],
  [['terms', 'article.txt', '--glossary', 'article.docx'], 'article.docx'],
  [['check', 'article.txt'], 'article.txt'],
  [['check', 'headless.csv'], 'first line must name the columns'],
  [['check', 'entity.tmx', '--glossary', 'g.csv'], 'document type of its own'],
  [['check', 'binary.csv', '--glossary', 'g.csv'], 'not a text'],
  [['check', 'units.csv', '--format', 'xml'], 'xml'],
  [['nonsense'], 'nonsense'],
  [['segment'], 'file'],
]

test('what cannot be read or understood is said in a sentence, ends with 2 and changes nothing', async () => {
  const binary = new Uint8Array(300)
  const folder = await folderOf({
    'g.csv': GLOSSARY,
    'article.txt': 'Une phrase.',
    'units.csv': BILINGUAL,
    'headless.csv': 'Le Groupe de Minsk,The Minsk Group\nUn,One\n',
    'entity.tmx': ENTITY,
    'latin.txt': Buffer.from('Caf\xe9 noir.', 'latin1'),
    'empty.txt': '',
    'binary.txt': binary,
    'binary.csv': binary,
  })
  await mkdir(join(folder, 'folder.txt'))
  const before = await readdir(folder)

  for (let at = 0; at < UNREADABLE.length; at += 4) {
    await Promise.all(
      UNREADABLE.slice(at, at + 4).map(async ([args, words]) => {
        const { code, stdout, stderr } = await run(folder, ...args)
        expect.soft({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' })
        expect.soft(stderr, args.join(' ')).toContain(words)
        expect.soft(stderr, args.join(' ')).not.toMatch(/\n\s+at |node_modules|\{/u)
        expect.soft(stderr.trim().split('\n').length, stderr).toBeLessThanOrEqual(2)
      }),
    )
  }
  expect(await readdir(folder)).toEqual(before)
  expect(await readFile(join(folder, 'units.csv'), 'utf8')).toBe(BILINGUAL)
})

test('every subcommand says what it does', async () => {
  const folder = await folderOf()
  const subcommands = [
    ['serve'],
    ['import'],
    ['export'],
    ['segment'],
    ['terms'],
    ['check'],
    ['convert'],
    ['glossary'],
    ['glossary', 'lint'],
    ['glossary', 'convert'],
    ['glossary', 'export'],
    ['glossary', 'import'],
    ['user'],
    ['user', 'add'],
    [],
  ]
  for (let at = 0; at < subcommands.length; at += 3) {
    await Promise.all(
      subcommands.slice(at, at + 3).map(async (subcommand) => {
        const outcome = await run(folder, ...subcommand, '--help')
        expect(outcome).toMatchObject({ code: 0, stderr: '' })
        expect(outcome.stdout).toContain(`Usage: ${['visavis', ...subcommand].join(' ')}`)
      }),
    )
  }
  expect(await readdir(folder)).toEqual([])
})
