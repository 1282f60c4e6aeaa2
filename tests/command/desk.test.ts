import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { open } from '../../db/open.ts'
import { contents } from '../support/people.ts'
import { folderOf, lines, ROOT, run, start, startIn } from './run.ts'

const stackless = (stderr: string) => expect.soft(stderr).not.toMatch(/\n\s+at |node_modules/u)

/** Everything in the folder's database. */
async function kept(folder: string): Promise<string> {
  const { db, close } = await open(`file:${join(folder, 'desk.db')}`)
  const all = await contents(db)
  await close()
  return all
}

test('import, the same again, people, and export', async () => {
  const folder = await folderOf({ 'one.txt': 'Une phrase. Une autre.', 'two.md': '# Un titre' })

  const imported = await run(folder, 'import', 'one.txt', 'two.md', '--project', 'Konya')
  expect(imported).toEqual({ code: 0, stdout: '1\n2\n', stderr: 'one.txt: 2 segments.\ntwo.md: 1 segment.\n' })

  const before = await kept(folder)
  await writeFile(join(folder, 'three.txt'), 'Une phrase. Une autre.')
  const again = await run(folder, 'import', 'three.txt', '--project', 'Konya')
  expect(again).toEqual({ code: 1, stdout: '', stderr: '“three.txt” is there already, as “one.txt”.\n' })
  const otherwise = await run(folder, 'import', 'two.md', '--project', 'Konya', '--target', 'de')
  expect(otherwise).toMatchObject({ code: 1, stdout: '' })
  expect(otherwise.stderr).toContain('translates fr into en')
  expect(await kept(folder)).toBe(before)

  const [csv, tmx, project, misnamed] = await Promise.all([
    run(folder, 'export', '--document', '1', '--format', 'csv', '--state', 'all'),
    run(folder, 'export', '--document', '2', '--format', 'tmx', '--state', 'all', '-o', 'out.tmx'),
    run(folder, 'export', '--project', 'Konya', '--format', 'csv'),
    run(folder, 'export', '--project', 'Konya', '--format', 'csv', '-o', 'out.tsv'),
  ])
  expect(misnamed).toMatchObject({ code: 2, stdout: '' })
  expect(misnamed.stderr).toContain('“out.tsv” is the name of a file in tsv')
  expect(csv).toMatchObject({ code: 0, stderr: '' })
  expect(lines(csv)).toHaveLength(3)
  expect(tmx).toEqual({ code: 0, stdout: '', stderr: '' })
  expect(await readFile(join(folder, 'out.tmx'), 'utf8')).toContain('Un titre')
  expect(lines(project)).toHaveLength(1)

  const added = await run(folder, 'user', 'add', 'theo@desk.example', '--role', 'translator', '--name', 'Théo')
  expect(added).toMatchObject({ code: 0, stderr: 'theo@desk.example is now translator.\n' })
  expect(added.stdout).toMatch(/^http:\/\/127\.0\.0\.1:3000\/welcome\/[\w-]{43}\n$/u)
  const known = await run(folder, 'user', 'add', 'theo@desk.example', '--role', 'translator')
  expect(known).toEqual({ code: 0, stdout: '', stderr: 'theo@desk.example is translator already.\n' })
})

/** SQLite puts its write-ahead log away when the last connection closes, and a process may end before that. */
const filesOf = async (folder: string) => (await readdir(folder)).filter((name) => !/-(?:shm|wal)$/u.test(name))

test('what is refused or cannot be read is said in a sentence and changes nothing', async () => {
  const folder = await folderOf({
    'one.txt': 'Une phrase.',
    'new.txt': 'Une autre phrase.',
    'latin.txt': Buffer.from('Caf\xe9 noir.', 'latin1'),
    'empty.txt': '',
    'blank.md': '<!-- -->\n',
    'binary.txt': new Uint8Array(300),
    'large.txt': Buffer.alloc(50 * 1024 * 1024, 'a'),
    'article.odt': 'Une phrase.',
  })
  await run(folder, 'import', 'one.txt', '--project', 'Konya')
  const before = await kept(folder)
  const files = await filesOf(folder)

  const cases: readonly (readonly [args: string[], code: number, words: string])[] = [
    [['import', 'latin.txt', '--project', 'New'], 2, 'not UTF-8'],
    [['import', 'empty.txt', '--project', 'New'], 2, 'empty'],
    [['import', 'large.txt', '--project', 'New'], 2, 'too large'],
    [['import', 'article.odt', '--project', 'New'], 2, 'article.odt'],
    [['import', 'new.txt', 'latin.txt', '--project', 'New'], 2, 'not UTF-8'],
    [['import', 'new.txt', '--project', ' '], 2, 'needs a name'],
    [['user', 'add', 'theo@desk.example', '--role', 'boss'], 2, 'boss'],
    [['user', 'add', 'theo@desk.example', '--role', 'translator', '--project', 'Nowhere'], 1, 'Nowhere'],
    [['export', '--project', 'Nowhere', '--format', 'csv'], 1, 'Nowhere'],
    [['export', '--document', 'one', '--format', 'csv'], 1, 'one'],
    [['export', '--format', 'csv'], 2, '--project'],
    [['export', '--project', 'Konya', '--format', 'docx'], 2, 'docx'],
    [['export', '--project', 'Konya', '--format', 'csv', '-o', 'nowhere/out.csv'], 2, 'nowhere/out.csv'],
    [['serve', '--port', 'many'], 2, 'port'],
  ]
  for (const [args, code, words] of cases) {
    const outcome = await run(folder, ...args)
    expect.soft({ args, code: outcome.code, stdout: outcome.stdout }).toEqual({ args, code, stdout: '' })
    expect.soft(outcome.stderr, args.join(' ')).toContain(words)
    expect.soft(outcome.stderr.trim().split('\n').length, outcome.stderr).toBeLessThanOrEqual(2)
    stackless(outcome.stderr)
  }
  expect(await kept(folder)).toBe(before)
  expect(await filesOf(folder)).toEqual(files)
})

test('a database that is not there is not made by reading it', async () => {
  const folder = await folderOf()
  const outcome = await run(folder, 'export', '--project', 'Konya', '--format', 'csv')
  expect(outcome.code).toBe(2)
  expect(outcome.stderr).toContain('desk.db')
  stackless(outcome.stderr)
  expect(await readdir(folder)).toEqual([])
})

test('while the desk is served: export works, writing is refused; then it ends when it is told to', async () => {
  const folder = await folderOf({ 'one.txt': 'Une phrase.' })
  const { child, outcome } = startIn(ROOT, folder, 'serve', '--port', '0')
  const [first] = await once(child.stdout, 'data')
  const address = String(first).trim()
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/welcome\/[\w-]{43}$/u)
  expect((await fetch(address)).status).toBe(200)

  const [exported, whole, refused, person] = await Promise.all([
    run(folder, 'export', '--project', 'South Caucasus desk', '--format', 'csv', '--state', 'all'),
    run(folder, 'export', '--project', 'South Caucasus desk', '--format', 'tmx', '-o', 'out.tmx'),
    run(folder, 'import', 'one.txt', '--project', 'New'),
    run(folder, 'user', 'add', 'theo@desk.example', '--role', 'translator'),
  ])
  expect(exported).toMatchObject({ code: 0, stderr: '' })
  expect(lines(exported).length).toBeGreaterThan(30)
  expect(whole.code).toBe(0)
  for (const answer of [refused, person]) {
    expect(answer).toMatchObject({ code: 1, stdout: '' })
    expect(answer.stderr).toContain(`(${child.pid})`)
    stackless(answer.stderr)
  }
  expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([])

  child.kill('SIGTERM')
  expect((await outcome).code).toBe(0)
  expect(await run(folder, 'import', 'one.txt', '--project', 'New')).toMatchObject({ code: 0 })
})

test('the desk can be served from any folder', async () => {
  const folder = await folderOf()
  const { child } = start(folder, 'serve', '--port', '0')
  const [first] = await once(child.stdout, 'data')
  expect((await fetch(String(first).trim())).status).toBe(200)
})

test('a taken port is said, and the database is free again', async () => {
  const folder = await folderOf({ 'one.txt': 'Une phrase.' })
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const outcome = await run(folder, 'serve', '--port', String(port))
  server.close()
  expect(outcome).toMatchObject({ code: 1, stdout: '' })
  expect(outcome.stderr).toBe(`Port ${port} on 127.0.0.1 is taken. Choose another one with --port.\n`)
  expect(await kept(folder)).toBeTruthy()
})

test('an export that cannot end leaves what was there, and no half of a file', async () => {
  const folder = await folderOf({ 'out.csv': 'older\n', 'one.txt': 'Une phrase.' })
  await run(folder, 'import', 'one.txt', '--project', 'Konya')
  const { db, close } = await open(`file:${join(folder, 'desk.db')}`)
  // A text the writer cannot take: the codes of a segment are no JSON.
  await db.$client.batch(['drop trigger segments_source', `update segments set codes = 'broken' where id = 1`], 'write')
  await close()
  const outcome = await run(
    folder,
    'export',
    '--project',
    'Konya',
    '--format',
    'csv',
    '--state',
    'all',
    '-o',
    'out.csv',
  )
  expect(outcome.code).toBe(2)
  expect(await readFile(join(folder, 'out.csv'), 'utf8')).toBe('older\n')
  expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([])
})

test('a project may be begun to work on paragraphs, and stays so', async () => {
  const folder = await folderOf({ 'one.txt': 'Une phrase. Une autre.', 'two.txt': 'Deux. Trois.' })
  const begin = await run(folder, 'import', 'one.txt', '--project', 'Konya', '--segmentation', 'paragraph')
  expect(begin).toEqual({ code: 0, stdout: '1\n', stderr: 'one.txt: 1 segment.\n' })
  const otherwise = await run(folder, 'import', 'two.txt', '--project', 'Konya', '--segmentation', 'sentence')
  expect(otherwise).toMatchObject({ code: 1, stdout: '' })
  expect(otherwise.stderr).toContain('works on paragraphs')
  const again = await run(folder, 'import', 'two.txt', '--project', 'Konya')
  expect(again).toEqual({ code: 0, stdout: '2\n', stderr: 'two.txt: 1 segment.\n' })
  expect(await run(folder, 'import', 'two.txt', '--project', 'X', '--segmentation', 'word')).toMatchObject({ code: 2 })
})
