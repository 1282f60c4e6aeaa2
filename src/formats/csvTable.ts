import { FormatError } from '../errors.ts'
import { delimiterOf, SEPARATOR_LINE } from '../text/delimiter.ts'
import type { Edit } from '../text/edits.ts'
import { withLineFeeds } from '../text/kept.ts'
import { type LanguagePair, type Slot, STATES, type Unit } from '../unit.ts'
import { type Columns, columnsOf, unitOf } from './csvReader.ts'
import { type Cell, type Row, rowsOf } from './csvRows.ts'
import type { Replacement } from './document.ts'
import { neutralised, restored } from './formulas.ts'

/** Texts for the cells of a row, by column. */
export type Change = ReadonlyMap<number, string>
/** A table of sources and translations, and where in its file its cells stand. */
export class Table {
  readonly #delimiter: string
  readonly #header: Row
  readonly #columns: Columns & { title: string }
  /** Where the state of a translation stands; nowhere, where no column says it. */
  readonly #state: number
  /** Apostrophes stand before what a spreadsheet would compute. */
  readonly #guarded: boolean
  readonly rows: readonly Row[]

  constructor(text: string, languages: LanguagePair) {
    const named = text.replace(SEPARATOR_LINE, '')
    this.#delimiter = delimiterOf(/[^\r\n]+/u.exec(named)?.[0] ?? '')
    const [header, ...rows] = [...rowsOf(text, this.#delimiter)].slice(named === text ? 0 : 1)
    if (header === undefined) throw new FormatError((m) => m.formats.csvEmpty, 1)
    this.#header = header
    this.#columns = columnsIn(header, languages)
    this.rows = rows
    for (const { cells, line } of rows) {
      if (cells.slice(header.cells.length).some(({ text }) => text !== ''))
        throw new FormatError((m) => m.formats.csvRagged, line)
    }
    this.#state = titlesOf(header).indexOf('state')
    const sources = rows.map(({ cells }) => cells[this.#columns.source]?.text ?? '')
    this.#guarded = !this.#columns.isExact && isGuarded(titlesOf(header), sources)
  }

  unitOf({ cells, line }: Row): Unit {
    const texts = cells.map(({ text }) => (this.#guarded ? restored(text) : text))
    while (texts.length <= Math.max(this.#header.cells.length, this.#columns.target)) texts.push('')
    return unitOf(texts, this.#columns, line)
  }

  /** The cell of the translation, or the end of a row that has none. */
  slotOf({ cells }: Row): Slot {
    const { start, end } = cells[this.#columns.target] ?? endOf(cells)
    return { start, end }
  }

  /** What differs from the table. A text that stayed as it was takes no state from it. */
  changeOf(row: Row, { text, state }: Replacement): Change {
    const unit = this.unitOf(row)
    const isOther = text !== withLineFeeds(unit.target)
    const isFurther = text !== '' && STATES.indexOf(state) > STATES.indexOf(unit.state)
    const changed = new Map<number, string>()
    if (isOther) changed.set(this.#columns.target, text)
    if (this.#state >= 0 && state !== unit.state && (isOther || isFurther)) changed.set(this.#state, state)
    return changed
  }

  /** A title for translations, where there is none. */
  titleEdits(): Edit[] {
    const { target, title } = this.#columns
    return target < this.#header.cells.length ? [] : this.#edits(this.#header, new Map([[target, title]]))
  }

  rowEdits(row: Row, change: Change): Edit[] {
    const { target } = this.#columns
    const addsCell = target >= this.#header.cells.length && !change.has(target)
    return this.#edits(row, addsCell ? new Map([...change, [target, '']]) : change)
  }

  #edits({ cells }: Row, change: Change): Edit[] {
    const like = cells[this.#columns.source]
    const edits = cells.flatMap((cell, column): Edit[] => {
      const text = change.get(column)
      return text === undefined
        ? []
        : [{ start: cell.start, end: cell.end, by: this.#written(text, cell.quoted, like) }]
    })
    const missing = Math.max(0, ...[...change.keys()].map((column) => column + 1 - cells.length))
    if (missing === 0) return edits
    const added = Array.from({ length: missing }, (_, at) => {
      const text = change.get(cells.length + at)
      return this.#delimiter + (text === undefined ? '' : this.#written(text, like?.quoted === true, like))
    })
    return [...edits, { ...endOf(cells), by: added.join('') }]
  }

  /** The text of a cell, in quotation marks where it has to be, with the line ends of the source beside it. */
  #written(text: string, quoted: boolean, like: Cell | undefined): string {
    const cell = (this.#guarded ? neutralised(text) : text).replaceAll(
      '\n',
      like?.text.includes('\r\n') ? '\r\n' : '\n',
    )
    const isPlain = this.#delimiter === '\t' ? /^(?!["\s])[^\t\r\n]*(?<!\s)$/u : /^(?!\s)[^",;\r\n]*(?<!\s)$/u
    return quoted || !isPlain.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  }
}

const endOf = (cells: readonly Cell[]) => {
  const { end } = cells.at(-1)!
  return { start: end, end }
}

const titlesOf = ({ cells }: Row) => cells.map(({ text }) => text.trim().toLowerCase())

/** What the columns mean; a table without one for translations has it behind its last. */
function columnsIn(header: Row, languages: LanguagePair): Columns & { title: string } {
  const titles = header.cells.map(({ text }) => text)
  const title = titlesOf(header).includes('source') ? 'target' : languages.target
  try {
    return { ...columnsOf(titles, languages, header.line), title }
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    return { ...columnsOf([...titles, title], languages, header.line), title }
  }
}

/** A column that only our own downloads have. */
const OURS = 'codes'

/** Whether apostrophes stand before what a spreadsheet would compute: the table is ours, or its sources show it. */
function isGuarded(titles: readonly string[], sources: readonly string[]): boolean {
  const isBare = (text: string) => !text.startsWith("'") && neutralised(text) !== text
  if (sources.some(isBare)) return false
  return titles.includes(OURS) || sources.some((text) => restored(text) !== text)
}
