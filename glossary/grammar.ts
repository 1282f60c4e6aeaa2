import type { PartOfSpeech, Term } from './concept.ts'
import { english } from './english.ts'
import { french } from './french.ts'
import type { Word } from './words.ts'

/** What a word can be in a noun phrase; over an `other` one no phrase reaches. */
export type PhraseRole = 'content' | 'preposition' | 'article' | 'other'

/** What the noun phrases of a language are made of, as far as lists and endings tell. */
export interface Phrases {
  roleOf(word: Word): PhraseRole
  /** Prepositions and articles without what gender, number, elision and each other make of them: du and des are “de le”. */
  links: ReadonlyMap<string, string>
  /** Endings that adjectives have and hardly any verb behind its subject. */
  adjectives: RegExp
}

/** What matching has to know of a language. */
export interface Grammar {
  /** What forms of the same spelling share, from a folded word. */
  key(form: string): string
  /** Where a word with an apostrophe in it parts in two: after the elided l’, before the possessive ’s. 0 where it does not. */
  cut(form: string): number
  /** Whether an apostrophe after a final s is a possessive. */
  possessive: boolean
  /** Words that keep their form inside a longer term. */
  particles: ReadonlySet<string>
  /** Articles and what stands in their place: a noun follows. */
  determiners: ReadonlySet<string>
  /** Nouns and adverbs of how many, which make a determiner with a link: a dozen of, beaucoup de. */
  quantities: ReadonlySet<string>
  linking: ReadonlySet<string>
  /** Which other parts of speech a word of a condition may be, by its ending: its forms count as well. */
  parts(key: string): readonly PartOfSpeech[]
  /** Adverbs, which may stand before the verb of a term. */
  adverb: RegExp
  /**
   * The keys of all forms of a word of a term. `partOfSpeech` is the word's, where it is known. Forms that no text will
   * ever hold do no harm; a form of another word does.
   */
  forms(key: string, partOfSpeech?: PartOfSpeech): Iterable<string>
  /** Whether a term is a verb, where the form of an infinitive tells. */
  isInfinitive?(text: string): boolean
  /** Whether a form is a plural of another word. */
  isPlural(key: string): boolean
  /** Whether any word behind the first of a term may be an adjective or a participle that agrees with it. */
  agrees: boolean
  /** Verbs with a pronoun that changes with the person: of such a term the verb, and whether its pronoun goes with it there. */
  reflexive?: {
    verb(text: string): string | undefined
    stands(words: readonly Word[], at: number): boolean
  }
  /** What a word at the end of a term may become before an article: à may be au. */
  contracted(key: string): Iterable<string>
  /** Whether a run of words that a hyphen joins to its neighbours is still the term, and not part of another word. */
  whole(words: readonly Word[], from: number, to: number, term: Pick<Term, 'text' | 'partOfSpeech'>): boolean
  /** Other ways a form may be written in capitals: ETAT, Etat for état. */
  capitals(key: string): Iterable<string>
  /** The plural of an acronym, where the language writes one. */
  acronyms(form: string): Iterable<string>
  /** What its noun phrases are made of, where we know it. */
  phrases?: Phrases
}

const plain: Grammar = {
  key: (form) => form.toLowerCase(),
  cut: () => 0,
  possessive: false,
  particles: new Set(),
  determiners: new Set(),
  quantities: new Set(),
  linking: new Set(),
  parts: () => [],
  adverb: /$^/u,
  forms: (key) => [key],
  isPlural: () => false,
  agrees: false,
  contracted: (key) => [key],
  whole: () => true,
  capitals: () => [],
  acronyms: (form) => [form],
}

const GRAMMARS: Readonly<Record<string, Grammar>> = { fr: french, en: english }

/** The grammar of a BCP 47 language; one whose words never change where we know none. */
export const grammarOf = (language: string): Grammar => GRAMMARS[primary(language)] ?? plain

/** The language of a BCP 47 tag without its region and script. */
export const primary = (language: string) => language.toLowerCase().split('-', 1)[0]!
