import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { plain } from '../src/text/tags.ts'
import type { Code, TermPair, Unit, WaivedTerm } from '../src/unit.ts'
import type { Database } from './open.ts'
import { approvals, documents, revisions, segments, user } from './schema.ts'

export interface UnitsWanted {
  projectId: number
  documentId?: number
  /** Leave out what is not approved, and what is but has become stale. */
  approvedOnly?: boolean
  /** Only those in whose texts a control character stands: few formats carry one. */
  withControls?: boolean
}

/** Any of them but a tab and a line end, and what Unicode says is no character. */
const CONTROLS = '*[\u0001-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]*'

const writer = alias(user, 'writer')
const first = alias(revisions, 'first')
const beginner = alias(user, 'beginner')
const approver = alias(user, 'approver')

/** The termbase the newest text of a segment was last judged by. */
const JUDGED_BY = sql<
  string | null
>`(select v.termbase from ledgers l join glossary_versions v on v.id = l.glossary_version
  where l.id = segments.ledger_id)`

/** What is excepted in the newest text of a segment, in the order of its source. */
const WAIVED = sql`(
  select json_group_array(json_object('concept', w.concept, 'start', w.source_start, 'code', w.code, 'reason', w.reason,
      'grantedBy', g.name) order by w.source_start)
  from occurrences o join waivers w on w.id = o.waiver_id join user g on g.id = w.decided_by
  where o.ledger_id = segments.ledger_id)`.mapWith((list): WaivedTerm[] => JSON.parse(list))

/** The terms in the newest text of a segment that stand in it rendered, in the order of its source. */
const RENDERED = sql`(
  select json_group_array(json_array(o.concept, o.source_start, o.source_end, o.target_start, o.target_end) order by o.ordinal)
  from occurrences o where o.ledger_id = segments.ledger_id and o.target_start is not null)`.mapWith(
  (list): (readonly [concept: string, ...spans: [number, number, number, number]])[] => JSON.parse(list),
)

/** What the document renders further up, of the concepts that want to be introduced and occur in a segment. */
const INTRODUCED = sql`(
  select json_group_array(distinct o.concept) from occurrences o
  join mentions m on m.document_id = segments.document_id and m.concept = o.concept and m.position < segments.position
  where o.ledger_id = segments.ledger_id)`.mapWith((list): string[] => JSON.parse(list))

/** A project's or a document's units in order, read a page at a time so that an export of any size stays flat in memory. */
export async function* unitsOf(db: Database, wanted: UnitsWanted, pageSize = 500): AsyncGenerator<Unit> {
  let length: number
  let after = { documentId: 0, position: 0 }
  do {
    const page = await unitsAfter(db, wanted, after, pageSize)
    for (const { segment, target, document, date, introduced, rendered, waived, ...more } of page) {
      const { author, changedAt, createdBy, createdAt, approvedBy, approvedAt, glossary } = more
      yield {
        id: String(segment.id),
        source: segment.source,
        target: target ?? '',
        state: segment.state,
        ...(segment.codes.length > 0 && { codes: segment.codes.map(alone) }),
        ...(segment.note !== null && { note: segment.note }),
        document,
        documentDate: date,
        paragraph: segment.paragraph,
        position: segment.position,
        ...(author !== null && { author }),
        ...(changedAt !== null && { changedAt }),
        ...(createdBy !== null && { createdBy }),
        ...(createdAt !== null && { createdAt }),
        ...(approvedBy !== null && { approvedBy }),
        ...(approvedAt !== null && { approvedAt }),
        ...(glossary !== null && { glossary }),
        ...(introduced.length > 0 && { introduced }),
        ...(waived.length > 0 && { waivers: waived }),
        ...(rendered.length > 0 && { terms: rendered.map((spans) => termOf(segment, target ?? '', spans)) }),
      }
      after = segment
    }
    length = page.length
  } while (length === pageSize)
}

function termOf(
  { source, codes }: Pick<typeof segments.$inferSelect, 'source' | 'codes'>,
  target: string,
  [concept, start, end, targetStart, targetEnd]: readonly [string, number, number, number, number],
): TermPair {
  const words = (text: string, from: number, to: number) => plain(text.slice(from, to), codes).text
  return { concept, source: words(source, start, end), target: words(target, targetStart, targetEnd) }
}

/** A code without what it is to the other sentences of its paragraph. */
const alone = ({ pair: _, ...code }: Code): Code => code

const unitsAfter = (
  db: Database,
  { projectId, documentId, approvedOnly, withControls }: UnitsWanted,
  after: { documentId: number; position: number },
  limit: number,
) =>
  db
    .select({
      segment: segments,
      target: revisions.target,
      document: documents.name,
      date: documents.date,
      author: writer.name,
      changedAt: revisions.at,
      createdBy: beginner.name,
      createdAt: first.at,
      approvedBy: approver.name,
      approvedAt: approvals.at,
      glossary: JUDGED_BY,
      introduced: INTRODUCED,
      rendered: RENDERED,
      waived: WAIVED,
    })
    .from(segments)
    .innerJoin(documents, eq(documents.id, segments.documentId))
    .leftJoin(revisions, and(eq(revisions.segmentId, segments.id), eq(revisions.number, segments.head)))
    .leftJoin(writer, eq(writer.id, revisions.author))
    .leftJoin(first, and(eq(first.segmentId, segments.id), eq(first.number, 1)))
    .leftJoin(beginner, eq(beginner.id, first.author))
    .leftJoin(approvals, and(eq(approvals.segmentId, segments.id), isNull(approvals.withdrawnAt)))
    .leftJoin(approver, eq(approver.id, approvals.by))
    .where(
      and(
        eq(documents.projectId, projectId),
        documentId === undefined ? undefined : eq(documents.id, documentId),
        withControls ? sql`(segments.source glob ${CONTROLS} or ${revisions.target} glob ${CONTROLS})` : undefined,
        approvedOnly ? sql`segments.state = 'approved' and not segments.stale` : undefined,
        sql`(segments.document_id, segments.position) > (${after.documentId}, ${after.position})`,
      ),
    )
    .orderBy(asc(segments.documentId), asc(segments.position))
    .limit(limit)
