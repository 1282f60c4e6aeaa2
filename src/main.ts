import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { open } from '../db/open.ts'
import { hasAdministrator } from '../db/people.ts'
import { createApp } from './app.tsx'
import { adoptGlossary } from './desk/adoptGlossary.ts'
import { curatedGlossary } from './desk/curated.ts'
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

/**
 * Open or create the database, put the curated glossary into force, and serve the desk.
 * @throws Conflict when another process has the database or the port.
 */
export async function start({ databaseUrl, host, port, ...settings }: Settings): Promise<Running> {
  const { db, close } = await open(databaseUrl)
  try {
    const desk = await adoptGlossary(db, await curatedGlossary())
    await fillSample(desk)
    const secret = settings.secret ?? (await readSecret(secretFile(databaseUrl)))
    const { server, port: taken } = await listen(host, port, (url) =>
      createApp(desk, createAuth(db, { secret, publicUrl: settings.publicUrl ?? url })),
    )
    const url = settings.publicUrl ?? addressOf(host, taken)
    const first = await hasAdministrator(db)
    return {
      address: first ? `${url}/` : `${url}/welcome/${await invite(db, { hours: WELCOME_HOURS })}`,
      async stop() {
        await new Promise((resolve) => {
          server.close(resolve)
          server.closeIdleConnections()
        })
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

const addressOf = (host: string, port: number) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** Beside the database file; a database on a server has no beside. */
const secretFile = (databaseUrl: string) =>
  databaseUrl.startsWith('file:') ? `${databaseUrl.slice('file:'.length)}.secret` : 'data/secret'

function listen(host: string, port: number, app: (url: string) => ReturnType<typeof createApp>) {
  return new Promise<{ server: Server; port: number }>((resolve, reject) => {
    let application: ReturnType<typeof createApp>
    const server = serve({ fetch: (...args) => application.fetch(...args), hostname: host, port }, (info) => {
      application = app(addressOf(host, info.port))
      resolve({ server: server as Server, port: info.port })
    })
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Conflict((m) => m.errors.portTaken(host, port)) : error)
    })
  })
}
