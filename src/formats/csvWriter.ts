import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { LanguagePair, Unit } from '../unit.ts'
import { type FieldName, writeField } from './fields.ts'
import { neutralised } from './formulas.ts'

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
  ['approved_by', 'approvedBy'],
  ['approved_at', 'approvedAt'],
  ['glossary', 'glossary'],
  ['document_date', 'documentDate'],
  ['introduced', 'introduced'],
  ['waivers', 'waivers'],
  ['codes', 'codes'],
])

/** Excel takes a file for UTF-8 only by its byte order mark. */
const BYTE_ORDER_MARK = '\uFEFF'

export async function* writeCsv(
  units: AsyncIterable<Unit> | Iterable<Unit>,
  _languages: LanguagePair,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK
  const stringifier = stringify({
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    quoted_match: [/^\s|\s$/u],
  })
  stringifier.setEncoding('utf8')
  yield* pipeline(Readable.from(rows(units)), stringifier, () => {})
}

async function* rows(units: AsyncIterable<Unit> | Iterable<Unit>): AsyncGenerator<string[]> {
  yield ['source', 'target', ...COLUMNS.keys()]
  for await (const unit of units) {
    const fields = [...COLUMNS.values()].map((name) => writeField(unit, name))
    yield [unit.source, unit.target, ...fields].map(neutralised)
  }
}
