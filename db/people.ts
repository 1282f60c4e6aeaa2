import { and, asc, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Role } from '../src/unit.ts'
import type { Database, Statement } from './open.ts'
import { account, memberships, projects, session, user } from './schema.ts'

export interface PersonRow {
  id: string
  name: string
  email: string
}

export type MembershipRow = typeof memberships.$inferSelect

/** Somebody on the people page. Who has no credentials cannot sign in. */
export interface Member extends PersonRow {
  signsIn: boolean
  roles: readonly { id: number; role: Role; project: string | null }[]
}

const HAS_CREDENTIALS = sql<boolean>`exists (select 1 from account
  where account.user_id = user.id and account.provider_id = 'credential' and account.password is not null)`

/** The roles somebody has in a project, those on the whole desk included; without a project, only these. */
export async function rolesOf(db: Database, userId: string, projectId?: number): Promise<Role[]> {
  const rows = await db
    .selectDistinct({ role: memberships.role })
    .from(memberships)
    .where(
      and(
        eq(memberships.userId, userId),
        or(isNull(memberships.projectId), projectId === undefined ? undefined : eq(memberships.projectId, projectId)),
      ),
    )
  return rows.map(({ role }) => role)
}

/** The roles somebody has anywhere: what belongs to no project is for whoever has the role in one. */
export async function rolesAnywhere(db: Database, userId: string): Promise<Role[]> {
  const rows = await db
    .selectDistinct({ role: memberships.role })
    .from(memberships)
    .where(eq(memberships.userId, userId))
  return rows.map(({ role }) => role)
}

/** Who wrote the texts that the command brings in with a bilingual document. Nobody can sign in as it. */
export const IMPORT_ACCOUNT = 'import'

/** The statements that make sure it is there. */
export const importAccount = (at: Date): Statement[] => [
  sql`insert into user (id, name, email, email_verified, created_at, updated_at)
    select ${IMPORT_ACCOUNT}, 'Import', 'import@desk.invalid', 0, ${at.getTime()}, ${at.getTime()}
    where not exists (select 1 from user where id = ${IMPORT_ACCOUNT})`,
]

export async function personByEmail(db: Database, email: string): Promise<PersonRow | undefined> {
  return db.select({ id: user.id, name: user.name, email: user.email }).from(user).where(eq(user.email, email)).get()
}

export async function findPerson(db: Database, id: string): Promise<PersonRow | undefined> {
  return db.select({ id: user.id, name: user.name, email: user.email }).from(user).where(eq(user.id, id)).get()
}

/** Everybody the desk knows, by name, with their roles. */
export async function allPeople(db: Database): Promise<Member[]> {
  const people = await db
    .select({ id: user.id, name: user.name, email: user.email, signsIn: HAS_CREDENTIALS })
    .from(user)
    .orderBy(asc(user.name), asc(user.id))
  const roles = await db
    .select({ id: memberships.id, userId: memberships.userId, role: memberships.role, project: projects.name })
    .from(memberships)
    .leftJoin(projects, eq(projects.id, memberships.projectId))
    .orderBy(asc(projects.name), asc(memberships.id))
  return people.map((person) => ({
    ...person,
    signsIn: Boolean(person.signsIn),
    roles: roles.filter(({ userId }) => userId === person.id),
  }))
}

export async function findMembership(db: Database, id: number): Promise<MembershipRow | undefined> {
  return db.select().from(memberships).where(eq(memberships.id, id)).get()
}

/** A condition: somebody administers the desk and can sign in, other than by the membership left out. */
export const administered = (without?: number): SQL =>
  sql`exists (select 1 from memberships join user on user.id = memberships.user_id
    where memberships.project_id is null and memberships.role = 'administrator' and ${HAS_CREDENTIALS}
      and memberships.id is not ${without ?? null})`

export const notAdministered = (): SQL => sql`not ${administered()}`

export async function hasAdministrator(db: Database, without?: number): Promise<boolean> {
  const row = await db.get<{ holds: number }>(sql`select ${administered(without)} as holds`)
  return row.holds === 1
}

export async function hasRole(db: Database, userId: string, role: Role, projectId: number | null): Promise<boolean> {
  const row = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.userId, userId),
        eq(memberships.role, role),
        projectId === null ? isNull(memberships.projectId) : eq(memberships.projectId, projectId),
      ),
    )
    .get()
  return row !== undefined
}

export async function canSignIn(db: Database, userId: string): Promise<boolean> {
  const row = await db.select({ signsIn: HAS_CREDENTIALS }).from(user).where(eq(user.id, userId)).get()
  return Boolean(row?.signsIn)
}

/** Whoever has the address when the statement runs: two acts may add the same person at once. */
const idOf = (email: string) => sql<string>`(select id from user where email = ${email})`

/** Somebody without credentials, unless the address is known already. */
export const addUser = (db: Database, { id, name, email }: PersonRow, at: Date): Statement =>
  db.insert(user).values({ id, name, email, createdAt: at, updatedAt: at }).onConflictDoNothing()

export const renameUser = (db: Database, email: string, name: string, updatedAt: Date): Statement =>
  db.update(user).set({ name, updatedAt }).where(eq(user.email, email))

export const addMembership = (db: Database, email: string, role: Role, projectId: number | null): Statement =>
  db
    .insert(memberships)
    .values({ userId: idOf(email), role, projectId })
    .onConflictDoNothing()

export const removeMembership = (db: Database, id: number): Statement =>
  db.delete(memberships).where(eq(memberships.id, id))

/** Give somebody the credentials the sign-in library looks for. */
export const setPassword = (db: Database, email: string, hash: string, at: Date): Statement =>
  db
    .insert(account)
    .values({
      id: crypto.randomUUID(),
      issuer: 'local:credential',
      providerId: 'credential',
      accountId: idOf(email),
      userId: idOf(email),
      password: hash,
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoUpdate({ target: [account.issuer, account.accountId], set: { password: hash, updatedAt: at } })

export const endSessions = (db: Database, email: string): Statement =>
  db.delete(session).where(eq(session.userId, idOf(email)))

/** Who has no role left is signed out everywhere. */
export const endSessionsWithoutRole = (db: Database, userId: string): Statement =>
  db
    .delete(session)
    .where(and(eq(session.userId, userId), sql`not exists (select 1 from memberships where user_id = ${userId})`))
