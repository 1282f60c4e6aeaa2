import { searchable } from '../src/text/searchable.ts'
import type { Concept } from './concept.ts'
import { fold } from './fold.ts'
import { type Grammar, grammarOf } from './grammar.ts'
import { formsOf, rolesOf } from './inflection.ts'
import { speaks } from './ledger.ts'
import { partOf } from './partOfSpeech.ts'
import { type Word, wordsOf } from './words.ts'

/**
 * Characters that can stand inside a word, and that recognising looks through where a search does not: those of Unicode's
 * category Cf, and ligatures. Ranges as a class of GLOB or of a regular expression writes them.
 */
export const SEEN_THROUGH =
  '\u00AD\u0600-\u0605\u061C\u06DD\u070F\u0890\u0891\u08E2\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFB00-\uFB06' +
  '\uFEFF\uFFF9-\uFFFB\u{110BD}\u{110CD}\u{13430}-\u{1343F}\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0001}\u{E0020}-\u{E007F}'

/** Shorter beginnings stand in every second text. */
const TELLING = 3

/**
 * What a text has to hold, as `searchable` writes it, for a term of these concepts to stand in it: one of these strings, or
 * a character of `SEEN_THROUGH`. A text that holds none is not about them, in any form or typography; one that does may
 * still not be.
 */
export function needlesOf(concepts: Iterable<Concept>, language: string): string[] {
  const grammar = grammarOf(language)
  const needles = new Set<string>()
  for (const concept of concepts) {
    for (const term of concept.terms) {
      if (!speaks(term, language)) continue
      const part = partOf(concept, term)
      for (const text of [term.text, ...term.variants]) {
        const words = wordsOf(fold(text), grammar)
        const roles = rolesOf(words, term, part, grammar)
        const wanted = words.map((word, at) => wantedFor(word, [...formsOf(word, roles[at]!, grammar)], grammar))
        for (const needle of mostTelling(wanted)) needles.add(needle)
      }
    }
  }
  return [...needles]
}

/** What all forms of a word begin with, or every one of them where that is too short to tell. */
function wantedFor({ form }: Word, forms: readonly string[], grammar: Grammar): string[] {
  const written = [form, ...forms].map((one) => plainPart(searchable(grammar.key(one))))
  const beginning = written.reduce(shared)
  return beginning.length >= TELLING ? [beginning] : [...new Set(written)]
}

/** The longest stretch of letters: every kind of apostrophe is the same to a term. */
const plainPart = (text: string) =>
  text.split(/[^\p{L}\p{N}]+/u).reduce((longest, part) => (part.length > longest.length ? part : longest))

function shared(one: string, other: string): string {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return one.slice(0, length)
}

/** Of the words of a term, the one that stands in the fewest texts: the longest, where nothing else is known. */
const mostTelling = (wanted: readonly string[][]): readonly string[] =>
  wanted.reduce((best, next) => (shortest(next) > shortest(best) ? next : best), [''])

const shortest = (needles: readonly string[]) => Math.min(...needles.map(({ length }) => length))
