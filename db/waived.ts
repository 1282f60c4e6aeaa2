import { and, asc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from './open.ts'
import { revisions, segments, user, waivers } from './schema.ts'

const asker = alias(user, 'asker')
const decider = alias(user, 'decider')

/** A condition: a waiver is about the newest text of its segment, and where it was granted the verdict on it honours it. */
const STANDS = sql`(${waivers.revision} = ${segments.head} and (${waivers.granted} is not 1 or exists (
  select 1 from occurrences o where o.ledger_id = ${segments.ledgerId} and o.waiver_id = ${waivers.id})))`

/**
 * What was asked to be excepted in the newest texts of a document, in its order: the exceptions in force, what nobody has
 * decided on, and what was refused. `source` and `target` are the tagged texts.
 */
export async function waiversOf(db: Database, documentId: number) {
  return db
    .select({
      segmentId: segments.id,
      position: segments.position,
      source: segments.source,
      codes: segments.codes,
      sourceStart: waivers.sourceStart,
      sourceEnd: waivers.sourceEnd,
      target: revisions.target,
      concept: waivers.concept,
      code: waivers.code,
      reason: waivers.reason,
      askedBy: asker.name,
      askedAt: waivers.askedAt,
      granted: waivers.granted,
      decidedBy: decider.name,
      decidedAt: waivers.decidedAt,
      answer: waivers.answer,
    })
    .from(waivers)
    .innerJoin(segments, eq(segments.id, waivers.segmentId))
    .innerJoin(revisions, and(eq(revisions.segmentId, segments.id), eq(revisions.number, segments.head)))
    .innerJoin(asker, eq(asker.id, waivers.askedBy))
    .leftJoin(decider, eq(decider.id, waivers.decidedBy))
    .where(and(eq(segments.documentId, documentId), STANDS))
    .orderBy(asc(segments.position), asc(waivers.sourceStart), asc(waivers.id))
}
