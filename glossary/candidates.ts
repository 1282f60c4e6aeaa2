import { cValues } from './candidates/cValue.ts'
import { Lexemes } from './candidates/lexemes.ts'
import { phraseWordsOf } from './candidates/phraseWords.ts'
import { runsIn } from './candidates/runs.ts'
import { type Example, Tallies, type Tally } from './candidates/tallies.ts'
import type { Termbase } from './termbase.ts'

/** Words of the source texts that may be a term the glossary lacks, for a terminologist to judge. */
export interface Candidate {
  /** As it is written most often. */
  text: string
  occurrences: number
  /** How many segments it stands in. */
  segments: number
  /** The first segments it stands in, each once. */
  examples: readonly Example[]
  /** Its C-value (`cValues`), by the words of it that the glossary does not have. */
  score: number
}

/**
 * Looks for candidates in source segments, each given once: acronyms and noun phrases that the glossary does not have, in all
 * their forms. In a language of whose phrases the grammar knows nothing there are none.
 */
export class CandidateCount {
  readonly #termbase: Termbase
  readonly #lexemes: Lexemes
  readonly #tallies = new Tallies()

  constructor(termbase: Termbase) {
    this.#termbase = termbase
    this.#lexemes = new Lexemes(termbase.automata.source.grammar)
  }

  /** Count a segment: its source without tags, and the day of its document (ISO 8601). */
  add(id: number, text: string, date: string): void {
    const words = phraseWordsOf(this.#termbase, this.#lexemes, text, date)
    for (const { key, from, to, length } of runsIn(words)) {
      const { start, acronym, introduced, capital } = words[from]!
      const { end } = words[to - 1]!
      const alone = acronym && to === from + 1
      const written = text.slice(start, end)
      this.#tallies.add({
        key,
        length,
        id,
        start,
        end,
        text: written,
        nominal: alone || introduced || capital === true,
        ownCapitals: alone || (capital !== undefined && /\p{Ll}/u.test(written)),
      })
    }
  }

  /** What stands in the texts more than once and in the glossary not at all: by score, by occurrences, by the alphabet. */
  best(limit: number): Candidate[] {
    const runs = this.#tallies.repeated()
    return [...cValues(runs)]
      .map(([key, score]) => ({ key, score, tally: runs.get(key)! }))
      .sort((a, b) => b.score - a.score || b.tally.occurrences - a.tally.occurrences || (a.key < b.key ? -1 : 1))
      .slice(0, limit)
      .map(({ score, tally: { occurrences, segments, examples, writings } }) => ({
        text: usual(writings),
        occurrences,
        segments,
        examples,
        score,
      }))
  }
}

function usual(writings: Tally['writings']): string {
  const { text } = writings.reduce((best, writing) => (writing.sightings > best.sightings ? writing : best))
  return text.replace(/\p{Cf}/gu, '').replace(/\s+/gu, ' ')
}
