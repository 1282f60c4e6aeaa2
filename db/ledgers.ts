import { type SQL, sql } from 'drizzle-orm'
import { balances, mentionsIn } from '../glossary/ledger.ts'
import type { WaivedLedger } from '../glossary/waiver.ts'
import type { Database, Statement } from './open.ts'

/** Of which text, and under which glossary, a ledger is the verdict. */
export interface Judged {
  segmentId: number
  revision: number
  glossaryVersion: number
}

/** A condition: the verdict in force on that text is of that glossary, and nothing in it blocks that nobody asked to waive. */
export const defensible = ({ segmentId, revision, glossaryVersion }: Judged): SQL =>
  sql`exists (
    select 1 from segments s join ledgers l on l.id = s.ledger_id
    where s.id = ${segmentId} and l.revision = ${revision} and s.judged_by = ${glossaryVersion}
      and not exists (select 1 from misuses m where m.ledger_id = l.id and m.status = 'forbidden')
      and not exists (
        select 1 from occurrences o where o.ledger_id = l.id and o.outcome in ('missing', 'unexpanded') and not exists (
          select 1 from waivers w where w.segment_id = l.segment_id and w.revision = l.revision and w.concept = o.concept
            and w.source_start = o.source_start and w.source_end = o.source_end and w.granted is not 0)))`

/** Whether that condition holds now. */
export async function isDefensible(db: Database, judged: Judged): Promise<boolean> {
  const { holds } = await db.get<{ holds: number }>(sql`select ${defensible(judged)} holds`)
  return holds === 1
}

/** The statements that keep a ledger and what it mentions; its spans are offsets in the tagged texts. */
export function keepLedger({ segmentId, revision, glossaryVersion }: Judged, ledger: WaivedLedger): Statement[] {
  const occurrences = ledger.occurrences.map(({ concept, source, outcome, target, waiver }) => [
    concept.id,
    source.start,
    source.end,
    outcome,
    target?.start ?? null,
    target?.end ?? null,
    waiver?.id ?? null,
  ])
  const misuses = ledger.misused.map(({ concept, term, start, end }) => [concept.id, term.status, start, end])
  const mentioned = mentionsIn(ledger)
  const its = sql`l.id = (select max(id) from ledgers where segment_id = ${segmentId} and revision = ${revision}
    and glossary_version = ${glossaryVersion})`
  return [
    sql`insert into ledgers (segment_id, revision, glossary_version, balanced)
      values (${segmentId}, ${revision}, ${glossaryVersion}, ${balances(ledger) ? 1 : 0})`,
    ...(occurrences.length === 0
      ? []
      : [
          sql`insert into occurrences
            (ledger_id, ordinal, concept, source_start, source_end, outcome, target_start, target_end, waiver_id)
            select l.id, key, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
            from ledgers l, json_each(${JSON.stringify(occurrences)}) where ${its}`,
        ]),
    ...(misuses.length === 0
      ? []
      : [
          sql`insert into misuses (ledger_id, ordinal, concept, status, target_start, target_end)
            select l.id, key, value ->> 0, value ->> 1, value ->> 2, value ->> 3
            from ledgers l, json_each(${JSON.stringify(misuses)}) where ${its}`,
        ]),
    sql`delete from mentions where segment_id = ${segmentId}
      and ${revision} = (select head from segments where id = ${segmentId})`,
    ...(mentioned.length === 0
      ? []
      : [
          sql`insert into mentions (document_id, concept, position, segment_id)
            select s.document_id, value, s.position, s.id from segments s, json_each(${JSON.stringify(mentioned)})
            where s.id = ${segmentId} and s.head = ${revision}`,
        ]),
  ]
}
