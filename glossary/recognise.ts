import { isAbbreviation } from './abbreviation.ts'
import type { Match, Spelling } from './automaton.ts'
import type { Concept } from './concept.ts'
import { TERM_STATUSES } from './concept.ts'
import { type Folded, fold } from './fold.ts'
import type { Grammar } from './grammar.ts'
import type { Recognition } from './ledger.ts'
import { allowed } from './ledger.ts'
import type { Side, Termbase } from './termbase.ts'
import type { Word } from './words.ts'
import { wordsOf } from './words.ts'

/** A run of words with the concepts it means, each by its closest spelling. */
interface Standing {
  from: number
  to: number
  concepts: ReadonlyMap<Concept, Spelling>
  /** The concepts whose full form this is, with the abbreviation in brackets. */
  introduced?: ReadonlySet<Concept>
}

/** A text with all that its words may be. */
export interface Reading {
  side: Side
  grammar: Grammar
  text: string
  folded: Folded
  words: readonly Word[]
  matches: readonly Match[]
}

/** Look for every term in a text of that day (ISO 8601), nested and overlapping ones too. */
export function readTerms({ automata }: Termbase, side: Side, text: string, date: string): Reading {
  const automaton = automata[side]
  const { grammar } = automaton
  const folded = fold(text)
  const words = wordsOf(folded, grammar)
  return { side, grammar, text, folded, words, matches: [...automaton.matches(folded, words, date)] }
}

/** The terms standing in a text of that day, in its order: `recognised` of what is read in it. */
export const recognise = (termbase: Termbase, side: Side, text: string, date: string): Recognition[] =>
  recognised(readTerms(termbase, side, text, date))

/**
 * The terms standing in a text, in its order. Where terms overlap the longest stands, and what it covers does not. Words
 * that are a term of several concepts are recognised once for each. A full form with its own abbreviation in brackets
 * after it is one recognition.
 */
export const recognised = (reading: Reading): Recognition[] => recognitions(reading, longest)

/**
 * As `recognised`, but of two terms that overlap without one covering the other both stand: an “exchange of prisoners of
 * war” is an exchange of prisoners, and they are prisoners of war.
 */
export const recognisedOverlapping = (reading: Reading): Recognition[] => recognitions(reading, uncovered)

/**
 * As `recognisedOverlapping`, and terms that stand inside others as well, but for those inside a longer term that renders
 * nothing asked for.
 */
export function recognisedInside(reading: Reading, asked: ReadonlySet<Concept>): Recognition[] {
  const renders = ({ spellings }: Match) => spellings.some(({ concept, term }) => asked.has(concept) && allowed(term))
  return recognitions(reading, (matches) => {
    const others = uncovered(matches.filter((match) => !renders(match)))
    return matches.filter(renders).filter(({ from, to }) => {
      const reaching = others.find((other) => other.to >= to)
      return reaching === undefined || reaching.from > from
    })
  })
}

function recognitions(reading: Reading, choose: typeof longest): Recognition[] {
  const { text, folded, words, matches } = reading
  const standing = choose(matches).map(({ from, to, spellings }): Standing => {
    const written = folded.text.slice(words[from]!.start, words[to - 1]!.end)
    return { from, to, concepts: closest(spellings, written) }
  })
  return withAbbreviations(standing, reading).flatMap(({ from, to, concepts, introduced }) => {
    const [start, end] = folded.spanOf(words[from]!.start, words[to - 1]!.end)
    return [...concepts].map(([concept, { term }]) => ({
      concept,
      term,
      text: text.slice(start, end),
      start,
      end,
      ...(introduced?.has(concept) && { introduces: true }),
    }))
  })
}

function longest(matches: readonly Match[]): Match[] {
  const taken = new Set<number>()
  return matches
    .toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
    .filter(({ from, to }) => {
      // What was taken before is no shorter, so what overlaps this match holds one of its ends.
      if (taken.has(from) || taken.has(to - 1)) return false
      for (let at = from; at < to; at++) taken.add(at)
      return true
    })
    .sort((a, b) => a.from - b.from)
}

function uncovered(matches: readonly Match[]): Match[] {
  let reached = 0
  return matches
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ to }) => {
      if (to <= reached) return false
      reached = to
      return true
    })
}

/** Of the spellings of one concept that fit, the one written most like the text; then the one of the better status. */
function closest(spellings: readonly Spelling[], written: string): Map<Concept, Spelling> {
  const concepts = new Map<Concept, Spelling>()
  for (const spelling of spellings) {
    const rival = concepts.get(spelling.concept)
    if (!rival || distance(spelling, written) < distance(rival, written)) concepts.set(spelling.concept, spelling)
  }
  return concepts
}

function distance({ text, term }: Spelling, written: string): number {
  const unlike = [text === written, text.toLowerCase() === written.toLowerCase(), signs(text) === signs(written), true]
  return unlike.indexOf(true) * TERM_STATUSES.length + TERM_STATUSES.indexOf(term.status)
}

/** The accents and hyphens of a text, which tell cease-fires from cease fires where the letters do not. */
const signs = (text: string) => text.toLowerCase().replace(/[a-z\s]/gu, '')

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']' }
const QUOTING = /^[«»“”„"'*_]$/u

function withAbbreviations(standing: readonly Standing[], { words, side, grammar }: Reading): Standing[] {
  const joined: Standing[] = []
  for (const next of standing) {
    const full = joined.at(-1)
    const end = full && endOfBrackets(words, full.to, next, grammar)
    const concepts = full && end !== undefined ? abbreviated(full, next, side) : []
    if (full && end !== undefined && concepts.length > 0) {
      const introduced = concepts.filter(
        ([concept, { term }]) => !isAbbreviation(term) && isAbbreviation(next.concepts.get(concept)!.term),
      )
      joined[joined.length - 1] = {
        from: full.from,
        to: end,
        concepts: new Map(concepts),
        introduced: new Set(introduced.map(([concept]) => concept)),
      }
    } else joined.push(next)
  }
  return joined
}

/**
 * Where brackets end that open right behind words and hold a term, perhaps with an article or in quotation marks. Where
 * they go on behind the term, as in “(HQ, in Paris)”, that is as far as they are the term's. Nothing where they do not.
 */
function endOfBrackets(
  words: readonly Word[],
  opening: number,
  { from, to }: Standing,
  { determiners }: Grammar,
): number | undefined {
  const closing = CLOSING[words[opening]?.form ?? '']
  if (closing === undefined) return undefined
  const isPassed = (at: number, also: (key: string) => boolean = () => false) =>
    QUOTING.test(words[at]?.form ?? '') || also(words[at]?.key ?? '')
  let at = opening + 1
  while (at < from && isPassed(at, (key) => determiners.has(key))) at++
  if (at !== from) return undefined
  let end = to
  while (isPassed(end)) end++
  if (words[end]?.form === closing) return end + 1
  return /^[,;:]$/u.test(words[end]?.form ?? '') ? to : undefined
}

/** The concepts a full form shares with what follows it. A wrong abbreviation is not hidden by the right full form. */
const abbreviated = (full: Standing, short: Standing, side: Side) =>
  [...full.concepts].filter(([concept, { term }]) => {
    const other = short.concepts.get(concept)?.term
    return other !== undefined && other !== term && (side === 'source' || allowed(other) === allowed(term))
  })
