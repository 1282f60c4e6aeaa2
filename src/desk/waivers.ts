import type { WaiverRow } from '../../db/waivers.ts'
import { versionOf } from '../../glossary/termbase.ts'
import type { Waiver } from '../../glossary/waiver.ts'
import type { WaiverEnd } from '../unit.ts'
import type { Glossary } from './desk.ts'

type Kept = Pick<WaiverRow, 'id' | 'concept' | 'conceptVersion' | 'sourceStart' | 'sourceEnd'>

/** A waiver as the glossary reads it. */
export const excepting = ({ id, concept, conceptVersion, sourceStart, sourceEnd }: Kept): Waiver => ({
  id,
  concept,
  conceptVersion,
  start: sourceStart,
  end: sourceEnd,
})

/** What ended a waiver, or what was asked for, by itself; nothing while it is about the text and the concept there are. */
export function endOf(
  { concepts }: Pick<Glossary, 'concepts'>,
  { revision, concept, conceptVersion }: Pick<WaiverRow, 'revision' | 'concept' | 'conceptVersion'>,
  head: number,
): WaiverEnd | undefined {
  if (revision !== head) return 'text'
  const known = concepts.get(concept)
  return known !== undefined && versionOf([known]) === conceptVersion ? undefined : 'concept'
}

/** The waivers that except something in one revision of their segment. */
export const inForce = (waivers: readonly WaiverRow[] | undefined, revision: number): Waiver[] =>
  (waivers ?? []).filter((waiver) => waiver.granted && waiver.revision === revision).map(excepting)
