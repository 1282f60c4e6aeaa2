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
  const isWanted = ({ state, stale }: PlacedRow) => !approvedOnly || (state === 'approved' && !stale)
  const placed = (await placedSegments(db, document.id)).map((row) => (isWanted(row) ? row : { ...row, target: null }))
  const replacementIn = format.bilingual ? translationIn : paragraphIn
  const replacements = placesOf(placed).flatMap((place) => replacementIn(place) ?? [])
  return { format, bytes: await format.finish(original, replacements, document.languages) }
}

/** The segments of a slot. */
interface Place {
  slot: Slot
  rows: [PlacedRow, ...PlacedRow[]]
}

function placesOf(placed: readonly PlacedRow[]): Place[] {
  const places: Place[] = []
  for (const row of placed) {
    if (row.slot !== null) places.push({ slot: row.slot, rows: [row] })
    else if (places.length > 0) places.at(-1)!.rows.push(row)
    else throw new Conflict((m) => m.desk.noPlaces)
  }
  return places
}

/** What stands in a slot of a bilingual document, which is one segment. A text that somebody took away is no longer there. */
function translationIn({ slot, rows: [row] }: Place): Replacement | undefined {
  const { target, codes, state } = row
  if (target === null) return undefined
  return isWritten(row) ? { slot, text: target, codes, state } : { slot, text: '', codes, state: 'initial' }
}

/** The paragraph that segments make, those without a text in their own language. */
function paragraphIn({ slot, rows }: Place): Replacement | undefined {
  if (!rows.some(isWritten)) return undefined
  const parts = rows.map((row) => ({ ...row, text: isWritten(row) ? row.target : row.source }))
  return { slot, ...joined(parts), state: leastOf(rows) }
}

const isWritten = (row: PlacedRow): row is PlacedRow & { target: string } =>
  row.target !== null && row.target.trim() !== ''

const leastOf = (rows: readonly PlacedRow[]) =>
  STATES.find((state) => rows.some((row) => row.state === state)) ?? STATES[0]
