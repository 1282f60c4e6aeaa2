import { type SQL, sql } from 'drizzle-orm'
import { balances, mentionsIn } from '../glossary/ledger.ts'
import type { WaivedLedger } from '../glossary/waiver.ts'
import { VERSION_IN_FORCE } from './glossaryVersions.ts'
import { onlyIf } from './guard.ts'
import type { Database, Statement } from './open.ts'

/** Of which text, and under which glossary, a ledger is the verdict. */
export interface LedgerKey {
  segmentId: number
  revision: number
  glossaryVersion: number
}

/** A ledger to be kept, and what it was made by: it is void where one of these is another by now. */
export interface NewLedger extends LedgerKey {
  ledger: WaivedLedger
  /** Whether the tags of its document stand in it as they should. Nobody waives them. */
  tagged: boolean
  /** The day the document is of, ISO 8601. */
  date: string
  /** The waivers granted in that text, by id. */
  waivers: readonly number[]
  /** Whether its document renders further up what it renders, of the concepts that want their full form there. */
  introduced: ReadonlyMap<string, boolean>
}

/** A condition: the verdict in force on that text is of that glossary, and nothing in it blocks that nobody asked to waive. */
export const defensible = ({ segmentId, revision, glossaryVersion }: LedgerKey): SQL =>
  sql`exists (
    select 1 from segments s join ledgers l on l.id = s.ledger_id
    where s.id = ${segmentId} and l.revision = ${revision} and s.judged_by = ${glossaryVersion}
      and not exists (select 1 from misuses m where m.ledger_id = l.id and m.status = 'forbidden')
      and not exists (
        select 1 from occurrences o where o.ledger_id = l.id and o.outcome in ('missing', 'unexpanded') and not exists (
          select 1 from waivers w where w.segment_id = l.segment_id and w.revision = l.revision and w.concept = o.concept
            and w.source_start = o.source_start and w.source_end = o.source_end and w.granted is not 0)))`

/** Whether that condition holds now. */
export async function isDefensible(db: Database, judged: LedgerKey): Promise<boolean> {
  const { holds } = await db.get<{ holds: number }>(sql`select ${defensible(judged)} holds`)
  return holds === 1
}

/**
 * The statements that keep ledgers and what they mention; their spans are offsets in the tagged texts. They undo the batch
 * they stand in where a ledger is void.
 */
export function keepLedgers(kept: readonly NewLedger[]): Statement[] {
  if (kept.length === 0) return []
  const rows = kept.map((one) => [...keyOf(one), one.tagged && balances(one.ledger) ? 1 : 0])
  const occurrences = kept.flatMap((one) =>
    one.ledger.occurrences.map(({ concept, source, outcome, target, waiver }, ordinal) => [
      ...keyOf(one),
      ordinal,
      concept.id,
      source.start,
      source.end,
      outcome,
      target?.start ?? null,
      target?.end ?? null,
      waiver?.id ?? null,
    ]),
  )
  const misuses = kept.flatMap((one) =>
    one.ledger.misused.map(({ concept, term, start, end }, ordinal) => [
      ...keyOf(one),
      ordinal,
      concept.id,
      term.status,
      start,
      end,
    ]),
  )
  const mentions = kept.flatMap(({ segmentId, revision, ledger }) =>
    mentionsIn(ledger).map((concept) => [segmentId, revision, concept]),
  )
  return [
    onlyIf(sql`not exists (
      select 1 from json_each(${JSON.stringify(rows)}) where (value ->> 2) is not ${VERSION_IN_FORCE})`),
    sql`insert into ledgers (segment_id, revision, glossary_version, balanced)
      select value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(${JSON.stringify(rows)})`,
    sql`insert into occurrences
      (ledger_id, ordinal, concept, source_start, source_end, outcome, target_start, target_end, waiver_id)
      select ${ITS_LEDGER}, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8, value ->> 9,
        value ->> 10
      from json_each(${JSON.stringify(occurrences)})`,
    sql`insert into misuses (ledger_id, ordinal, concept, status, target_start, target_end)
      select ${ITS_LEDGER}, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7
      from json_each(${JSON.stringify(misuses)})`,
    sql`delete from mentions where segment_id in (
      select s.id from json_each(${JSON.stringify(rows)}) join segments s on s.id = value ->> 0 and s.head = value ->> 1)`,
    sql`insert into mentions (document_id, concept, position, segment_id)
      select s.document_id, value ->> 2, s.position, s.id
      from json_each(${JSON.stringify(mentions)}) join segments s on s.id = value ->> 0 and s.head = value ->> 1`,
    ...standing(kept),
  ]
}

const keyOf = ({ segmentId, revision, glossaryVersion }: LedgerKey) => [segmentId, revision, glossaryVersion]

/**
 * Nothing was made for another day, nor without knowing of a waiver or of what is further up: asked last, for what one of
 * them mentions is further up for the next.
 */
function standing(kept: readonly NewLedger[]): Statement[] {
  const days = new Map(kept.map(({ segmentId, date }) => [`${date} ${segmentId}`, [segmentId, date]]))
  const waivers = kept.flatMap((one) => one.waivers)
  const introduced = kept.flatMap((one) => [...one.introduced].map(([concept, is]) => [...keyOf(one), concept, is]))
  const ids = kept.map(({ segmentId, revision }) => [segmentId, revision])
  return [
    onlyIf(sql`not exists (
      select 1 from json_each(${JSON.stringify([...days.values()])})
      join segments s on s.id = value ->> 0 join documents d on d.id = s.document_id where d.date is not (value ->> 1))`),
    onlyIf(sql`not exists (
      select 1 from json_each(${JSON.stringify(ids)}) made
      join waivers w on w.segment_id = made.value ->> 0 and w.revision = made.value ->> 1
      where w.granted = 1 and w.id not in (select value from json_each(${JSON.stringify(waivers)})))`),
    onlyIf(sql`not exists (
      select 1 from json_each(${JSON.stringify(introduced)})
      join segments s on s.id = value ->> 0 and s.head = value ->> 1
      where (value ->> 4) is not exists (
        select 1 from mentions m
        where m.document_id = s.document_id and m.concept = value ->> 3 and m.position < s.position))`),
  ]
}

/** The ledger that was just kept for the segment, revision and version with which a row begins. */
const ITS_LEDGER = sql`(select max(id) from ledgers
  where segment_id = value ->> 0 and revision = value ->> 1 and glossary_version = value ->> 2)`
