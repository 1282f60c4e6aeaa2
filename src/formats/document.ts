import type { Say } from '../messages/index.ts'
import type { AskedEncoding } from '../text/encoding.ts'
import type { Code, Kind, LanguagePair, Slot, State } from '../unit.ts'

/** A paragraph of a document: what it is, its text with inline markup as numbered tags, hard wraps folded, and where it stands. */
export interface Paragraph {
  kind: Kind
  text: string
  codes: readonly Code[]
  slot: Slot
  /** What a bilingual document says of it. It is one segment then, however many sentences stand in it. */
  translation?: Translation
  /** Of a bilingual document: stands in one paragraph with the one before. */
  continues?: boolean
}

/** What a bilingual document has beside a source. `target` is empty where nothing is written yet. */
export interface Translation {
  target: string
  state: State
  note?: string
}

/** A document as somebody brought it. */
export interface Original {
  bytes: Uint8Array
  /** Where the bytes do not say it. */
  encoding?: AskedEncoding | undefined
}

/** A text that is to stand in a slot. Its pairs of tags nest, and each tag has its code: of a bilingual document with the number it was read with. */
export interface Replacement {
  slot: Slot
  text: string
  codes: readonly Code[]
  /** Of the translation: for a bilingual document, which says so. */
  state: State
}

/** A format people write documents in: source in, finished translation out. */
export interface DocumentFormat {
  id: string
  /** What a person knows it by. */
  title: Say
  extensions: readonly string[]
  mediaType: string
  /** Bytes of the largest that is read, where it is more than that of a text: most of an archive is pictures. */
  largest?: number
  /** Holds sources and translations: what nobody translated stays empty in it, and is not filled with its source. */
  bilingual?: boolean
  /**
   * In reading order; slots in the order they begin in the document, apart or one inside the markup of another. Nothing it is
   * given makes it open a file or a connection. Throws `FormatError` or `Invalid` on what cannot be read. `languages` tells the
   * columns of a table by their names, French and English where nobody says.
   */
  read(original: Original, languages?: LanguagePair): Iterable<Paragraph> | AsyncIterable<Paragraph>
  /**
   * The original with other texts in some of its slots, in their order, and byte for byte what it was everywhere else but
   * where it names its language. A text that says what stands there already changes nothing.
   */
  finish(
    original: Original,
    replacements: readonly Replacement[],
    languages: LanguagePair,
  ): Uint8Array | Promise<Uint8Array>
}
