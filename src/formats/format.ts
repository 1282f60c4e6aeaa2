import type { LanguagePair, Unit } from '../unit.ts'

/** A bilingual file format: a reader and a writer of the same stream of units. Nothing in between holds the file. */
export interface Format {
  id: string
  extensions: readonly string[]
  mediaType: string
  /** Throws `FormatError` where the file cannot be read further. Units whose languages are not the pair's are passed over. */
  read(file: AsyncIterable<string>, languages: LanguagePair): AsyncIterable<Unit>
  write(units: AsyncIterable<Unit> | Iterable<Unit>, languages: LanguagePair): AsyncIterable<string>
}
