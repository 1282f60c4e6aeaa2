import { addRejection } from '../../db/approvals.ts'
import { onlyIf } from '../../db/guard.ts'
import { type SegmentRow, setState, stands } from '../../db/segments.ts'
import { Invalid } from '../errors.ts'
import { kept } from '../text/kept.ts'
import type { Desk } from './desk.ts'
import { onSegment, perform } from './perform.ts'
import { mustBe } from './role.ts'
import { segmentFor } from './segment.ts'
import type { OnRevision } from './submit.ts'

/** Send a segment back to its translator, with the reason they will read. */
export async function reject(desk: Desk, rejection: OnRevision & { reason: string }): Promise<SegmentRow> {
  const { db } = desk
  const { segmentId, revision, by, operationId } = rejection
  const reason = kept(rejection.reason).trim()
  if (reason === '') throw new Invalid((m) => m.desk.reasonMissing)
  const segment = await segmentFor(desk, by, segmentId)
  await mustBe(desk, 'reviewer', by, segment.projectId)
  await perform(db, onSegment('reject', segment, { by, operationId }), [
    onlyIf(stands(segmentId, 'translated', revision)),
    addRejection(db, { segmentId, revision, reason, by, at: new Date() }),
    setState(db, segmentId, 'draft'),
  ])
  return segmentFor(desk, by, segmentId)
}
