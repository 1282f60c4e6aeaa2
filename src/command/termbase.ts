import { basename } from 'node:path'
import type { ReadGlossary } from '../../glossary/formats/format.ts'
import { GLOSSARY_FORMATS, glossaryFormatOf } from '../../glossary/formats/index.ts'
import { compileTermbase, type Termbase } from '../../glossary/termbase.ts'
import { curatedGlossary } from '../desk/curated.ts'
import { Invalid } from '../errors.ts'
import { ENGLISH } from '../messages/index.ts'
import { decodeStream } from '../text/decode.ts'
import type { LanguagePair } from '../unit.ts'
import { readChunks } from './input.ts'

/** A glossary: its concepts, and the line each of them begins on where they are of one file. */
export type GlossaryRead = Pick<ReadGlossary, 'concepts'> & Partial<Pick<ReadGlossary, 'lines'>>

/** A glossary file, or the curated glossary. @throws Invalid when something in the file is wrong. */
export async function glossaryFrom(file: string | undefined): Promise<GlossaryRead> {
  if (file === undefined) return { concepts: await curatedGlossary() }
  const format = glossaryFormatOf(file)
  if (format === undefined) {
    const endings = GLOSSARY_FORMATS.flatMap(({ extensions }) => extensions)
    throw new Invalid((m) => m.desk.unknownFormat(basename(file), endings))
  }
  const read = await format.read(decodeStream(readChunks(file)))
  for (const { line, severity, message } of read.problems) {
    console.error(`${severity}: ${ENGLISH.formats.atLine(line, message(ENGLISH))}`)
  }
  const errors = read.problems.filter(({ severity }) => severity === 'error').length
  if (errors > 0) throw new Invalid((m) => m.command.glossaryRefused(basename(file), errors))
  return read
}

/** The same, ready to recognise its terms. */
export const termbaseFrom = async (file: string | undefined, languages: LanguagePair): Promise<Termbase> =>
  compileTermbase((await glossaryFrom(file)).concepts, languages)
