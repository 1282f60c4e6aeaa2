/** UTF-16 units. A person finds a cell again by them. */
const ENOUGH = 80

/** What a sentence quotes of a cell, which may be as long as a book. */
export const short = (cell: string): string =>
  cell.length > ENOUGH ? `${cell.slice(0, ENOUGH).replace(/[\uD800-\uDBFF]$/, '')}…` : cell
