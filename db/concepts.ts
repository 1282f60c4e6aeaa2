import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Concept } from '../glossary/concept.ts'
import type { Database, Statement } from './open.ts'
import { conceptRevisions, user } from './schema.ts'

/** A concept as it was put into force at one time, and by whom; `entry` is null where it was retired. */
export type ConceptRevisionRow = typeof conceptRevisions.$inferSelect & { authorName: string | null }

/** The newest revision of every concept there ever was. */
export async function conceptHeads(db: Database): Promise<{ id: string; number: number; entry: Concept | null }[]> {
  return db
    .select({ id: conceptRevisions.conceptId, number: conceptRevisions.number, entry: conceptRevisions.entry })
    .from(conceptRevisions)
    .where(sql`${conceptRevisions.number} = (
      select max(number) from concept_revisions x where x.concept_id = concept_revisions.concept_id)`)
    .orderBy(asc(conceptRevisions.conceptId))
}

/** A concept that is no longer in force, as it last was. */
export interface RetiredConcept {
  entry: Concept
  retiredAt: Date
  retiredBy: string | null
  reason: string
}

/** The concepts that were retired, the newest first. */
export async function retiredConcepts(db: Database): Promise<RetiredConcept[]> {
  const last = alias(conceptRevisions, 'last')
  const rows = await db
    .select({
      entry: last.entry,
      retiredAt: conceptRevisions.at,
      retiredBy: user.name,
      reason: conceptRevisions.reason,
    })
    .from(conceptRevisions)
    .innerJoin(
      last,
      and(eq(last.conceptId, conceptRevisions.conceptId), eq(last.number, sql`${conceptRevisions.number} - 1`)),
    )
    .leftJoin(user, eq(user.id, conceptRevisions.author))
    .where(
      and(
        isNull(conceptRevisions.entry),
        sql`${conceptRevisions.number} = (
          select max(number) from concept_revisions x where x.concept_id = ${conceptRevisions.conceptId})`,
      ),
    )
    .orderBy(desc(conceptRevisions.glossaryVersion), asc(conceptRevisions.conceptId))
  return rows.flatMap(({ entry, ...retired }) => (entry === null ? [] : [{ entry, ...retired }]))
}

/** What a concept was, newest first. */
export async function conceptHistory(db: Database, conceptId: string): Promise<ConceptRevisionRow[]> {
  const rows = await db
    .select({ revision: conceptRevisions, authorName: user.name })
    .from(conceptRevisions)
    .leftJoin(user, eq(user.id, conceptRevisions.author))
    .where(eq(conceptRevisions.conceptId, conceptId))
    .orderBy(desc(conceptRevisions.number))
  return rows.map(({ revision, authorName }) => ({ ...revision, authorName }))
}

export interface NewConceptRevision {
  conceptId: string
  number: number
  entry: Concept | null
  author: string | null
  reason: string
  at: Date
}

/** Put concepts into force with the glossary version added before. Fails unless each number is its concept's next. */
export function appendConcepts(revisions: readonly NewConceptRevision[]): Statement {
  const rows = revisions.map(({ conceptId, number, entry, author, reason, at }) => [
    conceptId,
    number,
    entry,
    author,
    reason,
    at.getTime(),
  ])
  return sql`insert into concept_revisions (concept_id, number, entry, glossary_version, author, reason, at)
    select value ->> 0, value ->> 1, nullif(value -> 2, 'null'), (select max(id) from glossary_versions),
      value ->> 3, value ->> 4, value ->> 5
    from json_each(${JSON.stringify(rows)})`
}
