import { rolesAnywhere } from '../../db/people.ts'
import { Forbidden } from '../errors.ts'
import { may } from '../unit.ts'
import type { Desk } from './desk.ts'

/** Whether somebody curates the glossary: it belongs to no project, so the role in any will do. */
export const curates = async ({ db }: Pick<Desk, 'db'>, personId: string): Promise<boolean> =>
  may(await rolesAnywhere(db, personId), 'terminologist')

/** @throws Forbidden unless somebody curates the glossary. */
export async function mustCurate(desk: Desk, personId: string): Promise<void> {
  if (!(await curates(desk, personId))) throw new Forbidden((m) => m.desk.needsRole(m.roles.terminologist))
}
