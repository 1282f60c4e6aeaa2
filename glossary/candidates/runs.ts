import type { PhraseWord } from './phraseWords.ts'

/** Words that may be a term, `to` exclusive. */
export interface Run {
  /** What its forms share, in the singular and in the plural, however they are written: stems and links. */
  key: string
  from: number
  to: number
  /** How many words of it the glossary does not have; prepositions and articles are not counted. */
  length: number
}

/** The most words in a run, prepositions and articles not counted. */
const LONGEST = 5

/**
 * The acronyms of a text, and its runs of two to five nouns, adjectives and names, with a preposition and an article between
 * them or nothing. A run cuts neither a compound nor a term of the glossary in two, and is not made of such terms alone.
 */
export function* runsIn(words: readonly PhraseWord[]): Generator<Run> {
  const lacking = (at: number) => (words[at]!.term === undefined ? 1 : 0)
  for (let from = 0; from < words.length; from++) {
    if (words[from]!.role !== 'content') continue
    let key = words[from]!.stem
    let length = lacking(from)
    let to = from + 1
    if (words[from]!.acronym && length > 0) yield { key, from, to, length }
    if (cuts(words, from)) continue
    for (let size = 2; size <= LONGEST; size++) {
      for (const role of ['preposition', 'article']) {
        if (words[to]?.role !== role) break
        key += ` ${words[to]!.stem}`
        to += 1
      }
      if (words[to]?.role !== 'content') break
      key += ` ${words[to]!.stem}`
      length += lacking(to)
      to += 1
      if (length > 0 && !cuts(words, to)) yield { key, from, to, length }
    }
  }
}

/** Whether what begins or ends before this word leaves a part of a compound or of a term behind. */
function cuts(words: readonly PhraseWord[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]]
  return word !== undefined && (word.joined || (word.term !== undefined && word.term === before?.term))
}
