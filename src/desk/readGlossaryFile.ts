import type { Concept } from '../../glossary/concept.ts'
import { isOurs, readGlossaryCsv } from '../../glossary/formats/csv.ts'
import type { GlossaryProblem, ReadGlossary } from '../../glossary/formats/format.ts'
import { glossaryFormatOf } from '../../glossary/formats/index.ts'
import type { Mapping } from '../../glossary/formats/mapping.ts'
import { doubtsOf, proposeMapping } from '../../glossary/formats/proposal.ts'
import { type Row, rowsOf } from '../../glossary/formats/table.ts'
import { readTable } from '../../glossary/formats/tableConcepts.ts'
import { tbx } from '../../glossary/formats/tbx.ts'
import { Invalid } from '../errors.ts'
import { decodeLoosely } from '../text/decodeLoosely.ts'
import type { LanguagePair } from '../unit.ts'
import { keptConcept } from './keptConcept.ts'

/** Bytes. A hundred thousand terms with all that is said of them. */
export const LARGEST_GLOSSARY = 20 * 1024 * 1024

/** Rows of a table that a person is shown to correct its mapping by. */
const SHOWN = 4

/** A glossary file as it was read; with the columns and the first rows of a table that another program wrote. */
export interface GlossaryFile extends ReadGlossary {
  table?: { mapping: Mapping; rows: readonly Row[] }
}

/** The file name's ending, the text, and what its columns mean where a person has said so. */
interface Upload {
  name: string
  bytes: Uint8Array
  mapping?: Mapping | undefined
}

/** Read a glossary of any tool. What is wrong inside it are its problems. @throws Invalid where nothing of it can be read. */
export async function readGlossaryFile(
  { name, bytes, mapping }: Upload,
  languages: LanguagePair,
): Promise<GlossaryFile> {
  const format = glossaryFormatOf(name)
  if (format === undefined && !/\.(?:txt|xml|utf8|tab)$/iu.test(name)) {
    throw new Invalid((m) => m.desk.unknownFormat(name, ['.csv', '.tsv', '.txt', '.tbx', '.xml']))
  }
  const { text, guessed } = decodeLoosely(bytes)
  const read = await readText(text, mapping, languages)
  const doubts: GlossaryProblem[] = guessed
    ? [{ line: guessed.line, severity: 'warning', message: (m) => m.formats.guessedEncoding(guessed.word) }]
    : []
  const { concepts, problems } = asKept(read)
  return { ...read, concepts, problems: [...doubts, ...read.problems, ...problems] }
}

async function readText(text: string, mapping: Mapping | undefined, languages: LanguagePair): Promise<GlossaryFile> {
  if (/^\s*</u.test(text)) return tbx.read(whole(text))
  const rows = rowsOf(text)
  if (mapping === undefined && isOurs(rows[0])) return readGlossaryCsv(text)
  const columns = mapping ?? proposeMapping(text, languages)
  const read = readTable(text, columns, languages)
  const doubts = mapping === undefined ? [...doubtsOf(text, columns, languages)] : []
  return {
    ...read,
    problems: [...doubts, ...read.problems],
    table: { mapping: columns, rows: rows.slice(0, SHOWN) },
  }
}

async function* whole(text: string) {
  yield text
}

/** The concepts as the database keeps them. One it cannot keep is a problem where it begins. */
function asKept({ concepts, lines }: ReadGlossary): Pick<ReadGlossary, 'concepts' | 'problems'> {
  const sound: Concept[] = []
  const problems: GlossaryProblem[] = []
  for (const concept of concepts) {
    try {
      sound.push(keptConcept(concept))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      problems.push({ line: lines.get(concept.id) ?? 1, severity: 'error', message: error.say })
    }
  }
  return { concepts: sound, problems }
}
