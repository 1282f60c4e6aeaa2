import { sql } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { createApp } from '../../src/app.tsx'
import { acceptInvitation } from '../../src/people/accept.ts'
import { addPerson } from '../../src/people/addPerson.ts'
import { createAuth } from '../../src/people/auth.ts'
import { invite } from '../../src/people/invite.ts'
import type { Role } from '../../src/unit.ts'
import { migrated } from './database.ts'

export const PASSWORD = 'quatre mots bien choisis'

interface Settings {
  publicUrl?: string
}

/** The application with nobody in it, over a database of the test's own. */
export async function peopleDesk({ publicUrl = 'http://desk.example' }: Settings = {}) {
  const { db } = await migrated()
  const auth = createAuth(db, { secret: 'only-for-tests-only-for-tests-only', publicUrl })
  const termbase = () => {
    throw new Error('No page about people asks what a term is.')
  }
  const app = createApp({ db, concepts: new Map(), termbase, glossaryVersion: 1 }, auth)

  /** A browser: it keeps its cookies and has an address. */
  function browser(address = '192.0.2.1') {
    const cookies = new Map<string, string>()

    async function ask(path: string, init: RequestInit = {}) {
      const headers = new Headers(init.headers)
      headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
      headers.set('Sec-Fetch-Site', 'same-origin')
      const env = { incoming: { socket: { remoteAddress: address } } }
      const response = await app.request(path, { ...init, headers }, env)
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(cookie) ?? []
        if (/Max-Age=0/iu.test(cookie)) cookies.delete(name)
        else cookies.set(name, value)
      }
      return response
    }

    return {
      cookies,
      get: (path: string, headers: Record<string, string> = {}) => ask(path, { headers }),
      post: (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
        ask(path, { method: 'POST', body: new URLSearchParams(fields), headers }),
      signIn: (email: string, password = PASSWORD) => ask('/session', signInForm(email, password)),
    }
  }

  /** Somebody with a password, their roles on the whole desk or in a project. */
  async function somebody(name: string, role: Role, projectId?: number): Promise<string> {
    const email = emailOf(name)
    const { invitation } = await addPerson(db, { email, name, role, projectId })
    if (invitation) await acceptInvitation(db, auth, { token: invitation, password: PASSWORD })
    return email
  }

  async function administrator(name = 'Ada'): Promise<string> {
    const token = await invite(db, { hours: 1 })
    await acceptInvitation(db, auth, { token, name, email: emailOf(name), password: PASSWORD })
    return emailOf(name)
  }

  return { db, auth, app, browser, somebody, administrator }
}

const emailOf = (name: string) => `${name.toLowerCase()}@desk.example`

const signInForm = (email: string, password: string) => ({
  method: 'POST',
  body: new URLSearchParams({ email, password }),
})

/** Everything a database holds, to see whether anything changed. */
export async function contents(db: Database): Promise<string> {
  const tables = await db.all<{ name: string }>(sql`select name from sqlite_master where type = 'table' order by name`)
  const rows = await Promise.all(tables.map(({ name }) => db.all(sql`select * from ${sql.identifier(name)}`)))
  return JSON.stringify(rows)
}
