import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { type OpenDatabase, open } from '../../db/open.ts'

const folder = mkdtemp(join(tmpdir(), 'visavis-'))
let copies = 0

/** A database file migrated once, when a test of this worker first asks; every test gets a copy. */
const template = (async () => {
  const file = join(await folder, 'template.db')
  const { db, close } = await open(`file:${file}`)
  await db.$client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  await close()
  return file
})()

/** A database of the test's own, migrated and empty. Closed and removed when the test ends. */
export async function migrated(): Promise<OpenDatabase> {
  const file = join(await folder, `${++copies}.db`)
  await copyFile(await template, file)
  const database = await open(`file:${file}`)
  onTestFinished(database.close)
  return database
}

afterAll(async () => rm(await folder, { recursive: true }))
