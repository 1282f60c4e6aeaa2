import type { Say } from '../messages/index.ts'
import type { LanguagePair, Unit } from '../unit.ts'
import type { Loss } from './losses.ts'

/** Told of each unit that is passed over because it is not in the pair, with the languages it says it is in. */
export type PassOver = (languages: readonly string[]) => void

/** A bilingual file format we can read. */
export interface BilingualReader {
  id: string
  /** What a person chooses it by. */
  title: Say
  extensions: readonly string[]
  mediaType: string
  /** Throws `FormatError` where the file cannot be read further. Units whose languages are not the pair's are passed over. */
  read(file: AsyncIterable<string>, languages: LanguagePair, passOver?: PassOver): AsyncIterable<Unit>
}

/** One that we write as well: a reader and a writer of the same stream of units. Nothing in between holds the file. */
export interface Format extends BilingualReader {
  write(units: AsyncIterable<Unit> | Iterable<Unit>, languages: LanguagePair): AsyncIterable<string>
  /** What of a unit does not come back as it was: to be said before anybody takes the file for the whole. */
  losses(unit: Unit): readonly Loss[]
}
