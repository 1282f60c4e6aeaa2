import { type SQL, sql } from 'drizzle-orm'
import { SEEN_THROUGH } from '../glossary/needles.ts'
import type { LanguagePair } from '../src/unit.ts'
import type { Database, Statement } from './open.ts'
import { JUDGED } from './segments.ts'

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

const concernedByAny = (needles: readonly Needles[]): SQL =>
  needles.length === 0 ? sql`0` : sql`(${sql.join(needles.map(concerned), sql` or `)})`

/** Segments by their ids, both ends included. */
export interface Range {
  from: number
  to: number
}

/** Looking into more texts in one statement would keep everybody waiting. */
const RANGE = 5000

/** All segments there are, a range for each statement that looks into their texts. */
export async function ranges(db: Database): Promise<Range[]> {
  const { last } = await db.get<{ last: number }>(sql`select coalesce(max(id), 0) last from segments`)
  return Array.from({ length: Math.ceil(last / RANGE) }, (_, at) => ({ from: at * RANGE + 1, to: (at + 1) * RANGE }))
}

const within = ({ from, to }: Range): SQL => sql`segments.id between ${from} and ${to}`

/** A condition on a segment: it is in the range, and its texts may be about the change. */
export const concernedIn = (range: Range, needles: readonly Needles[]): SQL =>
  sql`${within(range)} and ${concernedByAny(needles)}`

/** Let the glossary version after one confirm its verdicts on the texts of a range that the change between them is not about. */
export const confirmVerdicts = (before: number, needles: readonly Needles[], range: Range): Statement =>
  sql`update segments set judged_by = (select min(id) from glossary_versions where id > ${before})
    where judged_by = ${before} and ${within(range)} and not ${concernedByAny(needles)}`

/** How many texts are still to be judged by the glossary in force. */
export async function countUnjudged(db: Database): Promise<number> {
  const { n } = await db.get<{ n: number }>(sql`select count(*) n from segments
    where head > 0 and not ${JUDGED}`)
  return n
}
