import { FormatError } from '../errors.ts'

/** A cell: its text, and where it stands with its quotation marks. UTF-16 offsets, `end` exclusive. */
export interface Cell {
  text: string
  start: number
  end: number
  quoted: boolean
}

/** A row that is not empty. `line` counts from 1. */
export interface Row {
  cells: Cell[]
  line: number
}

/** As many as fifty thousand rows of ten columns have. */
const MOST_CELLS = 500_000

/**
 * The rows of a table, by RFC 4180. Who parts cells by tabs often puts nothing in quotation marks, and means those that stand
 * there. @throws FormatError on quotation marks that mean nothing.
 */
export function* rowsOf(text: string, delimiter: string): Generator<Row> {
  let cells: Cell[] = []
  let [line, start, at] = [1, 0, 0]
  let count = 0
  while (at <= text.length) {
    if (count + cells.length >= MOST_CELLS) throw new FormatError((m) => m.formats.tooManyCells(MOST_CELLS), line)
    const cell = cellAt(text, at, delimiter, line)
    cells.push(cell)
    at = cell.end + 1
    if (text[cell.end] === delimiter) continue
    if (text.startsWith('\r\n', cell.end)) at++
    if (cells.length > 1 || cell.quoted || cell.text !== '') {
      count += cells.length
      yield { cells, line }
    }
    cells = []
    line += breaksIn(text.slice(start, at))
    start = at
  }
}

const breaksIn = (text: string) => text.match(/\r\n?|\n/gu)?.length ?? 0

function cellAt(text: string, start: number, delimiter: string, line: number): Cell {
  const ends = (at: number) => at >= text.length || text[at] === delimiter || text[at] === '\n' || text[at] === '\r'
  const isLoose = delimiter === '\t'
  if (text[start] === '"') {
    const end = closingQuote(text, start)
    if (end !== undefined && ends(end)) {
      return { text: text.slice(start + 1, end - 1).replaceAll('""', '"'), start, end, quoted: true }
    }
    if (!isLoose && end === undefined) throw new FormatError((m) => m.formats.csvQuote, line)
  }
  let end = start
  while (!ends(end)) end++
  const written = text.slice(start, end)
  if (!isLoose && written.includes('"')) throw new FormatError((m) => m.formats.csvStrayQuote, line)
  return { text: written, start, end, quoted: false }
}

/** Behind the quotation mark that closes what one at `start` opens. */
function closingQuote(text: string, start: number): number | undefined {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at + 1
  }
  return undefined
}
