import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface Server {
  url: string
  /** The link that makes whoever opens it first the administrator. */
  welcome: string
  stop(): Promise<void>
}

/** The real command over a database of its own, as a newcomer starts it. */
export async function startServer(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-e2e-'))
  const child = spawn(process.execPath, ['bin/visavis', 'serve', '--port', '0'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, DATABASE_URL: `file:${join(folder, 'desk.db')}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  const ended = once(child, 'exit')
  const [welcome] = (await Promise.race([once(createInterface(child.stdout), 'line'), ended])) as unknown[]
  if (typeof welcome !== 'string') throw new Error(`The desk did not start.\n${said}`)
  return {
    url: new URL(welcome).origin,
    welcome,
    async stop() {
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true })
    },
  }
}
