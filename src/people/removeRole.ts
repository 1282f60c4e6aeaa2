import { onlyIf } from '../../db/guard.ts'
import { voidInvitationsWithoutRole } from '../../db/invitations.ts'
import type { Database } from '../../db/open.ts'
import {
  administered,
  endSessionsWithoutRole,
  findMembership,
  hasAdministrator,
  removeMembership,
} from '../../db/people.ts'
import { Conflict } from '../errors.ts'
import { byCommand, once } from './once.ts'

/**
 * Take a role from somebody. With the last one their sessions end and their invitations are void.
 * @throws Conflict when nobody who can sign in would administer the desk any more.
 */
export async function removeRole(db: Database, membershipId: number, request = byCommand()): Promise<void> {
  const membership = await findMembership(db, membershipId)
  if (membership === undefined) return
  const { userId, role, projectId } = membership
  const administers = role === 'administrator' && projectId === null
  const statements = [
    ...(administers ? [onlyIf(administered(membershipId))] : []),
    removeMembership(db, membershipId),
    endSessionsWithoutRole(db, userId),
    voidInvitationsWithoutRole(db, userId),
  ]
  try {
    await once(db, request, statements, projectId)
  } catch (error) {
    if (!administers || (await hasAdministrator(db, membershipId))) throw error
    throw new Conflict((m) => m.people.lastAdministrator)
  }
}
