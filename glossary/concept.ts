import type { Condition } from './condition.ts'
import type { Validity } from './validity.ts'

/** What a term's status means for a translation that uses it: right, also right, was right once (warning), wrong (error). */
export const TERM_STATUSES = ['preferred', 'admitted', 'superseded', 'forbidden'] as const
export type TermStatus = (typeof TERM_STATUSES)[number]

/** `inflected`: any grammatical form of the term counts. `exact`: this form and case only (acronyms, brand names). */
export const MATCHES = ['inflected', 'exact'] as const
export type Match = (typeof MATCHES)[number]

export const PARTS_OF_SPEECH = ['noun', 'verb', 'adjective', 'adverb', 'other'] as const
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number]

/** TBX-Basic `termType`. */
export const TERM_TYPES = ['fullForm', 'acronym', 'abbreviation', 'shortForm', 'variant', 'phrase'] as const
export type TermType = (typeof TERM_TYPES)[number]

export interface Term {
  /** BCP 47. */
  language: string
  text: string
  status: TermStatus
  match: Match
  partOfSpeech?: PartOfSpeech
  type?: TermType
  gender?: string
  number?: string
  /** Forms that no rule gives. */
  variants: readonly string[]
  /** The term means its concept where one of these holds, if there are any. */
  appliesWhen?: readonly Condition[]
  /** It means something else where one of these holds. */
  notWhen?: readonly Condition[]
  validity?: Validity
  note?: string
  source?: string
  context?: string
  /** Columns of the file it came from that mean nothing to us; they go back out with it. */
  extra?: Readonly<Record<string, string>>
}

/** One meaning with its terms in each language: TBX `conceptEntry`. */
export interface Concept {
  id: string
  definition?: string
  subject?: string
  validity?: Validity
  /** Its first rendering in a document is to be a full form with its abbreviation in brackets. */
  fullAtFirstMention?: boolean
  /** Every occurrence wants a rendering of its own: one that is only implied counts as missing. */
  everyOccurrence?: boolean
  terms: readonly Term[]
}
