import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { onlyIf } from '../../db/guard.ts'
import { type Database, write } from '../../db/open.ts'
import { migrated } from '../support/database.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const event = (id: string) => sql`insert into events (operation_id, act, at) values (${id}, 'save', 0)`
const ids = async (db: Database) =>
  (await db.$client.execute('select operation_id from events order by sequence')).rows.map((row) => row[0])

test('a batch is written whole or not at all', async () => {
  const { db } = await migrated()
  await expect(write(db, [event('1'), event('2'), event('1')])).rejects.toThrow('event: kept')
  expect(await ids(db)).toEqual([])
  await write(db, [event('1'), event('2'), event('3')])
  expect(await ids(db)).toEqual(['1', '2', '3'])
})

test('a guard that does not hold undoes the batch, wherever it stands', async () => {
  const { db } = await migrated()
  const holds = onlyIf(sql`(select count(*) from events) = 1`)
  await expect(write(db, [holds, event('1')])).rejects.toThrow('guard')
  await expect(write(db, [event('1'), event('2'), holds])).rejects.toThrow('guard')
  expect(await ids(db)).toEqual([])
  await write(db, [event('1'), holds])
  expect(await ids(db)).toEqual(['1'])
})

test('200 writes at once queue up in the order they were asked for, and a refused one holds nobody up', async () => {
  const { db } = await migrated()
  const refused = (n: number) => n % 10 === 9
  const outcomes = await Promise.allSettled(
    Array.from({ length: 200 }, (_, n) =>
      write(db, [event(`${n}.a`), event(`${n}.b`), onlyIf(refused(n) ? sql`0` : sql`1`)]),
    ),
  )
  expect(outcomes.map(({ status }) => status)).toEqual(
    Array.from({ length: 200 }, (_, n) => (refused(n) ? 'rejected' : 'fulfilled')),
  )
  expect(await ids(db)).toEqual(Array.from({ length: 200 }, (_, n) => (refused(n) ? [] : [`${n}.a`, `${n}.b`])).flat())
})

test('a read asked for after a write sees it', async () => {
  const { db } = await migrated()
  const writing = write(db, [event('1')])
  const reading = ids(db)
  expect(await reading).toEqual(['1'])
  await writing
})

test('there are no interactive transactions', async () => {
  const { db } = await migrated()
  await expect(db.$client.transaction('write')).rejects.toThrow('No interactive transactions')
  await expect(db.transaction(async (tx) => tx.run(event('1')))).rejects.toThrow('No interactive transactions')
  expect(await ids(db)).toEqual([])
})

test('foreign keys, WAL and full synchronisation are on', async () => {
  const { db } = await migrated()
  const pragma = async (name: string) => (await db.$client.execute(`pragma ${name}`)).rows[0]![0]
  expect([await pragma('foreign_keys'), await pragma('journal_mode'), await pragma('synchronous')]).toEqual([
    1,
    'wal',
    2,
  ])
})

test('a write waits for another program that holds the file, and what was acknowledged is on disk', async () => {
  const { db } = await migrated()
  const file = await fileOf(db)
  const acknowledged = ['before']
  await write(db, [event('before')])

  const holding = 300
  const enemy = await other(
    `
    const transaction = await client.transaction('write')
    console.log('held')
    setTimeout(async () => { await transaction.rollback(); client.close() }, ${holding})`,
    file,
  )
  await once(enemy.stdout, 'data')
  const began = performance.now()
  await Promise.all(
    Array.from({ length: 20 }, async (_, n) => {
      await write(db, [event(`${n}`)])
      acknowledged.push(`${n}`)
    }),
  )
  expect(performance.now() - began).toBeGreaterThan(holding / 2)
  await write(db, [event('after')])
  acknowledged.push('after')

  const reader = await other(
    `console.log(JSON.stringify((await client.execute('select operation_id id from events order by sequence')).rows.map(({ id }) => id)))
     client.close()`,
    file,
  )
  const [seen] = await once(reader.stdout, 'data')
  expect(JSON.parse(String(seen))).toEqual(acknowledged)
  expect(acknowledged).toHaveLength(22)
})

test('the file held for longer than a write waits is said, and later writes are kept', {
  timeout: 20_000,
}, async () => {
  const { db } = await migrated()
  const file = await fileOf(db)
  const enemy = await other(
    `
    const transaction = await client.transaction('write')
    console.log('held')
    process.stdin.on('data', async () => { await transaction.rollback(); client.close(); process.exit() })`,
    file,
  )
  await once(enemy.stdout, 'data')
  await expect(write(db, [event('lost')])).rejects.toThrow('SQLITE_BUSY')
  enemy.stdin.write('let go\n')
  await once(enemy, 'exit')
  await write(db, [event('kept')])

  const reader = await other(
    `console.log((await client.execute('select group_concat(operation_id) ids from events')).rows[0].ids); client.close()`,
    file,
  )
  expect(String((await once(reader.stdout, 'data'))[0]).trim()).toBe('kept')
})

test('20,000 statements in a row keep no memory', { timeout: 30_000 }, async () => {
  const { db } = await migrated()
  const text = 'x'.repeat(2_000)
  const run = async (times: number) => {
    for (let n = 0; n < times; n++) await db.$client.execute({ sql: 'select ? as text', args: [text + n] })
    await setTimeout(10)
    return process.memoryUsage.rss()
  }
  const before = await run(2_000)
  const grown = ((await run(20_000)) - before) / 1_048_576
  console.log(`20,000 statements: ${grown.toFixed(1)} MB more`)
  expect(grown).toBeLessThan(60)
})

const fileOf = async (db: Database) => {
  const [main] = (await db.$client.execute('pragma database_list')).rows
  return String(main!['file'])
}

/** Another program with the file open: `client` is a client of its own. */
async function other(script: string, file: string) {
  const client = `import { createClient } from '@libsql/client'; const client = createClient({ url: 'file:${file}' });`
  const child = spawn(process.execPath, ['--input-type=module', '-e', client + script], { cwd: ROOT })
  child.stderr.pipe(process.stderr)
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'spawn')
  return child
}
