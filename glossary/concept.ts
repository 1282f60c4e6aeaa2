/** What a term's status means for a translation that uses it: right, also right, was right once (warning), wrong (error). */
export const TERM_STATUSES = ['preferred', 'admitted', 'superseded', 'forbidden'] as const
export type TermStatus = (typeof TERM_STATUSES)[number]

/** `inflected`: any grammatical form of the term counts. `exact`: this form and case only (acronyms, brand names). */
export const MATCHES = ['inflected', 'exact'] as const
export type Match = (typeof MATCHES)[number]

export const PARTS_OF_SPEECH = ['noun', 'verb', 'adjective', 'adverb', 'other'] as const
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number]

export interface Term {
  /** BCP 47. */
  language: string
  text: string
  status: TermStatus
  match: Match
  partOfSpeech?: PartOfSpeech
  gender?: string
  number?: string
  /** Forms that no rule gives. */
  variants: readonly string[]
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
  terms: readonly Term[]
}
