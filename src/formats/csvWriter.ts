import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { Unit } from '../unit.ts'
import { type FieldName, writeField } from './fields.ts'
import type { Format } from './format.ts'
import { neutralised } from './formulas.ts'
import { carriedByText } from './losses.ts'

/** The columns beside `source` and `target`, in the order they are written. */
export const COLUMNS: ReadonlyMap<string, FieldName> = new Map([
  ['id', 'id'],
  ['state', 'state'],
  ['note', 'note'],
  ['document', 'document'],
  ['paragraph', 'paragraph'],
  ['position', 'position'],
  ['author', 'author'],
  ['changed', 'changedAt'],
  ['created_by', 'createdBy'],
  ['created', 'createdAt'],
  ['approved_by', 'approvedBy'],
  ['approved_at', 'approvedAt'],
  ['glossary', 'glossary'],
  ['document_date', 'documentDate'],
  ['introduced', 'introduced'],
  ['waivers', 'waivers'],
  ['terms', 'terms'],
  ['properties', 'properties'],
  ['codes', 'codes'],
])

/** A column without anything in it, which says that no apostrophe was put before what a spreadsheet would compute. */
export const EXACT = 'exact'

/** Excel takes a file for UTF-8 only by its byte order mark. */
const BYTE_ORDER_MARK = '\uFEFF'

/** UTF-16 units: what a reader takes at once costs less than a row at a time. */
const BATCH = 65_536

interface Flavour {
  delimiter: string
  isForSpreadsheets: boolean
}

export const csvWriter = (flavour: Flavour): Format['write'] =>
  async function* (units) {
    const stringifier = stringify({
      delimiter: flavour.delimiter,
      record_delimiter: 'windows',
      quote_record_delimiter: true,
      quoted_match: [/^\s|\s$/u],
    })
    stringifier.setEncoding('utf8')
    const written: AsyncIterable<string> = pipeline(Readable.from(rows(units, flavour)), stringifier, () => {})
    let batch = flavour.isForSpreadsheets ? BYTE_ORDER_MARK : ''
    for await (const text of written) {
      batch += text
      if (batch.length < BATCH) continue
      yield batch
      batch = ''
    }
    yield batch
  }

async function* rows(
  units: AsyncIterable<Unit> | Iterable<Unit>,
  { isForSpreadsheets }: Flavour,
): AsyncGenerator<string[]> {
  yield ['source', 'target', ...COLUMNS.keys(), ...(isForSpreadsheets ? [] : [EXACT])]
  for await (const unit of units) {
    const fields = [...COLUMNS.values()].map((name) => writeField(unit, name))
    const cells = [unit.source, unit.target, ...fields].map(carriedByText)
    yield isForSpreadsheets ? cells.map(neutralised) : [...cells, '']
  }
}
