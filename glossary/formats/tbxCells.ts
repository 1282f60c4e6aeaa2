import type { Validity } from '../validity.ts'
import { type Column, valuesOf } from './columns.ts'
import type { Problems } from './problems.ts'
import { categoryOf, meaningOf, PROSE } from './tbxCategories.ts'
import { readOwn } from './tbxOwn.ts'
import type { Fact } from './tbxReader.ts'

/** What a file says for a column, and where it first does. */
interface Cell {
  text: string
  line: number
}

/** What a file says of one concept or term, by column. */
export type Cells = Map<string, Cell>

/** The column a fact is for and what it says there. Nothing where it cannot be kept, which is a problem then. */
export function cellOf({ category: name, text, line }: Fact, problems: Problems): [string, Cell] | undefined {
  const own = name === 'note' ? readOwn(text) : undefined
  if (own) return [own.column, { text: own.cell, line }]
  const category = categoryOf(name)
  if (!category) {
    problems.once(name, line, (m) => m.tbx.unknownCategory(name))
    return undefined
  }
  const { column, otherwise } = category
  const meaning = meaningOf(category, text)
  if (meaning !== undefined) return [column, { text: meaning, line }]
  problems.once(`${name}: ${text}`, line, (m) => m.tbx.unknownValue(name, text, otherwise))
  return otherwise === undefined ? undefined : [column, { text: otherwise, line }]
}

/** Add what is said for a column. All of its prose is kept; of anything else what is said first. */
export function put(cells: Cells, [column, cell]: [string, Cell], problems: Problems): void {
  const there = cells.get(column)
  if (!there) cells.set(column, cell)
  else if (there.text === cell.text) return
  else if (PROSE.has(column)) cells.set(column, { ...there, text: `${there.text}\n${cell.text}` })
  else problems.warning(cell.line, (m) => m.tbx.saidTwice(column, there.text, cell.text))
}

/** The cells as part of a concept or a term. */
export const readCells = <Thing extends { validity?: Validity }>(
  columns: ReadonlyMap<string, Column<Thing>>,
  cells: Cells,
  problems: Problems,
): Partial<Thing> =>
  valuesOf(columns.values(), new Map([...cells].map(([column, { text }]) => [column, text])), (problem, column) =>
    problems.error(cells.get(column)!.line, problem),
  )
