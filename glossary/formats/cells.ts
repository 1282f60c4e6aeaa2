import type { Validity } from '../validity.ts'
import { type Column, valuesOf } from './columns.ts'
import type { Problems } from './problems.ts'
import { short } from './short.ts'

/** What a file says for a column, and where it first does. */
export interface Cell {
  text: string
  line: number
}

/** What a file says of one concept or term, by column. */
export type Cells = Map<string, Cell>

/** Add what is said for a column. What is said first stands; something else is left out, and told. */
export function putFirst(cells: Cells, column: string, cell: Cell, problems: Problems): void {
  const there = cells.get(column)
  if (!there) cells.set(column, cell)
  else if (there.text !== cell.text) {
    problems.warning(cell.line, (m) => m.glossary.saidTwice(column, short(there.text), short(cell.text)))
  }
}

/** The cells as part of a concept or a term. */
export const readCells = <Thing extends { validity?: Validity }>(
  columns: Iterable<Column<Thing>>,
  cells: Cells,
  problems: Problems,
): Partial<Thing> =>
  valuesOf(columns, new Map([...cells].map(([column, { text }]) => [column, text])), (problem, column) =>
    problems.error(cells.get(column)!.line, problem),
  )
