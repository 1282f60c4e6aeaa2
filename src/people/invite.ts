import { addInvitation } from '../../db/invitations.ts'
import type { Database, Statement } from '../../db/open.ts'
import { findPerson } from '../../db/people.ts'
import { Conflict, NotFound } from '../errors.ts'
import { byCommand, once } from './once.ts'
import { hashOf, newToken } from './token.ts'

/** How long an invitation made on the people page waits to be accepted. */
export const INVITATION_HOURS = 72

interface Wanted {
  /** Nobody yet: the link that makes the first administrator. */
  userId?: string
  hours: number
}

/**
 * The token of a new invitation, in place of any older one that was not used.
 * @throws Conflict when this was done before: its token was shown then, and is not known any more.
 */
export async function invite(db: Database, { userId, hours }: Wanted, request = byCommand()): Promise<string> {
  const person = userId === undefined ? undefined : await findPerson(db, userId)
  if (userId !== undefined && person === undefined) throw new NotFound()
  const { token, statements } = invitation(db, person?.email ?? null, hours)
  if (!(await once(db, request, statements))) throw new Conflict((m) => m.people.linkShown)
  return token
}

/** The token and what to write for it, for an act that invites on the way. */
export function invitation(
  db: Database,
  email: string | null,
  hours = INVITATION_HOURS,
): { token: string; statements: Statement[] } {
  const token = newToken()
  const expiresAt = new Date(Date.now() + hours * 60 * 60 * 1000)
  return { token, statements: addInvitation(db, { tokenHash: hashOf(token), email, expiresAt }) }
}
