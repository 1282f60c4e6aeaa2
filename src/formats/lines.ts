/** The paragraphs of a plain text, each on one line. How the text breaks its lines is read off the text itself. */
export function blocks(text: string): string[] {
  const groups = text
    .split(/\n(?:[^\S\n]*\n)+/u)
    .map((group) =>
      group
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .filter((group) => group.length > 0)
  const wrapped = isWrapped(groups)

  const found: string[] = []
  for (const lines of groups) {
    const widest = widestOf(lines)
    for (const [at, line] of lines.entries()) {
      const before = found.at(-1)
      const joins =
        at > 0 && wrapped
          ? !endsParagraph(lines[at - 1]!, line, widest, at === 1)
          : before !== undefined && goesOn(before, line, at > 0)
      if (joins) found[found.length - 1] = `${before} ${line}`
      else found.push(line)
    }
  }
  return found
}

const SENTENCE_END = /[.!?…:;][\s»”’"')\]*]*$/u
const MARKED = /^(?:#{1,6}\s|[-–—•●▪◦‣·*+]\s|\d{1,3}[.)]\s|[-*_=~]{3,}$)/u
const BEGINS_SMALL = /^\p{Ll}/u
/** Nobody wraps a text narrower or wider than this. */
const [NARROWEST, WIDEST] = [40, 120]

const widestOf = (lines: readonly string[]) => lines.reduce((widest, { length }) => Math.max(widest, length), 0)

/** A line is full where the first word of the next one would hardly have fitted. */
function isFull(line: string, next: string, widest: number): boolean {
  const [word = ''] = next.split(/\s/u, 1)
  return line.length + 1 + word.length > widest * 0.85
}

/** More lines stop in the middle of a sentence because they are full than stop where a paragraph would. */
function isWrapped(groups: readonly string[][]): boolean {
  let balance = 0
  for (const lines of groups) {
    const widest = widestOf(lines)
    if (widest < NARROWEST || widest > WIDEST) continue
    for (const [at, line] of lines.slice(0, -1).entries()) {
      const next = lines[at + 1]!
      if (MARKED.test(next)) continue
      const full = isFull(line, next, widest)
      if (!SENTENCE_END.test(line)) balance += full || BEGINS_SMALL.test(next) ? 1 : -1
      else if (!full) balance -= 1
    }
  }
  return balance > 0
}

/** In a wrapped text: a short last line, a headline above its text, or a mark in front of the next one. */
function endsParagraph(line: string, next: string, widest: number, first: boolean): boolean {
  if (MARKED.test(next) || /^#{1,6}\s/u.test(line)) return true
  if (isFull(line, next, widest)) return false
  return SENTENCE_END.test(line) || (first && !BEGINS_SMALL.test(next) && !line.endsWith(','))
}

/** A sentence torn in two: it has not ended, and what follows begins small. One or two words alone are rather a list. */
function goesOn(before: string, after: string, sameBlock: boolean): boolean {
  if (!BEGINS_SMALL.test(after) || MARKED.test(before) || MARKED.test(after)) return false
  if (!/[\p{L}\p{M}\p{N},’'%°-]$/u.test(before)) return false
  return !sameBlock || /\s\S+\s/u.test(before)
}
