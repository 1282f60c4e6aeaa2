import { readFile, writeFile } from 'node:fs/promises'
import { createClient, type Transaction } from '@libsql/client'
import { Conflict } from '../src/errors.ts'
import { isBusy } from './client.ts'

/** Held by the one process that has a database file open for writing. The operating system drops it with the process. */
export interface Lock {
  release(): Promise<void>
}

/**
 * Take the lock of a database file, a lock of SQLite's on an empty file beside it.
 * @throws Conflict naming the process that has it.
 */
export async function holdLock(file: string): Promise<Lock> {
  const client = createClient({ url: `file:${file}.lock`, timeout: 0 })
  const holder = `${file}.holder`
  let transaction: Transaction
  try {
    transaction = await client.transaction('write')
  } catch (error) {
    client.close()
    if (!isBusy(error)) throw error
    const process = await readFile(holder, 'utf8').catch(() => '?')
    throw new Conflict((m) => m.errors.databaseHeld(file, process.trim()))
  }
  await writeFile(holder, `${process.pid}\n`)
  return {
    async release() {
      await transaction.rollback()
      client.close()
    },
  }
}
