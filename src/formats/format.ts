import type { LanguagePair, Unit } from '../unit.ts'

/** A bilingual file format we can read. */
export interface BilingualReader {
  id: string
  extensions: readonly string[]
  mediaType: string
  /** Throws `FormatError` where the file cannot be read further. Units whose languages are not the pair's are passed over. */
  read(file: AsyncIterable<string>, languages: LanguagePair): AsyncIterable<Unit>
}

/** One that we write as well: a reader and a writer of the same stream of units. Nothing in between holds the file. */
export interface Format extends BilingualReader {
  write(units: AsyncIterable<Unit> | Iterable<Unit>, languages: LanguagePair): AsyncIterable<string>
}
