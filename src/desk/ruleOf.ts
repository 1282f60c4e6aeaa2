import { findWaiver } from '../../db/waivers.ts'
import type { Concept } from '../../glossary/concept.ts'
import { excepted, tellingCondition } from '../../glossary/exception.ts'
import { aroundOf } from './around.ts'
import type { Desk } from './desk.ts'
import { judgeSegment } from './judgeSegment.ts'
import { segmentFor } from './segment.ts'

/**
 * The concept as a waiver would have it for good: its term does not apply beside the words it stood beside. Nothing where
 * these tell nothing, or the waiver is about an older text.
 */
export async function ruleOf(desk: Desk, waiverId: number, personId: string): Promise<Concept | undefined> {
  const waiver = await findWaiver(desk.db, waiverId)
  if (waiver === undefined) return undefined
  const segment = await segmentFor(desk, personId, waiver.segmentId)
  const { ledger } = judgeSegment(desk, segment, segment.target, await aroundOf(desk.db, segment))
  const occurrence = ledger.occurrences.find(
    ({ concept, source }) => concept.id === waiver.concept && source.start === waiver.sourceStart,
  )
  const condition = occurrence && tellingCondition(segment.source, occurrence.source, segment.languages.source)
  return condition && excepted(occurrence.concept, occurrence.source, condition)
}
