import { onlyIf } from '../../db/guard.ts'
import { defensible, isDefensible } from '../../db/ledgers.ts'
import { type SegmentRow, setState, stands } from '../../db/segments.ts'
import { Conflict } from '../errors.ts'
import type { Desk } from './desk.ts'
import { onSegment, perform, type Request } from './perform.ts'
import { mustBeOneOf, type Roles } from './role.ts'
import { segmentFor } from './segment.ts'
import { mustBeTagged } from './tagged.ts'

/** An act on the revision of a segment that the person has before them. */
export interface OnRevision extends Request {
  segmentId: number
  revision: number
}

/**
 * Hand a segment over to review. Only a text goes whose ledger balances, or would with the waivers asked for.
 * @throws Conflict when it does not, or when this is no longer the newest text.
 */
export async function submit(
  desk: Desk,
  { segmentId, revision, by, operationId }: OnRevision,
  writers: Roles = ['translator'],
): Promise<SegmentRow> {
  const segment = await segmentFor(desk, by, segmentId)
  await mustBeOneOf(desk, writers, by, segment.projectId)
  if (segment.state === 'translated' && segment.head === revision) return segment
  if (segment.state === 'approved') throw new Conflict((m) => m.desk.isApproved)
  if (segment.target.trim() === '') throw new Conflict((m) => m.desk.nothingWritten)
  const judged = { segmentId, revision, glossaryVersion: desk.glossaryVersion }
  mustBeTagged(segment)
  if (segment.blocked && !(await isDefensible(desk.db, judged))) throw new Conflict((m) => m.desk.unbalanced)

  await perform(desk.db, onSegment('submit', segment, { by, operationId }), [
    onlyIf(stands(segmentId, 'draft', revision)),
    onlyIf(defensible(judged)),
    setState(desk.db, segmentId, 'translated'),
  ])
  return segmentFor(desk, by, segmentId)
}
