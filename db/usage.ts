import { and, asc, eq, sql } from 'drizzle-orm'
import type { Outcome } from '../glossary/ledger.ts'
import type { Sentence } from '../src/unit.ts'
import type { Database } from './open.ts'
import { visibleTo } from './projects.ts'
import { documents, ledgers, occurrences, projects, revisions, segments } from './schema.ts'
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
    join ledgers l on l.id = o.ledger_id
    join segments s on s.id = l.segment_id and s.ledger_id = l.id
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
/** A concept waived less often than in one occurrence of so many is right as it is. */
const SELDOM = 5

/**
 * The concepts waived in at least a fifth of their occurrences in the newest texts a person may see, the most often first.
 * No concept is counted further than tells, or every occurrence there is would be looked at.
 */
export async function oftenWaived(db: Database, personId: string): Promise<WaivedShare[]> {
  const visible = visibleTo(personId, sql`d.project_id`)
  // A cross join is taken in the order written; SQLite would rather go through all occurrences.
  const counted = await db.all<Omit<WaivedShare, 'all'>>(sql`
    select o.concept, count(*) waived from waivers w
    cross join segments s on s.id = w.segment_id
    cross join occurrences o on o.ledger_id = s.ledger_id and o.waiver_id = w.id
    join documents d on d.id = s.document_id
    where w.granted = 1 and ${visible}
    group by o.concept`)
  const often: WaivedShare[] = []
  for (const { concept, waived } of counted) {
    const most = waived * SELDOM
    const { all } = await db.get<{ all: number }>(sql`
      select count(*) "all" from (
        select 1 from occurrences o
        join ledgers l on l.id = o.ledger_id
        join segments s on s.id = l.segment_id and s.ledger_id = l.id
        join documents d on d.id = s.document_id
        where o.concept = ${concept} and ${visible} limit ${most + 1})`)
    if (all >= TELLING && all <= most) often.push({ concept, waived, all })
  }
  return often.sort((a, b) => b.waived / b.all - a.waived / a.all || b.all - a.all)
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
    .innerJoin(ledgers, eq(ledgers.id, occurrences.ledgerId))
    .innerJoin(segments, and(eq(segments.id, ledgers.segmentId), eq(segments.ledgerId, ledgers.id)))
    .innerJoin(revisions, and(eq(revisions.segmentId, segments.id), eq(revisions.number, segments.head)))
    .innerJoin(documents, eq(documents.id, segments.documentId))
    .innerJoin(projects, eq(projects.id, documents.projectId))
    .where(and(eq(occurrences.concept, concept), visibleTo(personId, documents.projectId)))
    .orderBy(sql`${outcome} = 'rendered'`, asc(outcome), asc(documents.id), asc(segments.position))
    .limit(limit)
}
