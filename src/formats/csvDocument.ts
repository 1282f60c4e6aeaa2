import type { Edit } from '../text/edits.ts'
import type { LanguagePair, Unit } from '../unit.ts'
import { type Change, Table } from './csvTable.ts'
import type { Paragraph, Replacement } from './document.ts'
import { decodedDocument } from './textDocument.ts'

/**
 * A table of sources and translations that comes back as it was, with translations and their states in its cells. A table
 * that has no column for translations gets one.
 */
export const csvDocument = decodedDocument({
  id: 'csv',
  title: (m) => m.fileFormats.table,
  extensions: ['.csv', '.tsv'],
  mediaType: 'text/csv',
  bilingual: true,
  read: readTable,
  edits: tableEdits,
})

const FRENCH_ENGLISH: LanguagePair = { source: 'fr', target: 'en' }

function* readTable(text: string, languages = FRENCH_ENGLISH): Generator<Paragraph> {
  const table = new Table(text, languages)
  let before: Unit | undefined
  for (const row of table.rows) {
    const unit = table.unitOf(row)
    if (unit.source.trim() === '') continue
    const { source, target, state, note, codes = [] } = unit
    const continues =
      unit.paragraph !== undefined && unit.paragraph === before?.paragraph && unit.document === before.document
    yield {
      kind: 'paragraph',
      text: source,
      codes,
      slot: table.slotOf(row),
      translation: { target, state, ...(note !== undefined && { note }) },
      ...(continues && { continues }),
    }
    before = unit
  }
}

function tableEdits(text: string, replacements: readonly Replacement[], languages: LanguagePair): Edit[] {
  const table = new Table(text, languages)
  const wanted = new Map(replacements.map((replacement) => [replacement.slot.start, replacement]))
  const changes = table.rows.map((row) => {
    const replacement = wanted.get(table.slotOf(row).start)
    return replacement === undefined ? NOTHING : table.changeOf(row, replacement)
  })
  if (changes.every(({ size }) => size === 0)) return []
  return [...table.titleEdits(), ...table.rows.flatMap((row, at) => table.rowEdits(row, changes[at]!))]
}

const NOTHING: Change = new Map()
