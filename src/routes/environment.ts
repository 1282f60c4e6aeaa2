import type { Context } from 'hono'
import type { Shell } from '../../views/page.tsx'
import type { Messages } from '../messages/index.ts'

/** Somebody signed in. */
export interface Person {
  id: string
  name: string
  email: string
  /** Of the whole desk: may add people and projects. */
  administrator: boolean
}

export interface Environment {
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } }
  Variables: {
    messages: Messages
    secureHeadersNonce: string
    person: Person | undefined
  }
}

/** What every page needs to know of the request it answers. */
export const shellOf = (c: Context<Environment>): Shell => ({
  m: c.var.messages,
  nonce: c.var.secureHeadersNonce,
  back: c.req.method === 'GET' ? c.req.url.slice(new URL(c.req.url).origin.length) : '/',
  path: c.req.path,
  person: c.var.person,
})

/** htmx asks for a piece of a page, and must not be sent to another one. */
export const isFragment = (c: Context): boolean => c.req.header('hx-request') === 'true'
