import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { open, openToRead } from '../../db/open.ts'
import { Conflict } from '../../src/errors.ts'
import { refusalOf } from '../support/desk.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

async function file() {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-lock-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, 'desk.db')
}

/** Another process that opens the database and keeps it. */
async function holder(path: string) {
  const script = `import { open } from './db/open.ts'
    const held = await open('file:${path}')
    console.log('open')
    setInterval(() => held, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { cwd: ROOT })
  child.stderr.pipe(process.stderr)
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

test('a second opening says who holds the database, and the first goes on', async () => {
  const path = await file()
  const first = await open(`file:${path}`)
  onTestFinished(first.close)

  const refusal = await refusalOf(open(`file:${path}`))

  expect(refusal).toBeInstanceOf(Conflict)
  expect(refusal.message).toContain(path)
  expect(refusal.message).toContain(`(${process.pid})`)
  await first.db.$client.execute(`insert into events (operation_id, act, at) values ('1', 'save', 0)`)
})

test('closing frees it', async () => {
  const path = await file()
  for (const id of ['1', '2', '3']) {
    const { db, close } = await open(`file:${path}`)
    await db.$client.execute(`insert into events (operation_id, act, at) values ('${id}', 'save', 0)`)
    await close()
  }
  const { db, close } = await open(`file:${path}`)
  expect((await db.$client.execute('select count(*) from events')).rows[0]![0]).toBe(3)
  await close()
})

test('another process holds it until it is killed, and can be read meanwhile', { timeout: 20_000 }, async () => {
  const path = await file()
  const other = await holder(path)

  const refusal = await refusalOf(open(`file:${path}`))
  expect(refusal).toBeInstanceOf(Conflict)
  expect(refusal.message).toContain(`(${other.pid})`)

  const reading = await openToRead(`file:${path}`)
  expect((await reading.db.$client.execute('select count(*) from events')).rows[0]![0]).toBe(0)
  const forbidden = `insert into events (operation_id, act, at) values ('1', 'save', 0)`
  await expect(reading.db.$client.execute(forbidden)).rejects.toThrow('SQLITE_READONLY')
  await reading.close()

  other.kill('SIGKILL')
  await once(other, 'exit')
  const { db, close } = await open(`file:${path}`)
  await db.$client.execute(forbidden)
  await close()
})
