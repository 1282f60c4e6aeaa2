import { Invalid } from '../errors.ts'

/** A novel of two million characters has thirty thousand. */
const MOST_LINES = 250_000

/** A paragraph of a plain text on one line, and where in the text its lines stand: UTF-16 offsets, `end` exclusive. */
export interface Block {
  text: string
  start: number
  end: number
  /** How many marks of a quotation, as mail programs write them, stand before each of its lines. */
  quoted: number
}

/** The paragraphs of a plain text. How the text breaks its lines is read off the text itself. */
export function blocks(text: string): Block[] {
  const groups = groupsOf(text)
  const wrapped = isWrapped(groups.map((lines) => lines.map(({ text }) => text)))

  const found: Block[][] = []
  for (const lines of groups) {
    const widest = widestOf(lines.map(({ text }) => text))
    for (const [at, line] of lines.entries()) {
      const before = found.at(-1)
      const joins =
        at > 0 && wrapped
          ? !endsParagraph(lines[at - 1]!.text, line.text, widest, at === 1)
          : before?.[0]?.quoted === line.quoted && goesOn(before, line.text, at > 0)
      if (joins) before!.push(line)
      else found.push([line])
    }
  }
  return found.map((lines) => ({ ...lines.at(-1)!, text: joined(lines), start: lines[0]!.start }))
}

/** The lines of a paragraph. A word that is torn at its hyphen keeps it: whether it has one in a line nobody can tell. */
const joined = (lines: readonly Block[]): string =>
  lines
    .map(({ text }, at) => {
      const before = lines[at - 1]?.text
      return before === undefined || (TORN.test(before) && TORN_OFF.test(text)) ? text : ` ${text}`
    })
    .join('')

const TORN = /\p{L}-$/u
/** « pré- et post-colonial » has one that is no word's. */
const TORN_OFF = /^(?!(?:et|ou|à|and|or|to)\s)\p{L}/u

/** The lines of a text without the white space and quotation marks of mail around them, in groups between blank ones. A page ends a line. */
function groupsOf(text: string): Block[][] {
  const groups: Block[][] = [[]]
  let count = 0
  for (const { 0: line, index, 1: before } of text.matchAll(/((?:[^\S\r\n\f]*>)*)[^\r\n\f]*(?:\r\n?|\n|\f|$)/gu)) {
    const own = line.slice(before!.length)
    const words = own.trim()
    const quoted = before!.replace(/[^>]/gu, '').length
    const start = index + before!.length + own.length - own.trimStart().length
    const group = groups.at(-1)!
    if (words === '' && group.length === 0) continue
    count += 1
    if (count > MOST_LINES) throw new Invalid((m) => m.formats.tooManyLines(MOST_LINES))
    if (words === '') groups.push([])
    else if (group.length > 0 && group[0]!.quoted !== quoted) {
      groups.push([{ text: words, start, end: start + words.length, quoted }])
    } else group.push({ text: words, start, end: start + words.length, quoted })
  }
  return groups.filter((lines) => lines.length > 0)
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
function goesOn(before: readonly Block[], after: string, sameBlock: boolean): boolean {
  if (!BEGINS_SMALL.test(after) || MARKED.test(before[0]!.text) || MARKED.test(after)) return false
  if (!/[\p{L}\p{M}\p{N},’'%°-]$/u.test(before.at(-1)!.text)) return false
  // Many short lines are as long as one: what they say together is looked at no further than it takes to tell.
  return !sameBlock || /\s\S+\s/u.test(joined(before.slice(0, 4)))
}
