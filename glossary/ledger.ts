import type { Concept, Term } from './concept.ts'
import { holdsOn } from './validity.ts'

/**
 * What became of one occurrence in the translation. `rendered`: a rendering stands there. `implied`: the concept is
 * rendered, but fewer times than it occurs. `unexpanded`: it is rendered, but not as the full form with its abbreviation
 * where its first mention in the document wants that. `missing`: not rendered at all. `waived`: a reviewer excepted it.
 */
export const OUTCOMES = ['rendered', 'implied', 'unexpanded', 'missing', 'waived'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** The outcomes with which a ledger does not balance. */
const BLOCKING: ReadonlySet<Outcome> = new Set(['unexpanded', 'missing'])

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
  /** A full form with its abbreviation in brackets behind it. */
  introduces?: boolean
}

/** One place where a concept stands in the source, and what became of it. */
export interface Occurrence {
  concept: Concept
  source: Recognition
  outcome: Outcome
  /** The rendering that discharges it, or would if it were expanded. */
  target?: Recognition
  /** What a translator may write for it, the best first. */
  expected: readonly string[]
}

/** A forbidden or superseded term standing in the target, with what to write instead, the best first. */
export interface Misuse extends Recognition {
  expected: readonly string[]
}

/** All the occurrences of a segment with their outcomes, and the wrong terms standing in its target. */
export interface Ledger {
  occurrences: readonly Occurrence[]
  misused: readonly Misuse[]
}

/** Whether a term is of a language: en-GB serves en, and en serves en-GB; en-US does not. */
export function speaks(term: Pick<Term, 'language'>, language: string): boolean {
  const [one, other] = [term.language.toLowerCase(), language.toLowerCase()]
  return one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`)
}

/** Whether a translator may write a term. */
export const allowed = ({ status }: Pick<Term, 'status'>): boolean => status === 'preferred' || status === 'admitted'

/** The renderings of a concept a translator may write on that day (ISO 8601), preferred first. */
export const renderingsOf = (concept: Concept, language: string, date: string): Term[] =>
  ['preferred', 'admitted'].flatMap((status) =>
    concept.terms.filter(
      (term) => term.status === status && speaks(term, language) && holdsOn(term.validity ?? {}, date),
    ),
  )

/** Whether an occurrence keeps its ledger from balancing. */
export const blocks = ({ outcome }: Occurrence): boolean => BLOCKING.has(outcome)

/** A ledger balances when nothing in it blocks: every occurrence is accounted for and no forbidden term stands in the target. */
export const balances = ({ occurrences, misused }: Ledger): boolean =>
  !occurrences.some(blocks) && misused.every(({ term }) => term.status !== 'forbidden')

/** The ids of the concepts that a ledger's target renders and that want to be introduced: what follows need not any more. */
export const mentionsIn = ({ occurrences }: Ledger): string[] => [
  ...new Set(
    occurrences.filter(({ concept, target }) => concept.fullAtFirstMention && target).map(({ concept }) => concept.id),
  ),
]
