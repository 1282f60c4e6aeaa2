import type { WaiverRow } from '../../db/waivers.ts'
import type { Waiver } from '../../glossary/waiver.ts'

type Kept = Pick<WaiverRow, 'id' | 'concept' | 'conceptVersion' | 'sourceStart' | 'sourceEnd'>

/** A waiver as the glossary reads it. */
export const excepting = ({ id, concept, conceptVersion, sourceStart, sourceEnd }: Kept): Waiver => ({
  id,
  concept,
  conceptVersion,
  start: sourceStart,
  end: sourceEnd,
})

/** The waivers that except something in one revision of their segment. */
export const inForce = (waivers: readonly WaiverRow[] | undefined, revision: number): Waiver[] =>
  (waivers ?? []).filter((waiver) => waiver.granted && waiver.revision === revision).map(excepting)
