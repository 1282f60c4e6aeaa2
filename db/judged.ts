import { type SQL, sql } from 'drizzle-orm'
import { SEEN_THROUGH } from '../glossary/needles.ts'
import type { LanguagePair } from '../src/unit.ts'
import type { Database, Statement } from './open.ts'

/** What texts have to hold to be about a change of the glossary, in the languages of a project. */
export interface Needles {
  languages: LanguagePair
  source: readonly string[]
  target: readonly string[]
}

const holds = (text: SQL, needles: readonly string[]): SQL =>
  sql`(exists (select 1 from json_each(${JSON.stringify(needles)}) n where instr(${text}, n.value))
    or ${text} glob ${`*[${SEEN_THROUGH}]*`})`

/** A condition on a segment: its source or its newest text may be about the change. */
const concerned = ({ languages, source, target }: Needles): SQL =>
  sql`(segments.document_id in (
      select d.id from documents d join projects p on p.id = d.project_id
      where p.source = ${languages.source} and p.target = ${languages.target})
    and (${holds(sql`segments.searched`, source)} or exists (
      select 1 from revisions r where r.segment_id = segments.id and r.number = segments.head
        and ${holds(sql`r.searched`, target)})))`

/** A condition on a segment, over the languages of every project. */
export const concernedByAny = (needles: readonly Needles[]): SQL =>
  needles.length === 0 ? sql`0` : sql`(${sql.join(needles.map(concerned), sql` or `)})`

/** Let the newest glossary version confirm the verdicts of the one before on every text that its change is not about. */
export const confirmVerdicts = (before: number, needles: readonly Needles[]): Statement =>
  sql`update segments set judged_by = (select max(id) from glossary_versions)
    where judged_by = ${before} and not ${concernedByAny(needles)}`

/** How many texts are still to be judged by the glossary in force. */
export async function countUnjudged(db: Database): Promise<number> {
  const { n } = await db.get<{ n: number }>(sql`select count(*) n from segments
    where head > 0 and judged_by is not (select max(id) from glossary_versions) or (head > 0 and ledger_id is null)`)
  return n
}
