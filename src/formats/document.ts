import type { Code, Kind } from '../unit.ts'

/** A paragraph of a document: what it is, and its text with inline markup as numbered tags, hard wraps folded. */
export interface Paragraph {
  kind: Kind
  text: string
  codes: readonly Code[]
}

/** A format people write documents in: source in, finished translation out. */
export interface DocumentFormat {
  id: string
  extensions: readonly string[]
  mediaType: string
  /** In reading order. Throws `FormatError` on what cannot be read. */
  read(text: string): Iterable<Paragraph>
}
