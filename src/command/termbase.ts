import { basename } from 'node:path'
import type { ReadGlossary } from '../../glossary/formats/format.ts'
import { writeMapping } from '../../glossary/formats/mapping.ts'
import { compileTermbase, type Termbase } from '../../glossary/termbase.ts'
import { CURATED_LANGUAGES, curatedGlossary } from '../desk/curated.ts'
import { readGlossaryFile } from '../desk/readGlossaryFile.ts'
import { Invalid } from '../errors.ts'
import { ENGLISH } from '../messages/index.ts'
import type { LanguagePair } from '../unit.ts'
import { readBytes } from './input.ts'

/** A glossary: its concepts, and the line each of them begins on where they are of one file. */
export type GlossaryRead = Pick<ReadGlossary, 'concepts'> & Partial<Pick<ReadGlossary, 'lines'>>

/** A glossary file of any tool, or the curated glossary. @throws Invalid when something in the file is wrong. */
export async function glossaryFrom(file: string | undefined, languages = CURATED_LANGUAGES): Promise<GlossaryRead> {
  if (file === undefined) return { concepts: await curatedGlossary() }
  const read = await readGlossaryFile({ name: basename(file), bytes: await readBytes(file) }, languages)
  if (read.table) console.error(ENGLISH.command.readAs(basename(file), writeMapping(read.table.mapping)))
  for (const { line, severity, message } of read.problems) {
    console.error(`${severity}: ${ENGLISH.formats.atLine(line, message(ENGLISH))}`)
  }
  const errors = read.problems.filter(({ severity }) => severity === 'error').length
  if (errors > 0) throw new Invalid((m) => m.command.glossaryRefused(basename(file), errors))
  return read
}

/** The same, ready to recognise its terms. */
export const termbaseFrom = async (file: string | undefined, languages: LanguagePair): Promise<Termbase> =>
  compileTermbase((await glossaryFrom(file, languages)).concepts, languages)
