import { findWaiver, type WaiverRow } from '../../db/waivers.ts'
import type { Concept } from '../../glossary/concept.ts'
import type { Condition } from '../../glossary/condition.ts'
import { excepted, tellingCondition } from '../../glossary/exception.ts'
import type { Recognition } from '../../glossary/ledger.ts'
import { aroundOf } from './around.ts'
import type { Desk } from './desk.ts'
import { judgeSegment, type Verdict } from './judgeSegment.ts'
import { segmentFor } from './segment.ts'
import { endOf } from './waivers.ts'

/** A waiver made into a rule: under which condition the term it excepted would no longer apply, and what tells so. */
export interface Rule {
  /** With the condition among those of the term. */
  concept: Concept
  term: Pick<Recognition['term'], 'language' | 'text'>
  condition: Condition
  /** The source the waiver is about, without its tags. */
  sentence: string
}

/** The rule a waiver in force would make; nothing where the words beside its term tell nothing. */
export function ruleIn(
  { ledger, words }: Pick<Verdict, 'ledger' | 'words'>,
  { id, granted }: Pick<WaiverRow, 'id' | 'granted'>,
  language: string,
): Rule | undefined {
  const at = granted ? ledger.occurrences.findIndex(({ waiver }) => waiver?.id === id) : -1
  const occurrence = words.ledger.occurrences[at]
  if (occurrence === undefined) return undefined
  const { concept, source } = occurrence
  const condition = tellingCondition(words.source, source, language)
  return (
    condition && { concept: excepted(concept, source, condition), term: source.term, condition, sentence: words.source }
  )
}

/** The same for a waiver of this concept, in a segment the person may see. */
export async function ruleOf(
  desk: Desk,
  { waiverId, conceptId, by }: { waiverId: number; conceptId: string; by: string },
): Promise<Rule | undefined> {
  const waiver = await findWaiver(desk.db, waiverId)
  if (waiver?.concept !== conceptId) return undefined
  const segment = await segmentFor(desk, by, waiver.segmentId)
  if (endOf(desk, waiver, segment.head)) return undefined
  const verdict = judgeSegment(desk, segment, segment.target, await aroundOf(desk.db, segment))
  return ruleIn(verdict, waiver, segment.languages.source)
}
