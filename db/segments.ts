import { and, asc, desc, eq, getTableColumns, gt, gte, lt, lte, type SQL, sql } from 'drizzle-orm'
import type { LanguagePair, Show, State } from '../src/unit.ts'
import { VERSION_IN_FORCE } from './glossaryVersions.ts'
import type { Database, Statement } from './open.ts'
import { visibleTo } from './projects.ts'
import { documents, events, projects, revisions, segments, user } from './schema.ts'

/** A segment with its newest text. Before the first revision the target is empty and nobody wrote it. */
export type SegmentRow = typeof segments.$inferSelect & {
  target: string
  author: string | null
  authorName: string | null
  changedAt: Date | null
  /** Written, and its ledger does not balance. */
  blocked: boolean
  /** Whether the glossary in force has judged its newest text. */
  judged: boolean
  /** Why a reviewer sent it back, while it is being mended. */
  rejection: string | null
  projectId: number
  languages: LanguagePair
  /** The name of its document. */
  document: string
  /** The day its document is of, ISO 8601. */
  date: string
}

/** A condition on a segment: its newest text is written and its ledger, as last judged, does not balance. */
export const BLOCKED = sql`(segments.head > 0 and exists (
  select 1 from ledgers l where l.id = segments.ledger_id and not l.balanced))`

/** A condition on a segment: somebody asked for a waiver in its newest text, and nobody has decided. */
export const ASKED = sql`exists (
  select 1 from waivers w where w.segment_id = segments.id and w.revision = segments.head and w.granted is null)`

/** A condition on a segment: the verdict on its newest text is that of the glossary in force. */
export const JUDGED = sql`(segments.ledger_id is not null and segments.judged_by is ${VERSION_IN_FORCE})`

const row = {
  ...getTableColumns(segments),
  target: sql<string>`coalesce(${revisions.target}, '')`,
  author: revisions.author,
  authorName: user.name,
  changedAt: revisions.at,
  blocked: sql<boolean>`${BLOCKED}`.mapWith(Boolean),
  judged: sql<boolean>`${JUDGED}`.mapWith(Boolean),
  rejection: sql<string | null>`case when segments.state = 'draft' then
    (select reason from rejections x where x.segment_id = segments.id order by x.id desc limit 1) end`,
  projectId: documents.projectId,
  languages: { source: projects.source, target: projects.target },
  document: documents.name,
  date: documents.date,
}

/** A segment as it is shown away from its document. */
export const SENTENCE = {
  segmentId: segments.id,
  documentId: documents.id,
  document: documents.name,
  languages: { source: projects.source, target: projects.target },
  position: segments.position,
  source: segments.source,
  codes: segments.codes,
  target: revisions.target,
}

const rows = (db: Database) =>
  db
    .select(row)
    .from(segments)
    .innerJoin(documents, eq(documents.id, segments.documentId))
    .innerJoin(projects, eq(projects.id, documents.projectId))
    .leftJoin(revisions, and(eq(revisions.segmentId, segments.id), eq(revisions.number, segments.head)))
    .leftJoin(user, eq(user.id, revisions.author))

/** A segment the person may see. */
export async function findSegment(db: Database, id: number, personId: string): Promise<SegmentRow | undefined> {
  return rows(db)
    .where(and(eq(segments.id, id), visibleTo(personId, documents.projectId)))
    .get()
}

const SHOWN: Readonly<Record<Show, SQL | undefined>> = {
  all: undefined,
  todo: sql`segments.state in ('initial', 'draft')`,
  blocked: BLOCKED,
  review: sql`segments.state = 'translated'`,
  asked: ASKED,
  approved: sql`segments.state = 'approved'`,
  stale: sql`segments.stale = 1`,
}

/** Which segments of a document are wanted: in a state, and holding words in either language. */
export interface Wanted {
  show: Show
  /** As `searchable` makes it. */
  words?: string | undefined
}

const wantedOf = ({ show, words }: Wanted) =>
  and(
    SHOWN[show],
    words ? sql`(instr(${segments.searched}, ${words}) or instr(${revisions.searched}, ${words}))` : undefined,
  )

/** The segments of a document after a position, at most `limit`, in order. */
export async function segmentsAfter(db: Database, documentId: number, wanted: Wanted, position: number, limit: number) {
  return rows(db)
    .where(and(eq(segments.documentId, documentId), gt(segments.position, position), wantedOf(wanted)))
    .orderBy(asc(segments.position))
    .limit(limit)
}

/** The last `limit` segments of a document before a position, in order. */
export async function segmentsBefore(
  db: Database,
  documentId: number,
  wanted: Wanted,
  position: number,
  limit: number,
) {
  const found = await rows(db)
    .where(and(eq(segments.documentId, documentId), lt(segments.position, position), wantedOf(wanted)))
    .orderBy(desc(segments.position))
    .limit(limit)
  return found.reverse()
}

/** Where somebody goes on after a segment: the next one of the kind in its document, else the first. */
export async function nextOpen(db: Database, { documentId, position }: SegmentRow, show: Show) {
  const [next] = await segmentsAfter(db, documentId, { show }, position, 1)
  return next ?? (await segmentsAfter(db, documentId, { show }, 0, 1))[0]
}

/**
 * The segments of a document waiting for review whose ledger balances, as they were when event `seen` was the newest: what
 * was written later nobody has read yet.
 */
export async function approvable(db: Database, documentId: number, seen: number): Promise<SegmentRow[]> {
  return rows(db)
    .innerJoin(events, eq(events.operationId, revisions.operationId))
    .where(and(eq(segments.documentId, documentId), SHOWN.review, sql`not ${BLOCKED}`, lte(events.sequence, seen)))
    .orderBy(asc(segments.position))
}

/** A condition: at that moment the segment stands in this state, with this revision as its newest. */
export const stands = (segmentId: number, state: State, revision: number): SQL =>
  sql`exists (select 1 from segments where id = ${segmentId} and state = ${state} and head = ${revision})`

/** A condition: at that moment this is the number of a segment's newest text. */
export const headIs = (segmentId: number, revision: number): SQL =>
  sql`exists (select 1 from segments where id = ${segmentId} and head = ${revision})`

/** Move a segment's state. The database refuses what may not be. */
export const setState = (db: Database, segmentId: number, state: State): Statement =>
  db.update(segments).set({ state }).where(eq(segments.id, segmentId))

/** The first written segment whose newest text the glossary in force has not judged, document by document. */
export async function firstUnjudged(db: Database): Promise<SegmentRow | undefined> {
  const first = await db
    .select({ id: segments.id })
    .from(segments)
    .where(and(gt(segments.head, 0), sql`not ${JUDGED}`))
    .orderBy(asc(segments.documentId), asc(segments.position))
    .limit(1)
    .get()
  return first && (await segmentsWith(db, [first.id]))[0]
}

/** The written segments of a document from a position on, at most `limit`; all of them, or those not judged yet. */
export async function writtenFrom(
  db: Database,
  { documentId, position, unjudged }: { documentId: number; position: number; unjudged: boolean },
  limit: number,
): Promise<SegmentRow[]> {
  return rows(db)
    .where(
      and(
        eq(segments.documentId, documentId),
        gte(segments.position, position),
        gt(segments.head, 0),
        unjudged ? sql`not ${JUDGED}` : undefined,
      ),
    )
    .orderBy(asc(segments.position))
    .limit(limit)
}

/** The ids of the written segments that a condition holds of, document by document, in order. */
export async function idsWhere(db: Database, condition: SQL): Promise<number[]> {
  const found = await db
    .select({ id: segments.id })
    .from(segments)
    .where(and(gt(segments.head, 0), condition))
    .orderBy(asc(segments.documentId), asc(segments.position))
  return found.map(({ id }) => id)
}

/** The segments with these ids, document by document, in order. */
export async function segmentsWith(db: Database, ids: readonly number[]): Promise<SegmentRow[]> {
  return rows(db)
    .where(sql`${segments.id} in (select value from json_each(${JSON.stringify(ids)}))`)
    .orderBy(asc(segments.documentId), asc(segments.position))
}

/** The segment at a position of a document. */
export async function segmentAt(db: Database, documentId: number, position: number): Promise<SegmentRow | undefined> {
  return rows(db)
    .where(and(eq(segments.documentId, documentId), eq(segments.position, position)))
    .get()
}
