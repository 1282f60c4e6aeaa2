import { setImmediate, setTimeout } from 'node:timers/promises'
import { type Client, createClient, LibsqlError } from '@libsql/client'

/** How long another program may hold the file before a statement gives up, in milliseconds. */
const PATIENCE = 5_000
/** The driver frees a statement only when the event loop turns: 100,000 awaited in a row would keep 390 MB. */
const STATEMENTS_PER_TURN = 500

/** Somebody else holds the file. */
export const isBusy = (error: unknown) => error instanceof LibsqlError && error.code.startsWith('SQLITE_BUSY')

/**
 * A client that can only be used the safe way. Every statement waits for those before it, and there are no interactive
 * transactions, because in one process they block each other. After SQLITE_BUSY the connection is replaced before
 * anything else runs on it: the driver leaves the refused statement open, and what is then written there is reported as
 * done and never committed (libsql-client-ts#352).
 */
export function connect(url: string): Client {
  const client = createClient({ url, timeout: 20 })
  let last: Promise<unknown> = Promise.resolve()
  let statements = 0

  async function patiently<Result>(run: () => Promise<Result>): Promise<Result> {
    const deadline = Date.now() + PATIENCE
    while (true) {
      try {
        return await run()
      } catch (error) {
        if (!isBusy(error)) throw error
        await client.reconnect()
        if (Date.now() > deadline) throw error
        await setTimeout(5)
      }
    }
  }

  function inTurn<Result>(count: number, run: () => Promise<Result>): Promise<Result> {
    const turn = last.then(async () => {
      statements += count
      if (statements >= STATEMENTS_PER_TURN) {
        statements = 0
        await setImmediate()
      }
      return patiently(run)
    })
    last = turn.catch(() => undefined)
    return turn
  }

  return {
    protocol: client.protocol,
    get closed() {
      return client.closed
    },
    execute: (...args: Parameters<Client['execute']>) => inTurn(1, () => client.execute(...args)),
    batch: (statements, mode) => inTurn(statements.length, () => client.batch(statements, mode)),
    migrate: (statements) => inTurn(statements.length, () => client.migrate(statements)),
    executeMultiple: (sql) => inTurn(1, () => client.executeMultiple(sql)),
    transaction: () =>
      Promise.reject(new Error('No interactive transactions: write() takes the statements of one act.')),
    sync: () => client.sync(),
    reconnect: () => client.reconnect(),
    close: () => client.close(),
  }
}
