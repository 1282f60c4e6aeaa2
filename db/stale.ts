import { and, asc, eq, sql } from 'drizzle-orm'
import type { Sentence } from '../src/unit.ts'
import type { Database } from './open.ts'
import { visibleTo } from './projects.ts'
import { documents, projects, revisions, segments } from './schema.ts'
import { SENTENCE } from './segments.ts'

const staleTo = (personId: string) => and(eq(segments.stale, true), visibleTo(personId, documents.projectId))

/** How much of what a person may see is approved and no longer borne out by the glossary. */
export async function countStale(db: Database, personId: string): Promise<number> {
  const counted = await db
    .select({ n: sql<number>`count(*)` })
    .from(segments)
    .innerJoin(documents, eq(documents.id, segments.documentId))
    .where(staleTo(personId))
    .get()
  return counted?.n ?? 0
}

/** What is approved and the glossary no longer bears out, of what a person may see: document by document, and how many. */
export async function staleFor(
  db: Database,
  personId: string,
  limit: number,
): Promise<{ all: number; segments: Sentence[] }> {
  const found = await db
    .select(SENTENCE)
    .from(segments)
    .innerJoin(revisions, and(eq(revisions.segmentId, segments.id), eq(revisions.number, segments.head)))
    .innerJoin(documents, eq(documents.id, segments.documentId))
    .innerJoin(projects, eq(projects.id, documents.projectId))
    .where(staleTo(personId))
    .orderBy(asc(documents.id), asc(segments.position))
    .limit(limit)
  return { all: await countStale(db, personId), segments: found }
}
