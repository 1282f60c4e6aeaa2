import { type SQL, sql } from 'drizzle-orm'
import { balances, type Ledger } from '../glossary/ledger.ts'
import type { Statement } from './open.ts'

/** Of which text, and under which glossary, a ledger is the verdict. */
export interface Judged {
  segmentId: number
  revision: number
  glossaryVersion: number
}

/** A condition: the ledger of that text under that glossary balances. */
export const balanced = ({ segmentId, revision, glossaryVersion }: Judged): SQL =>
  sql`exists (select 1 from ledgers where segment_id = ${segmentId} and revision = ${revision}
    and glossary_version = ${glossaryVersion} and balanced)`

/** The statements that keep a ledger; its spans are offsets in the tagged texts. */
export function keepLedger({ segmentId, revision, glossaryVersion }: Judged, ledger: Ledger): Statement[] {
  const occurrences = ledger.occurrences.map(({ concept, source, outcome, target }) => [
    concept.id,
    source.start,
    source.end,
    outcome,
    target?.start ?? null,
    target?.end ?? null,
  ])
  const misuses = ledger.misused.map(({ concept, term, start, end }) => [concept.id, term.status, start, end])
  const its = sql`l.segment_id = ${segmentId} and l.revision = ${revision} and l.glossary_version = ${glossaryVersion}`
  return [
    sql`insert into ledgers (segment_id, revision, glossary_version, balanced)
      values (${segmentId}, ${revision}, ${glossaryVersion}, ${balances(ledger) ? 1 : 0})`,
    sql`insert into occurrences (ledger_id, ordinal, concept, source_start, source_end, outcome, target_start, target_end)
      select l.id, key, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
      from ledgers l, json_each(${JSON.stringify(occurrences)}) where ${its}`,
    sql`insert into misuses (ledger_id, ordinal, concept, status, target_start, target_end)
      select l.id, key, value ->> 0, value ->> 1, value ->> 2, value ->> 3
      from ledgers l, json_each(${JSON.stringify(misuses)}) where ${its}`,
  ]
}
