import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { databaseFile } from '../db/file.ts'
import { open } from '../db/open.ts'
import { hasAdministrator } from '../db/people.ts'
import { createApp } from './app.tsx'
import { openDesk } from './desk/openDesk.ts'
import { Conflict } from './errors.ts'
import { createAuth } from './people/auth.ts'
import { invite } from './people/invite.ts'
import { readSecret } from './people/secret.ts'
import { fillSample } from './sample/fill.ts'

export interface Settings {
  databaseUrl: string
  host: string
  /** 0 takes any that is free. */
  port: number
  /** Where people reach the desk, when it is not the address it listens on. */
  publicUrl?: string | undefined
  /** Signs the session cookies; without one, the file beside the database holds it. */
  secret?: string | undefined
}

export interface Running {
  /** The address to open first: it makes whoever opens it the administrator while there is none. */
  address: string
  stop(): Promise<void>
}

const WELCOME_HOURS = 24
/** Milliseconds a request may take to come in: the largest file of a memory over a slow line. */
const UPLOAD = 3 * 60 * 60 * 1000
/** Milliseconds for the requests under way when the desk is told to end. A file on its way in may need hours. */
const GRACE = 5_000

/**
 * Take the port, open or create the database, with the curated glossary in a new one, and serve the desk.
 * @throws Conflict when another process has the port or the database; nothing is changed then.
 */
export async function start({ databaseUrl, host, port, ...settings }: Settings): Promise<Running> {
  const door = await listen(host, port)
  const url = settings.publicUrl ?? addressOf(host, door.port)
  const { db, close } = await open(databaseUrl).catch(async (error) => {
    await door.close()
    throw error
  })
  const stop = async () => {
    await door.close()
    await close()
  }
  try {
    const desk = await openDesk(db)
    await fillSample(desk)
    const secret = settings.secret ?? (await readSecret(`${(await databaseFile(databaseUrl)) ?? 'data/desk'}.secret`))
    door.opens(createApp(desk, createAuth(db, { secret, publicUrl: url })))
    const governed = await hasAdministrator(db)
    return { address: governed ? `${url}/` : `${url}/welcome/${await invite(db, { hours: WELCOME_HOURS })}`, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const addressOf = (host: string, port: number) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** The port, taken before anything is changed. Until the desk opens, whoever knocks is asked to come again. */
interface Door {
  port: number
  opens(app: ReturnType<typeof createApp>): void
  close(): Promise<void>
}

function listen(host: string, port: number): Promise<Door> {
  let app: ReturnType<typeof createApp> | undefined
  return new Promise((resolve, reject) => {
    const server = serve({
      fetch: (request, bindings) => app?.fetch(request, bindings) ?? new Response(null, { status: 503 }),
      hostname: host,
      port,
      serverOptions: { requestTimeout: UPLOAD },
    }) as Server
    server.once('listening', () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        opens(desk) {
          app = desk
        },
        async close() {
          server.closeIdleConnections()
          const patience = setTimeout(() => server.closeAllConnections(), GRACE)
          await new Promise((closed) => server.close(closed))
          clearTimeout(patience)
        },
      }),
    )
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Conflict((m) => m.errors.portTaken(host, port)) : error)
    })
  })
}
