import { and, asc, eq } from 'drizzle-orm'
import type { AskedEncoding } from '../src/text/encoding.ts'
import type { Code, Slot, State } from '../src/unit.ts'
import type { Database } from './open.ts'
import { documents, revisions, segments } from './schema.ts'

/** A document as it was brought. */
export interface OriginalRow {
  bytes: Uint8Array
  encoding?: AskedEncoding | undefined
}

export async function originalOf(db: Database, documentId: number): Promise<OriginalRow | undefined> {
  const row = await db
    .select({ bytes: documents.original, encoding: documents.encoding })
    .from(documents)
    .where(eq(documents.id, documentId))
    .get()
  return row && { bytes: row.bytes, encoding: row.encoding ?? undefined }
}

/** A segment as its document is finished with it. Without a slot it stands in that of the one before, behind `gap`. */
export interface PlacedRow {
  source: string
  codes: readonly Code[]
  gap: string
  slot: Slot | null
  state: State
  stale: boolean
  /** The newest text; nothing before the first. */
  target: string | null
}

/** All segments of a document in order, as they are at one moment. */
export async function placedSegments(db: Database, documentId: number): Promise<PlacedRow[]> {
  return db
    .select({
      source: segments.source,
      codes: segments.codes,
      gap: segments.gap,
      slot: segments.slot,
      state: segments.state,
      stale: segments.stale,
      target: revisions.target,
    })
    .from(segments)
    .leftJoin(revisions, and(eq(revisions.segmentId, segments.id), eq(revisions.number, segments.head)))
    .where(eq(segments.documentId, documentId))
    .orderBy(asc(segments.position))
}
