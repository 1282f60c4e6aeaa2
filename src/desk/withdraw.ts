import { withdrawApproval } from '../../db/approvals.ts'
import { onlyIf } from '../../db/guard.ts'
import { rolesOf } from '../../db/people.ts'
import { type SegmentRow, stands } from '../../db/segments.ts'
import { Forbidden } from '../errors.ts'
import { may } from '../unit.ts'
import type { Desk } from './desk.ts'
import { onSegment, perform } from './perform.ts'
import { segmentFor } from './segment.ts'
import type { OnRevision } from './submit.ts'

/** Take an approval back, so that the segment can be changed: it waits for review again. */
export async function withdraw(desk: Desk, { segmentId, revision, by, operationId }: OnRevision): Promise<SegmentRow> {
  const { db } = desk
  const segment = await segmentFor(desk, by, segmentId)
  const roles = await rolesOf(db, by, segment.projectId)
  if (!may(roles, 'reviewer') && !may(roles, 'translator'))
    throw new Forbidden((m) => m.desk.needsRole(m.roles.reviewer))
  await perform(db, onSegment('withdraw', segment, { by, operationId }), [
    onlyIf(stands(segmentId, 'approved', revision)),
    withdrawApproval(db, segmentId, by, new Date()),
  ])
  return segmentFor(desk, by, segmentId)
}
