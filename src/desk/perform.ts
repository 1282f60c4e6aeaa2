import { LibsqlError } from '@libsql/client'
import { eventOf, type NewEvent, recordEvent } from '../../db/events.ts'
import { isUndone } from '../../db/guard.ts'
import { type Database, type Statement, write } from '../../db/open.ts'
import type { Act } from '../../db/schema.ts'
import type { SegmentRow } from '../../db/segments.ts'
import { Conflict } from '../errors.ts'
import type { Say } from '../messages/index.ts'

/** Who asks for an act, and the id their request carries, so that a repetition of it has no second effect. */
export interface Request {
  by: string
  operationId: string
}

/** The event of an act on a segment. */
export const onSegment = (act: Act, { id, documentId, projectId }: SegmentRow, { by, operationId }: Request) => ({
  operationId,
  act,
  by,
  segmentId: id,
  documentId,
  projectId,
})

/** What the database says when it refuses an act, and what the person reads. */
const REFUSALS: readonly (readonly [database: string, sentence: Say])[] = [
  ['revision: not the next one', (m) => m.desk.overtaken],
  ['revision: the segment is approved', (m) => m.desk.isApproved],
  ['segment: nothing is written', (m) => m.desk.nothingWritten],
  ['segment: its approval stands', (m) => m.desk.isApproved],
  ['approval: not the newest revision', (m) => m.desk.overtaken],
  ['approval: not handed over', (m) => m.desk.notHandedOver],
  ['approval: not the glossary in force', (m) => m.desk.glossaryChanged],
  ['approval: the ledger does not balance', (m) => m.desk.unbalanced],
  ['approval: by an author', (m) => m.desk.ownWork],
  ['waiver: not the newest revision', (m) => m.desk.overtaken],
  ['waiver: asked for already', (m) => m.waivers.askedAlready],
  ['waiver: decided once', (m) => m.waivers.decidedAlready],
  ['waiver: by an author', (m) => m.waivers.ownWork],
  ['proposal: decided once', (m) => m.proposals.decided],
  ['concept: not the next revision', (m) => m.termbase.overtaken],
  ['documents.project_id, documents.sha256', (m) => m.desk.sameFile],
  ['memories.project_id, memories.sha256', (m) => m.desk.sameFile],
  ['memory: kept', (m) => m.memories.comingAlready],
  ['memory: not on its way in', (m) => m.memories.cancelled],
  ['event: kept', (m) => m.desk.doneBefore],
  ['revision: kept', (m) => m.desk.doneBefore],
]

/**
 * Do an act: its statements and the event that records it, all or nothing. A request repeated is answered as if it had
 * just been done; false tells that it was done before.
 * @throws Conflict when the database refuses, with what somebody can do about it: `overtaken` where a condition of its own
 * did not hold any more.
 */
export async function perform(
  db: Database,
  event: Omit<NewEvent, 'at'>,
  statements: readonly Statement[],
  overtaken: Say = (m) => m.desk.overtaken,
): Promise<boolean> {
  try {
    await write(db, [...statements, recordEvent(db, { ...event, at: new Date() })])
    return true
  } catch (error) {
    if (error instanceof LibsqlError && (await isRepetition(db, event))) return false
    throw refused(error, overtaken)
  }
}

/**
 * Write a part of an act that is recorded when all of it is done.
 * @throws Conflict when the database refuses.
 */
export async function advance(db: Database, statements: readonly Statement[]): Promise<void> {
  try {
    await write(db, statements)
  } catch (error) {
    throw refused(error, (m) => m.desk.overtaken)
  }
}

/** A refusal of the database's as the person reads it; any other error as it is. */
function refused(error: unknown, overtaken: Say): unknown {
  if (!(error instanceof LibsqlError)) return error
  const refusal = REFUSALS.find(([words]) => error.message.includes(words))?.[1]
  return refusal === undefined && !isUndone(error) ? error : new Conflict(refusal ?? overtaken)
}

async function isRepetition(db: Database, { operationId, act, by, segmentId }: Omit<NewEvent, 'at'>): Promise<boolean> {
  const done = await eventOf(db, operationId)
  return done !== undefined && done.act === act && done.by === (by ?? null) && done.segmentId === (segmentId ?? null)
}
