import { type Cell, type Cells, putFirst } from './cells.ts'
import type { Problems } from './problems.ts'
import { short } from './short.ts'
import { categoryOf, meaningOf, PROSE } from './tbxCategories.ts'
import { readOwn } from './tbxOwn.ts'
import type { Fact } from './tbxReader.ts'

/** The column a fact is for and what it says there. Nothing where it cannot be kept, which is a problem then. */
export function cellOf({ category: name, text, line }: Fact, problems: Problems): [string, Cell] | undefined {
  const own = name === 'note' ? readOwn(text) : undefined
  if (own) return [own.column, { text: own.cell, line }]
  const category = categoryOf(name)
  if (!category) {
    problems.once(name, line, (m) => m.tbx.unknownCategory(short(name)))
    return undefined
  }
  const { column, otherwise } = category
  const meaning = meaningOf(category, text)
  if (meaning !== undefined) return [column, { text: meaning, line }]
  problems.once(`${name}: ${text}`, line, (m) => m.tbx.unknownValue(name, short(text), otherwise))
  return otherwise === undefined ? undefined : [column, { text: otherwise, line }]
}

/** Add what is said for a column. All of its prose is kept; of anything else what is said first. */
export function put(cells: Cells, [column, cell]: [string, Cell], problems: Problems): void {
  const there = cells.get(column)
  if (there && there.text !== cell.text && PROSE.has(column)) {
    cells.set(column, { ...there, text: `${there.text}\n${cell.text}` })
  } else putFirst(cells, column, cell, problems)
}
