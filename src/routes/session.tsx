import { Hono } from 'hono'
import { z } from 'zod'
import { SignInPage } from '../../views/signIn.tsx'
import { type Auth, PEER } from '../people/auth.ts'
import { type Environment, shellOf } from './environment.ts'
import { form } from './form.ts'
import { LOCAL_PATH } from './localPath.ts'
import { passCookies } from './person.tsx'

const localPath = (path: string | undefined) => (path !== undefined && LOCAL_PATH.test(path) ? path : '/')

const Credentials = z.object({ email: z.string(), password: z.string(), next: z.string().optional() })

export const sessionRoutes = (auth: Auth) =>
  new Hono<Environment>()
    .get('/sign-in', (c) => c.html(<SignInPage shell={shellOf(c)} next={localPath(c.req.query('next'))} />))

    .post('/session', form(Credentials), async (c) => {
      const { password, ...typed } = c.req.valid('form')
      const email = typed.email.trim()
      const next = localPath(typed.next)
      const peer = c.env?.incoming?.socket?.remoteAddress ?? '0.0.0.0'
      const answer = await signIn(auth, { email, password, peer, userAgent: c.req.header('user-agent') ?? '' })

      if (answer.ok) {
        if (c.var.person) await auth.api.signOut({ headers: c.req.raw.headers })
        passCookies(c, answer)
        return c.redirect(next, 303)
      }
      if (answer.status === 429) {
        const wait = answer.headers.get('X-Retry-After') ?? '60'
        const problem = c.var.messages.people.tooMany(Number(wait))
        c.header('Retry-After', wait)
        return c.html(<SignInPage shell={shellOf(c)} next={next} email={email} problem={problem} />, 429)
      }
      if (answer.status >= 500) throw new Error(`The sign-in library answered ${answer.status}.`)
      const problem = c.var.messages.people.refused
      return c.html(<SignInPage shell={shellOf(c)} next={next} email={email} problem={problem} />, 401)
    })

    .post('/session/end', async (c) => {
      passCookies(c, await auth.api.signOut({ headers: c.req.raw.headers, asResponse: true }))
      // Not "storage": drafts that were never saved wait there for their author.
      c.header('Clear-Site-Data', '"cache"')
      return c.redirect('/sign-in', 303)
    })

interface Attempt {
  email: string
  password: string
  peer: string
  userAgent: string
}

/** By the library's own front door, because it counts the tries of an address there. */
const signIn = (auth: Auth, { email, password, peer, userAgent }: Attempt) =>
  auth.handler(
    new Request(new URL('/api/auth/sign-in/email', auth.options.baseURL), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Origin: new URL(auth.options.baseURL).origin,
        'User-Agent': userAgent,
        [PEER]: peer,
      },
      body: JSON.stringify({ email, password }),
    }),
  )
