import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { tmx } from './tmx.ts'

/** Every bilingual format, in the order a person is offered them. A new format is a new file and a line here. */
export const FORMATS: readonly Format[] = [tmx, csv]

/** The format a file's name says it has. */
export function formatOf(fileName: string): Format | undefined {
  const name = fileName.toLowerCase()
  return FORMATS.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)))
}
