import { capital, introduced } from '../context.ts'
import type { Recognition, Span } from '../ledger.ts'
import { readTerms, recognised } from '../recognise.ts'
import type { Termbase } from '../termbase.ts'
import type { Word } from '../words.ts'
import type { Lexeme, Lexemes } from './lexemes.ts'

/** A word where it stands in a text, and what tells whether noun phrases are made of it there. */
export interface PhraseWord extends Lexeme, Span {
  /** Whether a hyphen joins it to the word before. */
  joined: boolean
  /** The term of the glossary that it is part of. */
  term: Recognition | undefined
  /** Whether a determiner or a number stands before it. */
  introduced: boolean
  /** Whether it has a capital that means something; `undefined` where any word would have one. */
  capital: boolean | undefined
}

/** The words of a source text of that day (ISO 8601), with their places in the text as given. */
export function phraseWordsOf(termbase: Termbase, lexemes: Lexemes, text: string, date: string): PhraseWord[] {
  const { grammar } = termbase.automata.source
  const reading = readTerms(termbase, 'source', text, date)
  const { words, folded } = reading
  const read = words.map((word) => lexemes.of(word))
  const terms = recognised(reading)
  const inCapitals = !/\p{Ll}/u.test(text)
  let next = 0
  return words.map((word, at) => {
    const [start, end] = folded.spanOf(word.start, word.end)
    while (next < terms.length && terms[next]!.end <= start) next++
    const term = terms[next]
    const { role, stem, acronym } = read[at]!
    return {
      role: beginsName(words, read, at) || beginsCompound(words, read, at) ? 'content' : role,
      stem,
      acronym: acronym && !inCapitals,
      start,
      end,
      joined: word.joined || beginsName(words, read, at - 1),
      term: term !== undefined && term.start <= start ? term : undefined,
      introduced: introduced(words, at, grammar),
      capital: capitalAt(words, at),
    }
  })
}

const capitalAt = (words: readonly Word[], at: number) => capital({ words, from: at, to: at + 1 })

/** The article of Le Caire and La Haye, which is a part of the name. */
const beginsName = (words: readonly Word[], read: readonly Lexeme[], at: number): boolean =>
  read[at]?.role === 'article' &&
  read[at + 1]?.role === 'content' &&
  LETTER.test(words[at - 1]?.form ?? '') &&
  capitalAt(words, at) === true

/** What would else be no part of a phrase: contre-offensive, sous-officier. */
const beginsCompound = (words: readonly Word[], read: readonly Lexeme[], at: number): boolean =>
  read[at]?.role === 'other' &&
  read[at + 1]?.role === 'content' &&
  words[at + 1]!.joined &&
  LETTER.test(words[at]!.form)

const LETTER = /^\p{L}/u
