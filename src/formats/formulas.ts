/** What makes a spreadsheet take a cell for a formula (OWASP, ASVS 1.2.10), or would once we had put an apostrophe before it. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u

/** A cell no spreadsheet computes: an apostrophe goes before what would start a formula. */
export function neutralised(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell
}

/** The cell as it was before `neutralised`. */
export function restored(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
}
