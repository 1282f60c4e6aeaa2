import { rolesOf } from '../../db/people.ts'
import { Forbidden } from '../errors.ts'
import type { Role } from '../unit.ts'
import { may } from '../unit.ts'
import type { Desk } from './desk.ts'

/** Some roles, the one that is usually asked for first. */
export type Roles = readonly [Role, ...Role[]]

/** @throws Forbidden unless the person has one of the roles in the project. */
export async function mustBeOneOf(desk: Desk, wanted: Roles, personId: string, projectId: number): Promise<void> {
  const roles = await rolesOf(desk.db, personId, projectId)
  if (!wanted.some((role) => may(roles, role))) throw new Forbidden((m) => m.desk.needsRole(m.roles[wanted[0]]))
}

/** @throws Forbidden unless the person has the role in the project. */
export const mustBe = (desk: Desk, role: Role, personId: string, projectId: number): Promise<void> =>
  mustBeOneOf(desk, [role], personId, projectId)
