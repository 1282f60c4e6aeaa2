import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import * as tables from '../../db/auth-schema.ts'
import type { Database } from '../../db/open.ts'

export const PASSWORD_LENGTH = { min: 12, max: 128 } as const

/** The address the connection came from, written by us over whatever the request claims. */
export const PEER = 'x-visavis-peer'

const WEEK = 7 * 24 * 60 * 60

export type Auth = ReturnType<typeof createAuth>

interface Settings {
  /** Signs the session cookie. Not in the database, so that a stolen copy of it opens no session. */
  secret: string
  /** Where people reach the desk. Cookies are `Secure` when it is https. */
  publicUrl: string
}

/**
 * The library that hashes passwords, keeps sessions and slows guessing down. None of its own addresses is reachable:
 * our routes ask it.
 */
export function createAuth(db: Database, { secret, publicUrl }: Settings) {
  const secure = publicUrl.startsWith('https:')
  return betterAuth({
    appName: 'Vis-à-vis',
    secret,
    baseURL: publicUrl,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    database: drizzleAdapter(db, { provider: 'sqlite', schema: tables, transaction: false }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    // A week from signing in, whatever happens in between: looking at a page writes nothing.
    session: { expiresIn: WEEK, disableSessionRefresh: true, deferSessionRefresh: true },
    rateLimit: {
      enabled: true,
      storage: 'database',
      customRules: { '/sign-in/email': { window: 60, max: 20 } },
    },
    advanced: {
      ipAddress: { ipAddressHeaders: [PEER] },
      disableOriginCheck: false,
      useSecureCookies: false,
      cookiePrefix: 'visavis',
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      // The library only knows the weaker prefix __Secure-, which a neighbouring subdomain may overwrite.
      cookies: { session_token: { name: secure ? '__Host-visavis' : 'visavis' } },
    },
  })
}
