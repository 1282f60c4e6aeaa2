import { onlyIf } from '../../db/guard.ts'
import { headIs, type SegmentRow } from '../../db/segments.ts'
import { decideOnWaiver as decideRow, findWaiver } from '../../db/waivers.ts'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import { kept } from '../text/kept.ts'
import { aroundOf } from './around.ts'
import type { Desk } from './desk.ts'
import { judgeSegment } from './judgeSegment.ts'
import { keepVerdicts } from './keepVerdicts.ts'
import { onSegment, perform, type Request } from './perform.ts'
import { mustBe } from './role.ts'
import { segmentFor } from './segment.ts'
import { endOf, excepting } from './waivers.ts'

export interface WaiverDecision extends Request {
  waiverId: number
  granted: boolean
  /** Why it is refused. */
  answer?: string | undefined
}

/**
 * Grant a waiver, as a reviewer who did not write the text, or refuse it. A grant puts a new verdict on the segment.
 * @throws Conflict when it was decided before, is about an older text, or the reviewer would grant it on a text of theirs: the database decides.
 */
export async function decideOnWaiver(desk: Desk, decision: WaiverDecision): Promise<SegmentRow> {
  const { db } = desk
  const { waiverId, granted, by, operationId } = decision
  const waiver = await findWaiver(db, waiverId)
  if (waiver === undefined) throw new NotFound()
  const segment = await segmentFor(desk, by, waiver.segmentId)
  await mustBe(desk, 'reviewer', by, segment.projectId)
  const answer = kept(decision.answer ?? '').trim()
  if (!granted && answer === '') throw new Invalid((m) => m.waivers.answerMissing)
  const ended = endOf(desk, waiver, segment.head)
  // A request that a change of its concept has overtaken can only be refused.
  if (ended === 'text' || (ended && granted)) throw new Conflict((m) => m.waivers.ended[ended])

  const around = await aroundOf(db, segment)
  const waivers = granted ? [...around.waivers, excepting(waiver)] : around.waivers
  const verdict = judgeSegment(desk, segment, segment.target, { ...around, waivers })
  await perform(db, onSegment(granted ? 'waive' : 'refuse', segment, { by, operationId }), [
    onlyIf(headIs(segment.id, segment.head)),
    decideRow(db, waiverId, { granted, decidedBy: by, decidedAt: new Date(), answer: granted ? null : answer }),
    ...(granted ? keepVerdicts([[segment, verdict]]) : []),
  ])
  return segmentFor(desk, by, segment.id)
}
