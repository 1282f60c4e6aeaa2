import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { languageOf } from '../../glossary/formats/languageNames.ts'
import { FormatError } from '../errors.ts'
import type { Messages, Say } from '../messages/index.ts'
import { delimiterOf, SEPARATOR_LINE } from '../text/delimiter.ts'
import { type LanguagePair, STATES, type Unit } from '../unit.ts'
import { COLUMNS, EXACT } from './csvWriter.ts'
import { type FieldName, readField, stateOf } from './fields.ts'
import { restored } from './formulas.ts'
import { inLanguage } from './languages.ts'

/** A first line longer than this names no columns. */
const LONGEST_HEADER = 65_536

/** Bytes. A cell that nothing closes holds all that follows. */
const LARGEST_ROW = 20_000_000

interface Row {
  cells: string[]
  line: number
}

/** Comma, semicolon or tab as the header says; columns in any order, unknown ones passed over. Languages are named as in a glossary. */
export async function* readCsv(file: AsyncIterable<string>, languages: LanguagePair): AsyncGenerator<Unit> {
  let columns: Columns | undefined
  for await (const { cells, line } of rowsOf(file, languages)) {
    if (columns === undefined) columns = columnsOf(cells, languages, line)
    else if (cells.some((cell) => cell !== ''))
      yield unitOf(columns.isExact ? cells : cells.map(restored), columns, line)
  }
}

async function* rowsOf(file: AsyncIterable<string>, languages: LanguagePair): AsyncGenerator<Row> {
  const chunks = wholeCharacters(file)
  const [start, header] = await firstLine(chunks, languages)
  const delimiter = delimiterOf(header)
  /** Where the next row begins, were no line empty, and where each row that waits to be taken begins. */
  let line = 1
  const lines: number[] = []
  const parser = parse({
    delimiter,
    // Who parts cells by tabs often puts nothing in quotation marks, and means those that stand there.
    relax_quotes: delimiter === '\t',
    record_delimiter: ['\r\n', '\n', '\r'],
    skip_empty_lines: true,
    max_record_size: LARGEST_ROW,
    // Its own count of lines takes a CRLF inside a cell for two.
    on_record: (cells: string[], { empty_lines }) => {
      lines.push(line + empty_lines)
      line += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n?|\n/gu)?.length ?? 0), 0)
      return cells
    },
  })
  async function* whole(): AsyncGenerator<string> {
    yield start
    yield* chunks
  }
  try {
    const rows: AsyncIterable<string[]> = pipeline(Readable.from(whole()), parser, () => {})
    for await (const cells of rows) yield { cells, line: lines.shift()! }
  } catch (error) {
    const problem = error instanceof CsvError && PROBLEMS[error.code]
    if (!problem) throw error
    const { empty_lines } = error
    throw new FormatError(problem, line + Number(empty_lines ?? 0))
  }
}

const PROBLEMS: Readonly<Record<string, Say>> = {
  CSV_QUOTE_NOT_CLOSED: (m) => m.formats.csvQuote,
  CSV_MAX_RECORD_SIZE: (m) => m.formats.csvQuote,
  CSV_INVALID_CLOSING_QUOTE: (m) => m.formats.csvStrayQuote,
  INVALID_OPENING_QUOTE: (m) => m.formats.csvStrayQuote,
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: (m) => m.formats.csvRagged,
}

/** The parser goes through bytes: half a character at the end of a chunk would be lost. */
async function* wholeCharacters(file: AsyncIterable<string>): AsyncGenerator<string> {
  let half = ''
  for await (const chunk of file) {
    const text = half + chunk
    half = /[\uD800-\uDBFF]$/.test(text) ? text.slice(-1) : ''
    yield half ? text.slice(0, -1) : text
  }
  if (half) yield half
}

/** As much of the file as its first line that is not empty needs, and that line. */
async function firstLine(chunks: AsyncGenerator<string>, languages: LanguagePair): Promise<[string, string]> {
  let start = ''
  let end = -1
  let ended = false
  while (end < 0 && !ended) {
    const { value = '', done } = await chunks.next()
    const read = (start + value).replace(/^\uFEFF/u, '')
    const named = read.replace(SEPARATOR_LINE, '$1')
    const from = named === read ? Math.max(0, start.length - 1) : 0
    start = named
    end = start.slice(from).search(/[^\r\n][\r\n]/u)
    if (end >= 0) end += from + 1
    ended = done === true
    if (end < 0 && start.length > LONGEST_HEADER) throw new FormatError(headerProblem(languages), 1)
  }
  const line = (ended ? start : start.slice(0, end)).replace(/^[\r\n]+/u, '')
  if (line.trim() === '') throw new FormatError((m) => m.formats.csvEmpty, 1)
  return [start, line]
}

/** Where a row has what. */
export interface Columns {
  source: number
  target: number
  isExact: boolean
  fields: readonly (readonly [at: number, name: FieldName, title: string])[]
}

export function columnsOf(cells: readonly string[], languages: LanguagePair, line: number): Columns {
  const titles = cells.map((cell) => cell.trim().toLowerCase())
  const unnamed = [...titles.keys()].filter((at) => !COLUMNS.has(titles[at]!))
  const column = (side: 'source' | 'target') =>
    titles.includes(side)
      ? titles.indexOf(side)
      : inLanguage(unnamed, languages[side], (at) => languageOf(titles[at]!) ?? titles[at]!)

  const [source, target] = [column('source'), column('target')]
  if (source === undefined || target === undefined || source === target) {
    throw new FormatError(headerProblem(languages), line)
  }
  const fields = [...COLUMNS].map(([title, name]) => [titles.indexOf(title), name, title] as const)
  return { source, target, isExact: titles.includes(EXACT), fields: fields.filter(([at]) => at >= 0) }
}

const headerProblem = (languages: LanguagePair) => (m: Messages) =>
  m.formats.csvHeader(languages.source, languages.target)

export function unitOf(cells: readonly string[], { source, target, fields }: Columns, line: number): Unit {
  const texts = { source: cells[source]!, target: cells[target]! }
  const unit: Unit = { ...texts, state: stateOf(texts.target), line }
  for (const [at, name, title] of fields) {
    const text = cells[at]!
    if (!readField(unit, name, text)) throw new FormatError(cellProblem(text, name, title), line)
  }
  return unit
}

function cellProblem(text: string, name: FieldName, title: string): Say {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text
  return (m) => (name === 'state' ? m.formats.csvState(shown, STATES.join(', ')) : m.formats.csvCell(shown, title))
}
