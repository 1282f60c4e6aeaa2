import { sql } from 'drizzle-orm'
import type { WaiverCode } from '../src/unit.ts'
import type { Database } from './open.ts'

/** An exception in force in a document: where, of what, why, and by whom. */
export interface WaivedInDocument {
  segmentId: number
  position: number
  concept: string
  term: string
  target: string
  code: WaiverCode
  reason: string
  askedBy: string
  grantedBy: string
}

/** What is waived in the newest texts of a document, in its order. */
export async function waivedIn(db: Database, documentId: number): Promise<WaivedInDocument[]> {
  const rows = await db.all<
    WaivedInDocument & {
      source: string
      sourceStart: number
      sourceEnd: number
    }
  >(sql`
    select s.id "segmentId", s.position, s.source, w.source_start "sourceStart", w.source_end "sourceEnd",
      w.concept, r.target, w.code, w.reason, a.name "askedBy", g.name "grantedBy"
    from segments s
    join occurrences o on o.ledger_id = s.ledger_id
    join waivers w on w.id = o.waiver_id
    join revisions r on r.segment_id = s.id and r.number = s.head
    join user a on a.id = w.asked_by
    join user g on g.id = w.decided_by
    where s.document_id = ${documentId}
    order by s.position, w.source_start`)
  return rows.map(({ source, sourceStart, sourceEnd, ...waived }) => ({
    ...waived,
    term: source.slice(sourceStart, sourceEnd),
  }))
}
