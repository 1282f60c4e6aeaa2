import { and, asc, eq, sql } from 'drizzle-orm'
import type { Outcome } from '../glossary/ledger.ts'
import type { Sentence } from '../src/unit.ts'
import type { Database } from './open.ts'
import { visibleTo } from './projects.ts'
import { documents, occurrences, revisions, segments } from './schema.ts'
import { SENTENCE } from './segments.ts'

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
  const { outcome, sourceStart, sourceEnd } = occurrences
  return db
    .select({ ...SENTENCE, outcome, start: sourceStart, end: sourceEnd })
    .from(occurrences)
    .innerJoin(segments, eq(segments.ledgerId, occurrences.ledgerId))
    .innerJoin(revisions, and(eq(revisions.segmentId, segments.id), eq(revisions.number, segments.head)))
    .innerJoin(documents, eq(documents.id, segments.documentId))
    .where(and(eq(occurrences.concept, concept), visibleTo(personId, documents.projectId)))
    .orderBy(sql`${outcome} = 'rendered'`, asc(outcome), asc(documents.id), asc(segments.position))
    .limit(limit)
}
