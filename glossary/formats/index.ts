import { csv, tsv } from './csv.ts'
import type { GlossaryFormat } from './format.ts'
import { tbx, tbxV2 } from './tbx.ts'

/** Every termbase format, in the order a person is offered them. A new format is a new file and a line here. */
export const GLOSSARY_FORMATS: readonly GlossaryFormat[] = [csv, tsv, tbx, tbxV2]

/** The format a file's name claims. */
export function glossaryFormatOf(fileName: string): GlossaryFormat | undefined {
  const name = fileName.toLowerCase()
  return GLOSSARY_FORMATS.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)))
}
