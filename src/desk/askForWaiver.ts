import { onlyIf } from '../../db/guard.ts'
import { headIs, type SegmentRow } from '../../db/segments.ts'
import { askForWaiver as askRow, waiversIn } from '../../db/waivers.ts'
import { versionOf } from '../../glossary/termbase.ts'
import { Conflict, Invalid } from '../errors.ts'
import { kept } from '../text/kept.ts'
import type { WaiverCode } from '../unit.ts'
import { aroundOf } from './around.ts'
import type { Desk } from './desk.ts'
import { judgeSegment } from './judgeSegment.ts'
import { onSegment, perform } from './perform.ts'
import { mustBeOneOf } from './role.ts'
import { segmentFor } from './segment.ts'
import type { OnRevision } from './submit.ts'

/** Which occurrence somebody would have excepted, by its concept and where it begins in the tagged source, and why. */
export interface WaiverRequest extends OnRevision {
  concept: string
  start: number
  code: WaiverCode
  reason: string
}

/** A waiver that waits for a reviewer, with its segment. */
export interface AskedWaiver {
  segment: SegmentRow
  waiverId: number
}

/**
 * Ask that an occurrence need not be rendered in this text. A reviewer decides.
 * @throws Conflict when the text is no longer the newest, or this was asked for already.
 */
export async function askForWaiver(desk: Desk, request: WaiverRequest): Promise<AskedWaiver> {
  const { db } = desk
  const { segmentId, revision, concept, start, code, by, operationId } = request
  const reason = kept(request.reason).trim()
  if (reason === '') throw new Invalid((m) => m.waivers.reasonMissing)
  const segment = await segmentFor(desk, by, segmentId)
  await mustBeOneOf(desk, ['translator', 'reviewer'], by, segment.projectId)
  if (segment.head !== revision) throw new Conflict((m) => m.desk.overtaken)

  const { ledger } = judgeSegment(desk, segment, segment.target, await aroundOf(db, segment))
  const occurrence = ledger.occurrences.find((one) => one.concept.id === concept && one.source.start === start)
  if (occurrence === undefined || occurrence.outcome === 'rendered') throw new Conflict((m) => m.waivers.nothingToWaive)

  await perform(db, onSegment('ask', segment, { by, operationId }), [
    onlyIf(headIs(segmentId, revision)),
    askRow(db, {
      segmentId,
      revision,
      concept,
      conceptVersion: versionOf([occurrence.concept]),
      sourceStart: start,
      sourceEnd: occurrence.source.end,
      code,
      reason,
      askedBy: by,
      askedAt: new Date(),
    }),
  ])
  const asked = (await waiversIn(db, [segmentId])).get(segmentId) ?? []
  const waiver = asked.findLast(
    (one) => one.revision === revision && one.concept === concept && one.sourceStart === start,
  )
  return { segment: await segmentFor(desk, by, segmentId), waiverId: waiver!.id }
}
