import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database, Statement } from './open.ts'
import { invitations, user } from './schema.ts'

/** Whose password an invitation sets: nobody's yet when it is the link that makes the first administrator. */
export interface InvitationRow {
  userId: string | null
  name: string | null
  email: string | null
}

const unused = (tokenHash: string, now: Date) =>
  and(eq(invitations.tokenHash, tokenHash), isNull(invitations.usedAt), gt(invitations.expiresAt, now))

/** An invitation that may still be accepted. */
export async function findInvitation(db: Database, tokenHash: string, now: Date): Promise<InvitationRow | undefined> {
  return db
    .select({ userId: invitations.userId, name: user.name, email: user.email })
    .from(invitations)
    .leftJoin(user, eq(user.id, invitations.userId))
    .where(unused(tokenHash, now))
    .get()
}

/** A condition: the invitation may still be accepted. */
export const stands = (db: Database, tokenHash: string, now: Date): SQL =>
  sql`exists ${db.select({ one: sql`1` }).from(invitations).where(unused(tokenHash, now))}`

/** Invite somebody, or nobody yet, in place of every invitation of theirs that was not used. */
export const addInvitation = (
  db: Database,
  { tokenHash, email, expiresAt }: { tokenHash: string; email: string | null; expiresAt: Date },
): Statement[] => {
  const userId = sql<string>`(select id from user where email = ${email})`
  return [
    db.delete(invitations).where(and(isNull(invitations.usedAt), sql`${invitations.userId} is ${userId}`)),
    db.insert(invitations).values({ tokenHash, userId, expiresAt }),
  ]
}

export const useInvitation = (db: Database, tokenHash: string, usedAt: Date): Statement =>
  db.update(invitations).set({ usedAt }).where(eq(invitations.tokenHash, tokenHash))

export const voidInvitationsWithoutRole = (db: Database, userId: string): Statement =>
  db
    .delete(invitations)
    .where(
      and(
        eq(invitations.userId, userId),
        isNull(invitations.usedAt),
        sql`not exists (select 1 from memberships where user_id = ${userId})`,
      ),
    )
