import type { Concept } from '../glossary/concept.ts'
import type { Ledger, Occurrence, Outcome } from '../glossary/ledger.ts'
import type { Look } from './marked.tsx'

/** A concept of a segment, with all its occurrences taken together. */
export interface Card {
  concept: Concept
  /** As it first stands in the source. */
  source: string
  count: number
  /** The gravest of what became of its occurrences; `open` while nothing is written. */
  look: Look
  /** Where it first stands in the source. */
  start: number
  /** What a translator may write, preferred first. */
  renderings: readonly string[]
  /** Inserts the preferred rendering, with Alt; from the tenth on there is none. */
  key: number | undefined
}

const GRAVITY: readonly Outcome[] = ['missing', 'unexpanded', 'implied', 'waived', 'rendered']

/** The concepts of a ledger in the order they occur. */
export function cardsOf({ occurrences }: Ledger, written: boolean): Card[] {
  const concepts = new Map<Concept, Occurrence[]>()
  for (const occurrence of occurrences) {
    concepts.set(occurrence.concept, [...(concepts.get(occurrence.concept) ?? []), occurrence])
  }
  return [...concepts].map(([concept, its], index) => ({
    concept,
    source: its[0]!.source.text,
    count: its.length,
    look: written ? GRAVITY.find((outcome) => its.some((occurrence) => occurrence.outcome === outcome))! : 'open',
    start: its[0]!.source.start,
    renderings: its[0]!.expected,
    key: index < 9 ? index + 1 : undefined,
  }))
}
