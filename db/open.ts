import { access } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Client, LibsqlError, type ResultSet } from '@libsql/client'
import { SQL } from 'drizzle-orm'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { Invalid } from '../src/errors.ts'
import { connect } from './client.ts'
import { databaseFile } from './file.ts'
import { holdLock } from './lock.ts'
import * as schema from './schema.ts'

export type Database = LibSQLDatabase<typeof schema> & { $client: Client }

/** A statement to put into a batch: a query not yet run, or raw SQL. */
export type Statement = SQL | { toSQL(): { sql: string; params: unknown[] } }

export interface OpenDatabase {
  db: Database
  close(): Promise<void>
}

const MIGRATIONS = fileURLToPath(new URL('migrations', import.meta.url))

/**
 * Open a database, create or migrate it, and keep every other process from writing to it. `url` is `file:…`, or the
 * address of a libsql-server, which needs no lock.
 * @throws Conflict when another process holds the file.
 */
export async function open(url: string): Promise<OpenDatabase> {
  const file = await databaseFile(url)
  const lock = file === undefined ? undefined : await holdLock(file)
  try {
    const client = await connected(url)
    const db = drizzle(client, { schema })
    if (file !== undefined) await client.execute('PRAGMA journal_mode = WAL')
    await migrate(db, { migrationsFolder: MIGRATIONS })
    return {
      db,
      async close() {
        client.close()
        await lock?.release()
      },
    }
  } catch (error) {
    await lock?.release()
    throw error
  }
}

/** @throws Invalid when what is there is no database, or nothing answers. */
async function connected(url: string): Promise<Client> {
  try {
    const client = connect(url)
    await client.execute('SELECT count(*) FROM sqlite_master')
    return client
  } catch (error) {
    const reason = error instanceof LibsqlError ? error.code : String(error)
    throw new Invalid((m) => m.errors.noDatabase(url, reason))
  }
}

/** Open a database that may be open elsewhere, to read only: it must exist, and nothing is migrated. */
export async function openToRead(url: string): Promise<OpenDatabase> {
  const file = await databaseFile(url)
  if (file !== undefined) await access(file)
  const client = await connected(url)
  if (file !== undefined) await client.execute('PRAGMA query_only = 1')
  return { db: drizzle(client, { schema }), close: async () => client.close() }
}

const dialect = new SQLiteAsyncDialect()

const prepared = (statement: Statement) => {
  const { sql, params } = statement instanceof SQL ? dialect.sqlToQuery(statement) : statement.toSQL()
  return { sql, args: params as (string | number | null | Uint8Array)[] }
}

/** Run the statements as one atomic write, after every write begun before it: all of them or none. */
export async function write(db: Database, statements: readonly Statement[]): Promise<ResultSet[]> {
  return db.$client.batch(statements.map(prepared), 'write')
}
