import { CsvError, parse } from 'csv-parse/sync'
import { FormatError } from '../../src/errors.ts'
import { delimiterOf } from '../../src/text/delimiter.ts'

/** UTF-16 units. No row of a glossary is as long: what is has lost a quotation mark. */
const LONGEST_ROW = 1_000_000

/** Where the rows begin. A line that begins with # is a comment; but the first of several columns may be called that. */
const FIRST_ROW = /(?<![^\r\n])(?:[^#\r\n]|#[,;\t])/u

/** A row of a table; its cells without the space around them and without what keeps a spreadsheet from computing them. */
export interface Row {
  cells: readonly string[]
  /** Where it begins, counted from 1. */
  line: number
}

/** How many columns a row reaches into. */
export const widthOf = ({ cells }: Row): number => cells.findLastIndex((cell) => cell !== '') + 1

/**
 * The rows of a text delimited by commas, semicolons or tabs, but for blank lines and the comments above the first row;
 * with `comments` (OmegaT) for those among the rows too. @throws FormatError where a quotation mark breaks it.
 */
export function rowsOf(text: string, { comments = false } = {}): Row[] {
  const table = withoutOpening(text)
  const header = /[^\r\n]+/u.exec(table)?.[0] ?? ''
  const delimiter = delimiterOf(header)
  const rows: Row[] = []
  let line = 1
  try {
    parse(table, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // In a text with tabs people write quotation marks as they come.
      relax_quotes: delimiter === '\t',
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      ...(comments && !header.startsWith('#') && { comment: '#', comment_no_infix: true }),
      // Its own count of lines takes a CRLF inside a cell for two.
      on_record(cells: string[], { empty_lines, comment_lines }) {
        rows.push({ cells: cells.map((cell) => shown(cell).trim()), line: line + empty_lines + comment_lines })
        line += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n?|\n/gu)?.length ?? 0), 0)
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const tooLong = error.code === 'CSV_MAX_RECORD_SIZE'
    const passed = Number(error['empty_lines'] ?? 0) + Number(error['comment_lines'] ?? 0)
    throw new FormatError((m) => (tooLong ? m.glossary.rowTooLong(LONGEST_ROW) : m.glossary.brokenCsv), line + passed)
  }
  return rows
}

/** A text whose first comments are blank lines. */
function withoutOpening(text: string): string {
  const whole = text.replace(/^\uFEFF/u, '')
  const start = whole.search(FIRST_ROW)
  return start < 0 ? '' : whole.slice(0, start).replace(/[^\r\n]+/gu, '') + whole.slice(start)
}

/** A spreadsheet runs a cell that begins like a formula; an apostrophe before it says it is text. */
export const harmless = (cell: string): string => (/^'*[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell)
const shown = (cell: string) => (/^'+[=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell)
