import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { AskedEncoding } from '../src/text/encoding.ts'
import type { Code, Counts, Kind, LanguagePair, Slot } from '../src/unit.ts'
import type { Database, Statement } from './open.ts'
import { IMPORT_ACCOUNT } from './people.ts'
import { visibleTo } from './projects.ts'
import { documents, projects, segments } from './schema.ts'
import { ASKED, BLOCKED } from './segments.ts'

const { original: _, ...columns } = getTableColumns(documents)

/** A document without its bytes, with the project it belongs to. */
export type DocumentRow = Omit<typeof documents.$inferSelect, 'original'> & { project: string; languages: LanguagePair }

const found = { ...columns, project: projects.name, languages: { source: projects.source, target: projects.target } }

/** A document the person may see. */
export async function findDocument(db: Database, id: number, personId: string): Promise<DocumentRow | undefined> {
  return documentsWhere(db, and(eq(documents.id, id), visibleTo(personId, documents.projectId))).get()
}

export async function documentById(db: Database, id: number): Promise<DocumentRow | undefined> {
  return documentsWhere(db, eq(documents.id, id)).get()
}

/** The document with exactly these bytes, if the project has it already. */
export async function documentWith(db: Database, projectId: number, sha256: string): Promise<DocumentRow | undefined> {
  return documentsWhere(db, and(eq(documents.projectId, projectId), eq(documents.sha256, sha256))).get()
}

export async function documentsIn(db: Database, projectId: number): Promise<DocumentRow[]> {
  return documentsWhere(db, eq(documents.projectId, projectId)).orderBy(asc(documents.id))
}

const documentsWhere = (db: Database, condition: ReturnType<typeof and>) =>
  db.select(found).from(documents).innerJoin(projects, eq(projects.id, documents.projectId)).where(condition)

/** By document id. A document that has no segments is not there. */
export async function countsOf(db: Database, documentIds: readonly number[]): Promise<Map<number, Counts>> {
  const count = (condition: ReturnType<typeof sql>) => sql<number>`coalesce(sum(${condition}), 0)`
  const rows = await db
    .select({
      document: segments.documentId,
      all: sql<number>`count(*)`,
      initial: count(sql`state = 'initial'`),
      draft: count(sql`state = 'draft'`),
      translated: count(sql`state = 'translated'`),
      approved: count(sql`state = 'approved'`),
      blocked: count(BLOCKED),
      stale: count(sql`stale`),
      asked: count(ASKED),
    })
    .from(segments)
    .where(sql`${segments.documentId} in (select value from json_each(${JSON.stringify(documentIds)}))`)
    .groupBy(segments.documentId)
  return new Map(rows.map(({ document, ...counts }) => [document, counts]))
}

/** Set the day a document is of. What was judged by another day is to be judged anew. */
export const setDate = (db: Database, id: number, date: string): Statement =>
  db.update(documents).set({ date }).where(eq(documents.id, id))

export interface NewDocument {
  projectId: number
  name: string
  format: string
  original: Uint8Array
  encoding?: AskedEncoding | undefined
  sha256: string
  /** The day the text is of, ISO 8601. */
  date: string
  importedBy: string | null
  importedAt: Date
}

export interface NewSegment {
  paragraph: number
  kind: Kind
  source: string
  codes: readonly Code[]
  gap: string
  slot?: Slot
  note?: string
  searched: string
  /** What the document says it is in the other language, and whether it says that this is done. */
  target?: string
  searchedTarget?: string
  handedOver?: boolean
}

/** What a document is known by before it has an id. */
export type DocumentKey = Pick<NewDocument, 'projectId' | 'sha256'>

export const idOf = ({ projectId, sha256 }: DocumentKey) =>
  sql`(select id from documents where project_id = ${projectId} and sha256 = ${sha256})`

/** The statements that add a document with its segments, in order. They fail when the project has these bytes already. */
export function addDocument(db: Database, document: NewDocument, rows: readonly NewSegment[]): Statement[] {
  return [
    db.insert(documents).values({ ...document, original: Buffer.from(document.original) }),
    sql`insert into segments (document_id, position, paragraph, kind, source, codes, gap, slot, note, searched)
      select ${idOf(document)}, key + 1, value ->> 'paragraph', value ->> 'kind', value ->> 'source', value -> 'codes',
        value ->> 'gap', value -> 'slot', value ->> 'note', value ->> 'searched'
      from json_each(${JSON.stringify(rows)})`,
  ]
}

/** The texts that a bilingual document brings along, each the first revision of its segment. */
export const translateDocument = (
  document: NewDocument,
  rows: readonly NewSegment[],
  { by, operationId, at }: { by: string | null; operationId: string; at: Date },
): Statement =>
  sql`insert into revisions (segment_id, number, target, searched, author, origin, operation_id, at)
    select s.id, 1, value ->> 'target', value ->> 'searchedTarget', coalesce(${by}, ${IMPORT_ACCOUNT}), 'import',
      ${operationId} || '.' || s.position, ${at.getTime()}
    from json_each(${JSON.stringify(rows)}) row
    join segments s on s.document_id = ${idOf(document)} and s.position = row.key + 1
    where value ->> 'target' is not null`
