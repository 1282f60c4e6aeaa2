import { rolesOf } from '../../db/people.ts'
import { Forbidden } from '../errors.ts'
import type { Role } from '../unit.ts'
import { may } from '../unit.ts'
import type { Desk } from './desk.ts'

/** @throws Forbidden unless the person has the role in the project. */
export async function mustBe(desk: Desk, role: Role, personId: string, projectId: number): Promise<void> {
  if (!may(await rolesOf(desk.db, personId, projectId), role))
    throw new Forbidden((m) => m.desk.needsRole(m.roles[role]))
}
