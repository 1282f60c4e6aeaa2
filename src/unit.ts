/** Where work on a segment is, in the order work moves through it. */
export const STATES = ['initial', 'draft', 'translated', 'approved'] as const
export type State = (typeof STATES)[number]

/** What a paragraph of a document is to the eye. */
export const KINDS = ['heading', 'paragraph', 'item', 'quote', 'cell', 'code', 'other'] as const
export type Kind = (typeof KINDS)[number]

/** What a row of the desk is. */
export const SEGMENTATIONS = ['sentence', 'paragraph'] as const
export type Segmentation = (typeof SEGMENTATIONS)[number]

/** Where in a document a text stands: UTF-16 offsets in the document's own text, `end` exclusive. */
export interface Slot {
  start: number
  end: number
  /** The file it stands in, where the document is an archive. */
  part?: string
  /** What its format wants to remember of it, in a word of its own. */
  as?: string
}

/** BCP 47 tags. */
export interface LanguagePair {
  source: string
  target: string
}

/**
 * What a numbered tag in a text stands for in the document it came from. `<1>bold</1>` is a pair and has a `close`;
 * `<2/>` stands alone and has none.
 */
export interface Code {
  number: number
  open: string
  close?: string
  /** Of a pair that spans several sentences: which pair of its paragraph it is a part of. */
  pair?: number
}

/** A source text beside its translation, as files and memories exchange it: what TMX calls a `tu`. Texts carry numbered tags. */
export interface Unit {
  source: string
  target: string
  state: State
  /** Where it begins in the file it was read from, counted from 1. Nothing of the unit itself: no file says it. */
  line?: number
  codes?: readonly Code[]
  id?: string
  note?: string
  document?: string
  /** Counted from 1 within the document. */
  paragraph?: number
  /** Counted from 1 within the document. */
  position?: number
  /** Who wrote the target, and when its text last changed. */
  author?: string
  changedAt?: Date
  /** Who translated it first, and when. */
  createdBy?: string
  createdAt?: Date
  approvedBy?: string
  approvedAt?: Date
  /** The version of the glossary the target was last judged by. */
  glossary?: string
  /** The day its document is of, ISO 8601: by the terms of that day it is judged. */
  documentDate?: string
  /** The concepts its document has introduced further up, of those it renders: it need not. */
  introduced?: readonly string[]
  /** What the target need not render, and why. */
  waivers?: readonly WaivedTerm[]
  /** The terms of its source that its target renders, in their order. */
  terms?: readonly TermPair[]
  /** What another tool says of it, in that tool's own words. */
  properties?: readonly Property[]
}

/** A term as it stands in a source, and what renders it: their words, without tags. */
export interface TermPair {
  concept: string
  source: string
  target: string
}

/** What TMX calls a \`prop\`. */
export interface Property {
  type: string
  text: string
}

/** A term of a source that its translation was allowed to leave out: `start` in UTF-16 units of the tagged source. */
export interface WaivedTerm {
  concept: string
  start: number
  code: WaiverCode
  reason: string
  grantedBy: string
}

/** Why a term need not be rendered: English says it or leaves it out, it is a title or a quotation, it means something else here, the client wants it so, or else. */
export const WAIVER_CODES = ['pronoun', 'quotation', 'sense', 'client', 'other'] as const
export type WaiverCode = (typeof WAIVER_CODES)[number]

/** What ends a waiver by itself: another text than the one it was asked for, or another concept. */
export type WaiverEnd = 'text' | 'concept'

/** What somebody may do in a project. */
export const ROLES = ['translator', 'reviewer', 'terminologist', 'exporter', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** An administrator may do everything. */
export const may = (roles: readonly Role[], role: Role): boolean =>
  roles.includes(role) || roles.includes('administrator')

/** Where a segment stands. */
export interface Place {
  segmentId: number
  documentId: number
  position: number
}

/** A segment as it is shown away from its document: its texts with their tags, and where it stands. */
export interface Sentence extends Place {
  document: string
  languages: LanguagePair
  source: string
  target: string
  codes: readonly Code[]
}

/** What a list of segments may be narrowed to, as the desk lists it. */
export const SHOWS = ['all', 'todo', 'blocked', 'review', 'asked', 'approved', 'stale'] as const
export type Show = (typeof SHOWS)[number]

/** How many segments of a document are in each state, how many the glossary blocks or has made stale, and in how many a waiver waits for a decision. */
export type Counts = Record<State | 'all' | 'blocked' | 'stale' | 'asked', number>
