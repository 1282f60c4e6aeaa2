import { readGlossaryCsv } from '../../glossary/csv.ts'
import { compileTermbase, type Termbase } from '../../glossary/termbase.ts'
import { curatedGlossary } from '../desk/curated.ts'
import { decode } from '../text/decode.ts'
import type { LanguagePair } from '../unit.ts'
import { readBytes } from './input.ts'

/** The termbase of a glossary file, or of the curated glossary. */
export async function termbaseFrom(file: string | undefined, languages: LanguagePair): Promise<Termbase> {
  const concepts = file === undefined ? await curatedGlossary() : readGlossaryCsv(decode(await readBytes(file)))
  return compileTermbase(concepts, languages)
}
