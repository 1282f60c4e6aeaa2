import type { DocumentRow } from '../../db/documents.ts'
import { originalOf, type PlacedRow, placedSegments } from '../../db/finished.ts'
import type { Database } from '../../db/open.ts'
import { Conflict, NotFound } from '../errors.ts'
import type { DocumentFormat, Replacement } from '../formats/document.ts'
import { DOCUMENT_FORMATS } from '../formats/documents.ts'
import { joined } from '../formats/joined.ts'
import { type Slot, STATES } from '../unit.ts'

/** A document in the format it came in. */
export interface FinishedDocument {
  format: DocumentFormat
  bytes: Uint8Array
}

/**
 * The document with its translations in the places of its texts: those that are approved and not stale, or all that are written. What is
 * not translated stays as it is; before anything is, it is the original byte for byte.
 * @throws Conflict where the document was imported by a desk that did not keep its places.
 */
export async function finishDocument(
  db: Database,
  document: Pick<DocumentRow, 'id' | 'format' | 'languages'>,
  { approvedOnly }: { approvedOnly: boolean },
): Promise<FinishedDocument> {
  const format = DOCUMENT_FORMATS.find(({ id }) => id === document.format)
  const original = await originalOf(db, document.id)
  if (format === undefined || original === undefined) throw new NotFound()
  const placed = await placedSegments(db, document.id)
  const textOf = ({ target, state, stale }: PlacedRow) =>
    target !== null && target.trim() !== '' && (!approvedOnly || (state === 'approved' && !stale)) ? target : undefined

  const replacements: Replacement[] = []
  for (const { slot, rows } of slotsOf(placed)) {
    if (!rows.some((row) => textOf(row) !== undefined)) continue
    const parts = rows.map((row) => ({ ...row, text: textOf(row) ?? row.source }))
    const [whole] = parts as [(typeof parts)[number]]
    const { text, codes } = format.bilingual ? whole : joined(parts)
    replacements.push({ slot, text, codes, state: leastOf(rows) })
  }
  return { format, bytes: await format.finish(original, replacements, document.languages) }
}

function slotsOf(placed: readonly PlacedRow[]): { slot: Slot; rows: PlacedRow[] }[] {
  const slots: { slot: Slot; rows: PlacedRow[] }[] = []
  for (const row of placed) {
    if (row.slot !== null) slots.push({ slot: row.slot, rows: [row] })
    else if (slots.length > 0) slots.at(-1)!.rows.push(row)
    else throw new Conflict((m) => m.desk.noPlaces)
  }
  return slots
}

const leastOf = (rows: readonly PlacedRow[]) =>
  STATES.find((state) => rows.some((row) => row.state === state)) ?? STATES[0]
