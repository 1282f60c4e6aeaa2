import { sql } from 'drizzle-orm'
import type { Outcome } from '../glossary/ledger.ts'
import type { Sentence } from '../src/unit.ts'
import type { Database } from './open.ts'
import { visibleTo } from './projects.ts'

/** How often a concept stands in what is written, by what became of it. */
export type Usage = Partial<Record<Outcome, number>>

/** A segment in which a concept stands. Spans are offsets in the tagged texts. */
export interface SegmentUsing extends Sentence {
  outcome: Outcome
  start: number
  end: number
}

/** Of the newest texts a person may see. */
export async function usageOf(db: Database, concept: string, personId: string): Promise<Usage> {
  const rows = await db.all<{ outcome: Outcome; n: number }>(sql`
    select o.outcome, count(*) n from occurrences o
    join segments s on s.ledger_id = o.ledger_id
    join documents d on d.id = s.document_id
    where o.concept = ${concept} and ${visibleTo(personId, sql`d.project_id`)}
    group by o.outcome`)
  return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]))
}

/** How often a concept is waived, of all its occurrences. */
export interface WaivedShare {
  concept: string
  waived: number
  all: number
}

/** Fewer occurrences tell nothing of a concept. */
const TELLING = 5

/** The concepts waived in at least a fifth of their occurrences in the newest texts a person may see, the most often first. */
export async function oftenWaived(db: Database, personId: string): Promise<WaivedShare[]> {
  return db.all<WaivedShare>(sql`
    select o.concept, sum(o.outcome = 'waived') waived, count(*) "all" from occurrences o
    join segments s on s.ledger_id = o.ledger_id
    join documents d on d.id = s.document_id
    where ${visibleTo(personId, sql`d.project_id`)}
    group by o.concept
    having count(*) >= ${TELLING} and 5 * sum(o.outcome = 'waived') >= count(*)
    order by 1.0 * sum(o.outcome = 'waived') / count(*) desc, count(*) desc, o.concept`)
}

/** The segments behind the figures, the ones that are not rendered first. */
export async function segmentsUsing(
  db: Database,
  concept: string,
  personId: string,
  limit: number,
): Promise<SegmentUsing[]> {
  return db.all<SegmentUsing>(sql`
    select s.id "segmentId", d.id "documentId", d.name document, s.position, s.source, r.target, o.outcome,
      o.source_start start, o.source_end "end"
    from occurrences o
    join segments s on s.ledger_id = o.ledger_id
    join revisions r on r.segment_id = s.id and r.number = s.head
    join documents d on d.id = s.document_id
    where o.concept = ${concept} and ${visibleTo(personId, sql`d.project_id`)}
    order by o.outcome = 'rendered', o.outcome, d.id, s.position
    limit ${limit}`)
}
