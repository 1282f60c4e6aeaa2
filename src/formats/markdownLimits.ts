import { FormatError } from '../errors.ts'

/** Lines that are not blank. A book of five hundred pages has twenty thousand. */
const MOST_LINES = 50_000
/** Cells of tables, told by the bars between them, and tags of HTML, which end where they say so. */
const MOST_BARS = 100_000
/**
 * Steps. Parsers of Markdown look from each sign of a paragraph for the one that ends what it begins: what they do grows with the
 * square of its signs and lines. A paragraph of seven thousand has as many as are allowed, a book a tenth.
 */
const MOST_STEPS = 50_000_000

const SIGNS = /[[\]*_~`<!\\&>@:]/gu
const TAG = /<\/?[a-z][^<>]*>/giu
/** A line that begins a paragraph of its own, whatever stands before it. */
const BEGINS = /^ {0,3}(?:#{1,6}[ \t]|[-+*][ \t]+\S|$)/u

/** More marks of lists and quotations in front of a line than anybody puts there. */
const DEEP = /^[ \t]*(?:(?:[-+*>]|\d{1,9}[.)])[ \t]+){101}/u

/** @throws FormatError on Markdown that takes more time to read than anybody's document. */
export function refuseCostly(text: string): void {
  let [number, lines, bars, steps] = [0, 0, 0, 0]
  /** Of the paragraph we are in. */
  let weight = 0
  for (const [line] of text.matchAll(/[^\r\n]*(?:\r\n?|\n|$)/gu)) {
    number += 1
    const words = line.trim()
    if (DEEP.test(line)) throw new FormatError((m) => m.formats.tooDeep, number)
    if (BEGINS.test(line.trimEnd())) weight = 0
    if (words === '') continue
    lines += 1
    if (lines > MOST_LINES) throw new FormatError((m) => m.formats.tooManyLines(MOST_LINES), number)
    const bare = words.replace(TAG, '|')
    bars += bare.split('|').length - 1
    const own = 1 + (bare.match(SIGNS)?.length ?? 0)
    steps += own * (2 * weight + own)
    weight += own
    if (bars > MOST_BARS || steps > MOST_STEPS) throw new FormatError((m) => m.formats.markdownCostly, number)
  }
}
