import { Option } from 'commander'
import type { GlossaryFormat } from '../../glossary/formats/format.ts'
import { GLOSSARY_FORMATS, glossaryFormatOf } from '../../glossary/formats/index.ts'
import { Invalid } from '../errors.ts'

export const glossaryFormatOption = () =>
  new Option('--format <format>', 'the format to write').choices(GLOSSARY_FORMATS.map(({ id }) => id))

/** The format asked for, or else the one the file's name says. @throws Invalid when it says none we write. */
export function glossaryFormatFor(file: string, id: string | undefined): GlossaryFormat {
  const format = id === undefined ? glossaryFormatOf(file) : GLOSSARY_FORMATS.find((format) => format.id === id)
  if (format !== undefined) return format
  const endings = GLOSSARY_FORMATS.flatMap(({ extensions }) => extensions)
  throw new Invalid((m) => m.desk.unknownFormat(file, endings))
}
