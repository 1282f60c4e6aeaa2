import type { Context, MiddlewareHandler } from 'hono'
import type { Database } from '../../db/open.ts'
import { rolesOf } from '../../db/people.ts'
import { SignInNote } from '../../views/signIn.tsx'
import { NotFound } from '../errors.ts'
import type { Auth } from '../people/auth.ts'
import { type Environment, isFragment } from './environment.ts'

/** Know who asks, for every route after it. */
export const withPerson =
  (db: Database, auth: Auth): MiddlewareHandler<Environment> =>
  async (c, next) => {
    const found = await auth.api.getSession({ headers: c.req.raw.headers })
    if (found) {
      const { id, name, email } = found.user
      const roles = await rolesOf(db, id)
      c.set('person', { id, name, email, administrator: roles.includes('administrator') })
    }
    await next()
  }

/** Only for somebody signed in. A piece of a page is refused in its place, so that what stands there is not lost. */
export const signedIn: MiddlewareHandler<Environment> = async (c, next) => {
  if (c.var.person) return next()
  if (isFragment(c)) return c.html(<SignInNote m={c.var.messages} />, 401)
  const { pathname, search } = new URL(c.req.url)
  const back = c.req.method === 'GET' ? pathname + search : '/'
  return c.redirect(`/sign-in?next=${encodeURIComponent(back)}`, 303)
}

/** Only for administrators of the whole desk; to others there is nothing here. */
export const administratorsOnly: MiddlewareHandler<Environment> = async (c, next) => {
  if (!c.var.person?.administrator) throw new NotFound()
  await next()
}

/** Hand the session cookie of an answer of the sign-in library on. */
export function passCookies(c: Context, answer: Response): void {
  for (const cookie of answer.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
}
