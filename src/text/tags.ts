import type { Code } from '../unit.ts'
import { type Edit, edited } from './edits.ts'

/** A piece of a tagged text: words, or a tag. `start` and `end` are UTF-16 offsets in the tagged text, `end` exclusive. */
export type Piece =
  | { type: 'text'; text: string; start: number; end: number }
  | { type: 'open' | 'close' | 'alone'; number: number; start: number; end: number }

const TAG = /<(\/?)(\d{1,4})(\/?)>/gu

/** Cut a text at its tags. Only numbers in `codes` are tags; any other `<` is text. */
export function* pieces(text: string, codes: readonly Code[]): Generator<Piece> {
  const paired = new Map(codes.map(({ number, close }) => [number, close !== undefined]))
  let last = 0
  for (const match of text.matchAll(TAG)) {
    const [tag, slash, digits, alone] = match
    const number = Number(digits)
    const pair = paired.get(number)
    if (pair === undefined || String(number) !== digits || (slash && alone) || pair === Boolean(alone)) continue
    const start = match.index
    const end = start + tag.length
    if (start > last) yield { type: 'text', text: text.slice(last, start), start: last, end: start }
    yield { type: alone ? 'alone' : slash ? 'close' : 'open', number, start, end }
    last = end
  }
  if (text.length > last) yield { type: 'text', text: text.slice(last), start: last, end: text.length }
}

/** The numbers a text shows as if they were tags. No code may have one of them, or these words would be taken for it. */
export const literalNumbers = (words: string): ReadonlySet<number> =>
  new Set([...words.matchAll(TAG)].map(([, , digits]) => Number(digits)))

/** The words of a tagged text without its tags, and the way back to where they stood. */
export interface Plain {
  text: string
  /** The span in the tagged text of a span in the plain one. A tag at either edge stays outside. */
  spanOf(start: number, end: number): readonly [start: number, end: number]
}

/** A tagged text without the halves of pairs that have no other half, or cross another pair. */
export function balanced(text: string, codes: readonly Code[]): string {
  const cut = [...pieces(text, codes)]
  const open: { number: number; at: number }[] = []
  const kept = new Set<number>()
  for (const [at, piece] of cut.entries()) {
    if (piece.type === 'open') open.push({ number: piece.number, at })
    if (piece.type !== 'close') continue
    const opening = open.findLastIndex(({ number }) => number === piece.number)
    if (opening < 0) continue
    kept.add(open[opening]!.at).add(at)
    open.length = opening
  }
  return cut
    .filter(({ type }, at) => type === 'text' || type === 'alone' || kept.has(at))
    .map(({ start, end }) => text.slice(start, end))
    .join('')
}

/** A tagged text as its document has it: each tag what it stands for, and the words as `written` has them. */
export function native(text: string, codes: readonly Code[], written = (words: string): string => words): string {
  const table = new Map(codes.map((code) => [code.number, code]))
  return [...pieces(text, codes)]
    .map((piece) => {
      if (piece.type === 'text') return written(piece.text)
      const { open, close = '' } = table.get(piece.number)!
      return piece.type === 'close' ? close : open
    })
    .join('')
}

/** A text with the table of its tags. */
export interface Tagged {
  text: string
  codes: readonly Code[]
}

/** Whether two texts have the same words with the same markup at the same places, whatever the numbers of their tags. */
export const isSame = (one: Tagged, other: Tagged): boolean => unnumbered(one) === unnumbered(other)

function unnumbered({ text, codes }: Tagged): string {
  const markup = new Map(codes.map(({ number, open, close }) => [number, JSON.stringify([open, close])]))
  return Array.from(pieces(text, codes), (piece) =>
    piece.type === 'text' ? piece.text : `\0${piece.type} ${markup.get(piece.number)}\0`,
  ).join('')
}

/** Native code that ends a line or moves on in it: an element of HTML or of Word, a line end itself, or the way programs write one. */
const BREAK = /^(?:<(?:\w+:)?(?:br|cr|ptab)\b[^>]*>|\\?\r?\n|\\n)$/iu

/** A tag that ends a line is the space it makes, where no other stands beside it. */
export function plain(text: string, codes: readonly Code[]): Plain {
  const breaks = new Set(codes.filter(({ open, close }) => close === undefined && BREAK.test(open)).map(numberOf))
  const runs: { at: number; start: number; end: number }[] = []
  let words = ''
  let parted: { start: number; end: number } | undefined
  for (const piece of pieces(text, codes)) {
    const { type, start, end } = piece
    if (type === 'text') {
      if (parted && /\S$/u.test(words) && /^\S/u.test(piece.text)) {
        runs.push({ at: words.length, ...parted })
        words += ' '
      }
      parted = undefined
      runs.push({ at: words.length, start, end })
      words += piece.text
    } else if (type === 'alone' && breaks.has(piece.number)) parted = { start, end }
  }
  /** Where the character before `offset` ends (`edge` 1) or the one at it starts (`edge` 0). */
  const original = (offset: number, edge: 0 | 1) => {
    const nth = lastBefore(runs, offset - edge)
    const { at, start, end } = runs[Math.max(0, nth)] ?? { at: 0, start: 0, end: 0 }
    const next = runs[nth + 1]?.at ?? words.length
    return offset >= next ? end : start + Math.max(0, offset - at)
  }
  return { text: words, spanOf: (start, end) => [original(start, 0), original(end, end > start ? 1 : 0)] }
}

/** The last of the runs that begins at an offset or before it, or -1. They are in order; a text may have thousands. */
function lastBefore(runs: readonly { at: number }[], offset: number): number {
  let [from, to] = [0, runs.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (runs[middle]!.at <= offset) from = middle + 1
    else to = middle
  }
  return from - 1
}

const numberOf = ({ number }: Code) => number

/**
 * A tagged text with edits made to its words; their spans are of the text without tags. No tag is lost or changes its
 * turn: those among words that are replaced stand around what replaces them, so that what was bold stays bold.
 */
export function editedWords(text: string, codes: readonly Code[], edits: readonly Edit[]): string {
  const { spanOf } = plain(text, codes)
  return edited(
    text,
    edits.map(({ start, end, by }) => {
      const [from, to] = spanOf(start, end)
      const tags = [...pieces(text.slice(from, to), codes)].filter(({ type }) => type !== 'text')
      const inside = tags.findIndex(({ type }) => type !== 'open')
      const written = tags.map(({ start, end }) => text.slice(from + start, from + end))
      written.splice(inside < 0 ? tags.length : inside, 0, by)
      return { start: from, end: to, by: written.join('') }
    }),
  )
}
