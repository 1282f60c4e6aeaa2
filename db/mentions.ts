import { eq, min, type SQL, sql } from 'drizzle-orm'
import type { Database } from './open.ts'
import { mentions } from './schema.ts'

/** Where a document first renders each concept that wants its full form there: positions by concept id. */
export type FirstMentions = ReadonlyMap<string, number>

export async function firstMentions(db: Database, documentId: number): Promise<FirstMentions> {
  const rows = await db
    .select({ concept: mentions.concept, position: min(mentions.position) })
    .from(mentions)
    .where(eq(mentions.documentId, documentId))
    .groupBy(mentions.concept)
  return new Map(rows.map(({ concept, position }) => [concept, position!]))
}

/** Whether one of these segments renders a concept that wants its full form at the first such place. */
export async function mentionedIn(db: Database, segmentIds: readonly number[]): Promise<boolean> {
  const found = await db.get<{ found: number }>(
    sql`select exists (select 1 from mentions where segment_id in (
      select value from json_each(${JSON.stringify(segmentIds)}))) found`,
  )
  return found.found === 1
}

/** Where a document renders a concept first but for one segment of it; `undefined` where no other does. */
export async function firstMentionBeside(
  db: Database,
  concept: string,
  { documentId, id }: { documentId: number; id: number },
): Promise<number | undefined> {
  const first = await db.get<{ position: number | null }>(
    sql`select min(position) position from mentions
      where document_id = ${documentId} and concept = ${concept} and segment_id <> ${id}`,
  )
  return first?.position ?? undefined
}

/** A condition: a document still mentions these concepts first where it did, `null` for nowhere. */
export const mentionsStand = (documentId: number, concepts: readonly string[], first: FirstMentions): SQL => {
  const expected = JSON.stringify(concepts.map((concept) => [concept, first.get(concept) ?? null]))
  return sql`not exists (
    select 1 from json_each(${expected}) where (value ->> 1) is not (
      select min(position) from mentions where document_id = ${documentId} and concept = value ->> 0))`
}
