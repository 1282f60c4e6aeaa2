import type { Say } from '../../src/messages/index.ts'
import type { Concept } from '../concept.ts'

/** Something in a file that cannot be kept as it stands. `line` counts from 1. */
export interface GlossaryProblem {
  line: number
  /** An error leaves something out, and the file is not taken; a warning says what was made of it. */
  severity: 'error' | 'warning'
  message: Say
}

/** What a glossary file holds, and everything that is wrong in it. */
export interface ReadGlossary {
  concepts: readonly Concept[]
  /** Where each of them begins, by its id. */
  lines: ReadonlyMap<string, number>
  /** The ids that the file does not give: each is made of a term, or of the place in the file. */
  coined: ReadonlySet<string>
  problems: readonly GlossaryProblem[]
}

/** A file format for termbases. */
export interface GlossaryFormat {
  id: string
  extensions: readonly string[]
  mediaType: string
  /** @throws FormatError where nothing further can be read. */
  read(file: AsyncIterable<string>): Promise<ReadGlossary>
  write(concepts: Iterable<Concept>): Iterable<string>
  /** What of these concepts would not come back from a file in this format, a sentence for each kind of thing. */
  losses(concepts: Iterable<Concept>): Iterable<Say>
}

/** UTF-16 units. A longer term is a mistake in the file: a quotation mark not closed, a text in the wrong column. */
export const LONGEST_TERM = 500
