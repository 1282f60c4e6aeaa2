import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Concept } from '../../glossary/concept.ts'
import { readGlossaryCsv } from '../../glossary/formats/csv.ts'
import { FormatError } from '../errors.ts'
import type { LanguagePair } from '../unit.ts'

const TERMS = fileURLToPath(new URL('../../glossary/terms', import.meta.url))

/** The languages it leads from and to. */
export const CURATED_LANGUAGES: LanguagePair = { source: 'fr', target: 'en' }

/** The concepts curated with the desk, from every file of `glossary/terms`. */
export async function curatedGlossary(): Promise<Concept[]> {
  const names = (await readdir(TERMS)).filter((name) => name.endsWith('.csv')).sort()
  const files = await Promise.all(names.map((name) => readFile(`${TERMS}/${name}`, 'utf8')))
  return files.flatMap((file, at) => {
    const { concepts, problems } = readGlossaryCsv(file)
    for (const { line, message } of problems) throw new FormatError((m) => `${names[at]}: ${message(m)}`, line)
    return concepts
  })
}
