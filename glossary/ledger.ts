import type { Concept, Term } from './concept.ts'

/**
 * What became of one occurrence in the translation. `rendered`: a rendering stands there. `implied`: the concept is
 * rendered, but fewer times than it occurs. `missing`: not rendered at all. `waived`: a reviewer excepted it.
 */
export const OUTCOMES = ['rendered', 'implied', 'missing', 'waived'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** UTF-16 offsets in the text judged, `end` exclusive. */
export interface Span {
  start: number
  end: number
}

/** A term of a concept standing in a text. */
export interface Recognition extends Span {
  concept: Concept
  term: Term
  /** As it stands in the text. */
  text: string
}

/** One place where a concept stands in the source, and what became of it. */
export interface Occurrence {
  concept: Concept
  source: Recognition
  outcome: Outcome
  /** The rendering that discharges it, when there is one. */
  target?: Recognition
}

/** All the occurrences of a segment with their outcomes, and the wrong terms standing in its target. */
export interface Ledger {
  occurrences: readonly Occurrence[]
  /** Terms in the target that are forbidden or superseded. */
  misused: readonly Recognition[]
}

/** Whether a term is of a language: en-GB serves en, and en serves en-GB; en-US does not. */
export function speaks(term: Term, language: string): boolean {
  const [one, other] = [term.language.toLowerCase(), language.toLowerCase()]
  return one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`)
}

/** Whether a translator may write a term. */
export const allowed = ({ status }: Term): boolean => status === 'preferred' || status === 'admitted'

/** The renderings of a concept a translator may write, preferred first. */
export const renderingsOf = (concept: Concept, language: string): Term[] =>
  ['preferred', 'admitted'].flatMap((status) =>
    concept.terms.filter((term) => term.status === status && speaks(term, language)),
  )

/** A ledger balances when nothing in it blocks: no occurrence is missing and no forbidden term stands in the target. */
export const balances = ({ occurrences, misused }: Ledger): boolean =>
  occurrences.every(({ outcome }) => outcome !== 'missing') && misused.every(({ term }) => term.status !== 'forbidden')
