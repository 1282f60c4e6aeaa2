import { withdrawApproval } from '../../db/approvals.ts'
import { onlyIf } from '../../db/guard.ts'
import { type SegmentRow, stands } from '../../db/segments.ts'
import type { Desk } from './desk.ts'
import { onSegment, perform } from './perform.ts'
import { mustBeOneOf, type Roles } from './role.ts'
import { segmentFor } from './segment.ts'
import type { OnRevision } from './submit.ts'

/** Take an approval back, so that the segment can be changed: it waits for review again. */
export async function withdraw(
  desk: Desk,
  { segmentId, revision, by, operationId }: OnRevision,
  who: Roles = ['reviewer', 'translator'],
): Promise<SegmentRow> {
  const { db } = desk
  const segment = await segmentFor(desk, by, segmentId)
  await mustBeOneOf(desk, who, by, segment.projectId)
  await perform(db, onSegment('withdraw', segment, { by, operationId }), [
    onlyIf(stands(segmentId, 'approved', revision)),
    withdrawApproval(db, segmentId, by, new Date()),
  ])
  return segmentFor(desk, by, segmentId)
}
