import { desc, eq } from 'drizzle-orm'
import type { Database, Statement } from './open.ts'
import { revisions, user } from './schema.ts'

/** Append a text to a segment. Fails, and its batch with it, unless `number` is the next one. */
export const appendRevision = (db: Database, revision: typeof revisions.$inferInsert): Statement =>
  db.insert(revisions).values(revision)

export interface RevisionRow {
  number: number
  target: string
  author: string
  at: Date
}

/** How many texts of a segment a page lists. */
export const REMEMBERED = 8

/** The newest texts of a segment, newest first. */
export async function revisionsOf(db: Database, segmentId: number, limit: number): Promise<RevisionRow[]> {
  return db
    .select({ number: revisions.number, target: revisions.target, author: user.name, at: revisions.at })
    .from(revisions)
    .innerJoin(user, eq(user.id, revisions.author))
    .where(eq(revisions.segmentId, segmentId))
    .orderBy(desc(revisions.number))
    .limit(limit)
}
