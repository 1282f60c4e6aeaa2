import { findInvitation, type InvitationRow } from '../../db/invitations.ts'
import type { Database } from '../../db/open.ts'
import { hasAdministrator } from '../../db/people.ts'
import { NotFound } from '../errors.ts'
import { hashOf } from './token.ts'

/**
 * Who an invitation is for.
 * @throws NotFound alike for one that was never made, is used, has expired, or would make a second first administrator.
 */
export async function inviteeOf(db: Database, token: string): Promise<InvitationRow> {
  const invitee = await findInvitation(db, hashOf(token), new Date())
  if (invitee === undefined || (invitee.userId === null && (await hasAdministrator(db)))) {
    throw new NotFound((m) => m.people.linkGone)
  }
  return invitee
}
