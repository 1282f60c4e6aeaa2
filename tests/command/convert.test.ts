import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { FORMATS } from '../../src/formats/index.ts'
import type { Unit } from '../../src/unit.ts'
import { chunked, FR_EN, joined, unplaced } from '../formats/streams.ts'
import { folderOf, lines, ROOT, run } from './run.ts'

const UNITS: readonly Unit[] = [
  {
    source: 'Le <1>Groupe</1> se réunit.<2/>',
    target: 'The <1>Group</1> is meeting.<2/>',
    state: 'approved',
    codes: [
      { number: 1, open: '<b>', close: '</b>' },
      { number: 2, open: '<br/>' },
    ],
    id: 'a-1',
    note: '=à revoir',
    properties: [{ type: 'x-domain', text: 'Droit' }],
  },
  { source: '=1', target: '', state: 'initial' },
]

const PO = `msgid ""
msgstr "Language: en\\nContent-Type: text/plain; charset=UTF-8\\n"

# À revoir
msgctxt "menu"
msgid "Oui\u0001"
msgstr "Yes"
`

test('through every format one after another, and back as it was', async () => {
  const [first] = FORMATS
  const folder = await folderOf({ [`0${first!.extensions[0]}`]: await joined(first!.write(UNITS, FR_EN)) })
  let from = `0${first!.extensions[0]}`
  for (const [at, format] of [...FORMATS.slice(1), first!].entries()) {
    const into = `${at + 1}${format.extensions[0]}`
    expect(await run(folder, 'convert', from, into, '--format', format.id)).toEqual({
      code: 0,
      stdout: '',
      stderr: `${into}: 2 units.\n`,
    })
    from = into
  }
  const written = await readFile(join(folder, from), 'utf8')
  expect(await unplaced(first!.read(chunked(written), FR_EN))).toEqual(UNITS)
  expect(written).toBe(await readFile(join(folder, `0${first!.extensions[0]}`), 'utf8'))
})

test('PO is read, and what XML cannot hold of it is said', async () => {
  const folder = await folderOf({ 'in.po': PO })
  const { code, stderr } = await run(folder, 'convert', 'in.po', 'out.tmx')
  expect(stderr).toBe(
    '1 unit has characters that tmx cannot carry; � stands for them, in source (1). The first is menu.\nout.tmx: 1 unit.\n',
  )
  expect(code).toBe(0)
  const written = await readFile(join(folder, 'out.tmx'), 'utf8')
  expect(written).toContain('<seg>Oui\uFFFD</seg>')
  expect(written).toContain('<note>À revoir</note>')
})

test('units in other languages are counted, and the pair may be the other way round', async () => {
  const folder = await folderOf({
    'in.tmx': `<tmx version="1.4"><header/><body>
<tu><tuv xml:lang="en"><seg>Yes</seg></tuv><tuv xml:lang="fr"><seg>Oui</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Yes</seg></tuv><tuv xml:lang="de"><seg>Ja</seg></tuv></tu></body></tmx>`,
  })
  const outcome = await run(folder, 'convert', 'in.tmx', '-', '--format', 'csv-exact')
  expect(outcome.stderr).toBe('in.tmx: 1 unit is passed over, not in fr and en but in en + de (1).\n-: 1 unit.\n')
  expect(lines(outcome)[1]).toMatch(/^Oui,Yes,/u)
})

test('standard input and standard output', async () => {
  const folder = await folderOf()
  const args = ['convert', '-', '-', '--input-format', 'csv', '--format', 'tmx']
  const child = spawn(process.execPath, [`${ROOT}bin/visavis`, ...args], { cwd: folder })
  child.stdin.end('fr;en\nOui;Yes\n')
  const [written, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  expect(code).toBe(0)
  expect(written).toContain('<seg>Oui</seg>')
  expect(written).toMatch(/<\/tmx>\n$/u)
})

test('where nothing can be written no file is there, and why is said', async () => {
  const folder = await folderOf({
    'in.csv': 'fr,en\nOui,Yes\n',
    'empty.csv': 'fr,en\n',
    'cut.tmx':
      '<tmx version="1.4"><body><tu><tuv xml:lang="fr"><seg>Oui</seg></tuv><tuv xml:lang="en"><seg>Yes</seg></tuv></tu>',
  })
  const before = await readdir(folder)
  const refusals: readonly (readonly [args: readonly string[], sentence: string])[] = [
    [['in.csv', 'out.tsv', '--format', 'csv'], '“out.tsv” is the name of a file in tsv'],
    [['in.csv', 'out.po'], '“out.po” names no format'],
    [['in.csv', '-'], '--format'],
    [['-', 'out.tmx'], '--input-format'],
    [['nowhere.csv', 'out.tmx'], 'nowhere.csv'],
    [['cut.tmx', 'out.csv'], 'Line 1: The file ends in the middle'],
    [['in.csv', 'out.tmx', '--source', 'de'], 'Line 1: '],
    [['empty.csv', 'out.tmx'], 'nothing is converted'],
  ]
  const outcomes = await Promise.all(refusals.map(([args]) => run(folder, 'convert', ...args)))
  for (const [at, [args, sentence]] of refusals.entries()) {
    const { code, stdout, stderr } = outcomes[at]!
    expect.soft([code, stdout], args.join(' ')).toEqual([2, ''])
    expect.soft(stderr).toContain(sentence)
    expect.soft(stderr).not.toMatch(/\n\s+at /u)
  }
  expect(await readdir(folder)).toEqual(before)
})

test('what had the name asked for stays until the file is whole', async () => {
  const folder = await folderOf({ 'in.csv': 'fr,en\nOui,Yes\n"Non', 'out.tmx': 'before' })
  expect(await run(folder, 'convert', 'in.csv', 'out.tmx')).toMatchObject({ code: 2 })
  expect(await readFile(join(folder, 'out.tmx'), 'utf8')).toBe('before')
})
