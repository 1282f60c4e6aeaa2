/** The sign that parts the header of a table most often. A comma may stand in the name of a column, a tab does not. */
export function delimiterOf(header: string): ',' | ';' | '\t' {
  const outside = header.replace(/"[^"]*"/gu, '')
  if (outside.includes('\t')) return '\t'
  const count = (delimiter: string) => outside.split(delimiter).length
  return count(';') > count(',') ? ';' : ','
}

/** A first line that tells Excel what parts the cells below: `sep=;`. */
export const SEPARATOR_LINE = /^([\r\n]*)sep=[,;\t](?=[\r\n])/iu
