import type { WaiverRow } from '../../db/waivers.ts'
import type { Waiver } from '../../glossary/waiver.ts'

/** The waivers that except something in one revision of their segment. */
export const inForce = (waivers: readonly WaiverRow[] | undefined, revision: number): Waiver[] =>
  (waivers ?? [])
    .filter((waiver) => waiver.granted && waiver.revision === revision)
    .map(({ id, concept, conceptVersion, sourceStart, sourceEnd }) => ({
      id,
      concept,
      conceptVersion,
      start: sourceStart,
      end: sourceEnd,
    }))
