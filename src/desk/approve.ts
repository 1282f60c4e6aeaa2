import { addApproval } from '../../db/approvals.ts'
import type { SegmentRow } from '../../db/segments.ts'
import { Conflict } from '../errors.ts'
import { withLineFeeds } from '../text/kept.ts'
import type { Desk } from './desk.ts'
import { onSegment, perform } from './perform.ts'
import { mustBe } from './role.ts'
import { segmentFor } from './segment.ts'
import type { OnRevision } from './submit.ts'
import { mustBeTagged } from './tagged.ts'

export interface Approval extends OnRevision {
  /** The text before the reviewer, where it stood in a box they may have typed in. */
  target?: string | undefined
}

/**
 * Sign off the revision the reviewer saw.
 * @throws Conflict when it is not the newest, its ledger does not balance, or the reviewer wrote it: the database decides.
 */
export async function approve(
  desk: Desk,
  { segmentId, revision, target, by, operationId }: Approval,
): Promise<SegmentRow> {
  const { db, glossaryVersion } = desk
  const segment = await segmentFor(desk, by, segmentId)
  await mustBe(desk, 'reviewer', by, segment.projectId)
  if (target !== undefined && withLineFeeds(target) !== segment.target) throw new Conflict((m) => m.desk.typedInstead)
  mustBeTagged(segment)
  if (segment.blocked) throw new Conflict((m) => m.desk.unbalanced)
  await perform(db, onSegment('approve', segment, { by, operationId }), [
    addApproval(db, { segmentId, revision, glossaryVersion }, by, new Date()),
  ])
  return segmentFor(desk, by, segmentId)
}
