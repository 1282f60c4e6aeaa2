import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { open, openToRead } from '../../db/open.ts'
import { writeLargeTmx } from '../bench/largeTmx.ts'
import { numbered, tmxOf } from '../support/memory.ts'
import { folderOf, lines, run, start } from './run.ts'

const GERMAN = `<tu><tuv xml:lang="fr"><seg>Oui.</seg></tuv><tuv xml:lang="de"><seg>Ja.</seg></tuv></tu></body>`

async function rowsIn(folder: string) {
  const { db, close } = await open(`file:${join(folder, 'desk.db')}`)
  const count = async (table: string) => Number((await db.$client.execute(`select count(*) from ${table}`)).rows[0]![0])
  const counts = [
    await count('projects'),
    await count('memories'),
    await count('memory_units'),
    await count('documents'),
  ]
  await close()
  return counts
}

test('a TMX goes into the memory and comes out again, by its id or its name', async () => {
  const folder = await folderOf({
    'old.tmx': (await tmxOf(numbered(3))).replace('</body>', GERMAN),
    'article.txt': 'Une phrase.',
  })
  const imported = await run(folder, 'import', 'old.tmx', 'article.txt', '--project', 'Konya')
  expect(imported).toEqual({
    code: 0,
    stdout: '1\n1\n',
    stderr: 'old.tmx: 3 units in the memory; 1 in other languages is passed over.\narticle.txt: 1 segment.\n',
  })

  const again = await run(folder, 'import', 'old.tmx', '--project', 'Konya')
  expect(again).toEqual({ code: 1, stdout: '', stderr: '“old.tmx” is there already.\n' })

  const [byId, byName, csv] = await Promise.all([
    run(folder, 'export', '--memory', '1', '--format', 'tmx', '-o', 'out.tmx'),
    run(folder, 'export', '--memory', 'old.tmx', '--format', 'tmx'),
    run(folder, 'export', '--memory', '1', '--format', 'csv'),
  ])
  expect(byId).toEqual({ code: 0, stdout: '', stderr: '' })
  expect(await readFile(join(folder, 'out.tmx'), 'utf8')).toBe(await tmxOf(numbered(3)))
  expect(byName.stdout).toBe(await tmxOf(numbered(3)))
  expect(lines(csv)).toHaveLength(4)
})

test('what could be a document goes into the memory where somebody says so', async () => {
  const folder = await folderOf({ 'old.csv': 'fr,en\nOui.,Yes.\n', 'old.txt': 'Oui.' })
  const imported = await run(folder, 'import', '--memory', 'old.csv', '--project', 'Konya')
  expect(imported).toEqual({ code: 0, stdout: '1\n', stderr: 'old.csv: 1 unit in the memory.\n' })
  expect(await run(folder, 'import', '--memory', 'old.txt', '--project', 'Konya')).toMatchObject({
    code: 2,
    stdout: '',
  })
})

test('what cannot be read leaves nothing, and no project', async () => {
  const whole = await tmxOf(numbered(5_000))
  const folder = await folderOf({
    'article.txt': 'Une phrase.',
    'page.tmx': '<html></html>',
    'empty.tmx': '',
    'german.tmx': (await tmxOf([])).replace('</body>', GERMAN),
    'latin.tmx': Buffer.from('<tmx version="1.4">\xe9</tmx>', 'latin1'),
    'unknown.xyz': 'a',
    'cut.tmx': whole.slice(0, -100),
  })
  await run(folder, 'import', 'article.txt', '--project', 'Konya')
  for (const [file, words] of [
    ['page.tmx', 'not a TMX file'],
    ['empty.tmx', 'empty'],
    ['german.tmx', 'no unit in fr and en'],
    ['latin.tmx', 'UTF-8'],
    ['unknown.xyz', 'unknown.xyz'],
    ['nowhere.tmx', 'nowhere.tmx'],
    ['.', '.'],
  ] as const) {
    const outcome = await run(folder, 'import', 'article.txt', file, '--project', 'New')
    expect.soft({ file, code: outcome.code, stdout: outcome.stdout }).toEqual({ file, code: 2, stdout: '' })
    expect.soft(outcome.stderr, file).toContain(words)
    expect.soft(outcome.stderr).not.toMatch(/\n\s+at /u)
  }
  expect(await rowsIn(folder)).toEqual([1, 0, 0, 1])

  expect(await run(folder, 'import', 'cut.tmx', '--project', 'Konya')).toMatchObject({ code: 2, stdout: '' })
  expect(await rowsIn(folder)).toEqual([1, 0, 0, 1])
})

test('an export that finds no memory, or several, says so', async () => {
  const folder = await folderOf({ 'old.tmx': await tmxOf(numbered(1)) })
  await run(folder, 'import', 'old.tmx', '--project', 'One')
  await run(folder, 'import', 'old.tmx', '--project', 'Two')
  for (const [said, code, words] of [
    ['3', 1, 'no memory “3”'],
    ['new.tmx', 1, 'no memory “new.tmx”'],
    ['old.tmx', 2, '1, 2'],
  ] as const) {
    const outcome = await run(folder, 'export', '--memory', said, '--format', 'tmx')
    expect(outcome).toMatchObject({ code, stdout: '' })
    expect(outcome.stderr).toContain(words)
  }
})

test('Ctrl-C calls an import off: nothing is left, and the next one works', async () => {
  const folder = await folderOf()
  await writeLargeTmx(join(folder, 'large.tmx'), 60_000)
  const { child, outcome } = start(folder, 'import', 'large.tmx', '--project', 'Konya')
  while (!(await coming(folder))) await setTimeout(20)
  child.kill('SIGINT')
  expect(await outcome).toEqual({
    code: 130,
    stdout: '',
    stderr: 'The import was called off. Nothing of it is kept.\n',
  })
  expect(await rowsIn(folder)).toEqual([1, 0, 0, 0])
  expect(await run(folder, 'import', 'large.tmx', '--project', 'Konya')).toMatchObject({ code: 0, stdout: '2\n' })
})

/** Whether units are on their way in, as another program sees it. */
async function coming(folder: string): Promise<boolean> {
  const reading = await openToRead(`file:${join(folder, 'desk.db')}`).catch(() => undefined)
  if (reading === undefined) return false
  const found = await reading.db.$client.execute('select 1 from memory_units limit 1').catch(() => undefined)
  await reading.close()
  return found?.rows.length === 1
}
