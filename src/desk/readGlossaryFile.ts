import { isOurs, readGlossaryCsv } from '../../glossary/formats/csv.ts'
import type { ReadGlossary } from '../../glossary/formats/format.ts'
import { glossaryFormatOf } from '../../glossary/formats/index.ts'
import type { Mapping } from '../../glossary/formats/mapping.ts'
import { proposeMapping } from '../../glossary/formats/proposal.ts'
import { type Row, rowsOf } from '../../glossary/formats/table.ts'
import { readTable } from '../../glossary/formats/tableConcepts.ts'
import { tbx } from '../../glossary/formats/tbx.ts'
import { Invalid } from '../errors.ts'
import { decode } from '../text/decode.ts'
import type { LanguagePair } from '../unit.ts'

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
  const text = decode(bytes)
  const format = glossaryFormatOf(name)
  if (format === undefined && !/\.(?:txt|xml|utf8|tab)$/iu.test(name)) {
    throw new Invalid((m) => m.desk.unknownFormat(name, ['.csv', '.tsv', '.txt', '.tbx', '.xml']))
  }
  if (/^\s*</u.test(text)) return tbx.read(whole(text))
  const rows = rowsOf(text)
  if (mapping === undefined && isOurs(rows[0])) return readGlossaryCsv(text)
  const columns = mapping ?? proposeMapping(text, languages)
  return { ...readTable(text, columns, languages), table: { mapping: columns, rows: rows.slice(0, SHOWN) } }
}

async function* whole(text: string) {
  yield text
}
