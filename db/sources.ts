import { and, asc, eq, gt } from 'drizzle-orm'
import type { Code } from '../src/unit.ts'
import type { Database } from './open.ts'
import { documents, segments } from './schema.ts'

/** What was to be translated: a source with its tags, and the day its document is of. */
export interface SourceRow {
  id: number
  source: string
  codes: readonly Code[]
  date: string
}

/** The sources of a project after a segment, in the order in which they came. */
export async function sourcesAfter(db: Database, projectId: number, id: number, limit: number): Promise<SourceRow[]> {
  return db
    .select({
      id: segments.id,
      source: segments.source,
      codes: segments.codes,
      date: documents.date,
    })
    .from(segments)
    .innerJoin(documents, eq(documents.id, segments.documentId))
    .where(and(eq(documents.projectId, projectId), gt(segments.id, id)))
    .orderBy(asc(segments.id))
    .limit(limit)
}
