import { addApproval } from '../../db/approvals.ts'
import type { SegmentRow } from '../../db/segments.ts'
import { Conflict } from '../errors.ts'
import type { Desk } from './desk.ts'
import { onSegment, perform } from './perform.ts'
import { mustBe } from './role.ts'
import { segmentFor } from './segment.ts'
import type { OnRevision } from './submit.ts'

/**
 * Sign off the revision the reviewer saw.
 * @throws Conflict when it is not the newest, its ledger does not balance, or the reviewer wrote it: the database decides.
 */
export async function approve(desk: Desk, { segmentId, revision, by, operationId }: OnRevision): Promise<SegmentRow> {
  const { db, glossaryVersion } = desk
  const segment = await segmentFor(desk, by, segmentId)
  await mustBe(desk, 'reviewer', by, segment.projectId)
  if (segment.blocked) throw new Conflict((m) => m.desk.unbalanced)
  await perform(db, onSegment('approve', segment, { by, operationId }), [
    addApproval(db, { segmentId, revision, glossaryVersion }, by, new Date()),
  ])
  return segmentFor(desk, by, segmentId)
}
