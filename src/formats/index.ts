import { csv, csvExact, csvSemicolon, tsv } from './csv.ts'
import type { BilingualReader, Format } from './format.ts'
import { po } from './po.ts'
import { tmx } from './tmx.ts'
import { xliff, xliff12 } from './xliff.ts'

/** Every bilingual format we write, in the order a person is offered them. A new format is a new file and a line here. */
export const FORMATS: readonly Format[] = [tmx, csv, csvSemicolon, csvExact, tsv, xliff, xliff12]

/** Every bilingual format we read: these, and those that only other people's tools write. */
export const READABLE: readonly BilingualReader[] = [...FORMATS, po]

/** The format a file's name says it has. */
export function formatOf(fileName: string): BilingualReader | undefined {
  const name = fileName.toLowerCase()
  return READABLE.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)))
}
