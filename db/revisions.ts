import { and, desc, eq } from 'drizzle-orm'
import type { Database, Statement } from './open.ts'
import { revisions, user } from './schema.ts'

export type RevisionRow = typeof revisions.$inferSelect & { authorName: string }

/** Append a text to a segment. Fails, and its batch with it, unless `number` is the next one. */
export const appendRevision = (db: Database, revision: typeof revisions.$inferInsert): Statement =>
  db.insert(revisions).values(revision)

/** The newest texts of a segment, newest first. */
export async function revisionsOf(db: Database, segmentId: number, limit: number): Promise<RevisionRow[]> {
  const found = await db
    .select({ revision: revisions, authorName: user.name })
    .from(revisions)
    .innerJoin(user, eq(user.id, revisions.author))
    .where(and(eq(revisions.segmentId, segmentId)))
    .orderBy(desc(revisions.number))
    .limit(limit)
  return found.map(({ revision, authorName }) => ({ ...revision, authorName }))
}
