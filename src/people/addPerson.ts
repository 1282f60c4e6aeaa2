import type { Database } from '../../db/open.ts'
import { addMembership, addUser, canSignIn, hasRole, personByEmail } from '../../db/people.ts'
import { allProjects } from '../../db/projects.ts'
import { Invalid } from '../errors.ts'
import { ROLES } from '../unit.ts'
import { emailFrom, nameFrom } from './identity.ts'
import { invitation } from './invite.ts'
import { byCommand, once } from './once.ts'

interface NewMember {
  email: string
  name: string
  role: string
  /** The whole desk without one. */
  projectId?: number | undefined
}

export interface Added {
  /** `had`: they have that role there already. `repeated`: this very request was done before. */
  outcome: 'added' | 'had' | 'repeated'
  /** The token of their invitation, when they cannot sign in yet. */
  invitation?: string
}

/** Give somebody a role, and an invitation if they have no password yet. Somebody unknown gets an account without one. */
export async function addPerson(db: Database, member: NewMember, request = byCommand()): Promise<Added> {
  const { projectId = null } = member
  const role = ROLES.find((known) => known === member.role)
  if (role === undefined) throw new Invalid((m) => m.people.unknownRole(member.role))
  if (projectId !== null && !(await allProjects(db)).some(({ id }) => id === projectId)) {
    throw new Invalid((m) => m.people.unknownProject)
  }
  const email = emailFrom(member.email)
  const known = await personByEmail(db, email)
  const name = known?.name ?? nameFrom(member.name)
  if (known && (await hasRole(db, known.id, role, projectId))) return { outcome: 'had' }

  const invited = known && (await canSignIn(db, known.id)) ? undefined : invitation(db, email)
  const statements = [
    addUser(db, { id: crypto.randomUUID(), name, email }, new Date()),
    addMembership(db, email, role, projectId),
    ...(invited?.statements ?? []),
  ]
  if (!(await once(db, request, statements, projectId))) return { outcome: 'repeated' }
  return { outcome: 'added', ...(invited && { invitation: invited.token }) }
}
