import type { Kind } from '../unit.ts'
import type { Paragraph } from './document.ts'
import { hasWords, lookOf, type Piece } from './htmlPieces.ts'
import { collapsed, withLineFeeds, withoutEnd, withoutStart } from './htmlSpace.ts'
import type { Span } from './htmlTokens.ts'
import { type Delimiter, type Inline, nest, numbered, pairs } from './inline.ts'

/** A text of a document, and where the markup of each of its codes begins: the start tag of a pair, or the whole. */
export interface HtmlText extends Paragraph {
  markup: readonly Span[]
}

/** The paragraph that pieces make: none without words. Markup around the whole of it, or at its edges, stays outside. */
export function paragraphOf(
  all: readonly Piece[],
  { kind, verbatim }: { kind: Kind; verbatim: boolean },
  source: string,
): HtmlText | undefined {
  if (!all.some((piece) => piece.type === 'text' && hasWords(piece))) return undefined
  const folded = verbatim ? all.map(withLineFeeds) : collapsed(all)
  const pieces = trimmed(withoutEmptyPairs(folded, source), source, verbatim)
  const { text, codes } = numbered(nest(pieces.map((piece) => inline(piece, source))))
  const halves = halvesOf(pieces, source)
  const markup = pieces.filter(({ type }, at) => type !== 'text' && (halves.get(at) ?? at) >= at)
  if (codes.length < markup.length) return undefined
  return {
    kind: kind === 'cell' && isProse(text) ? 'paragraph' : kind,
    text,
    codes,
    slot: { start: pieces[0]!.start, end: pieces.at(-1)!.end, as: verbatim ? 'lines' : 'words' },
    markup,
  }
}

function inline(piece: Piece, source: string): Inline | Delimiter {
  if (piece.type === 'text') return piece.words
  const markup = source.slice(piece.start, piece.end)
  if (piece.type === 'alone') return { open: markup }
  const opens = piece.type === 'open'
  return { name: piece.name, markup, opens, closes: !opens, alone: { open: markup } }
}

/** How many of the pieces before each place are so, and of all. */
function countsOf(pieces: readonly Piece[], isSo: (piece: Piece) => boolean): number[] {
  const counts = [0]
  for (const piece of pieces) counts.push(counts.at(-1)! + (isSo(piece) ? 1 : 0))
  return counts
}

/** The other half of each half of a pair, by place. */
function halvesOf(pieces: readonly Piece[], source: string): Map<number, number> {
  const halves = new Map<number, number>()
  if (pieces.every(({ type }) => type === 'text' || type === 'alone')) return halves
  for (const [close, open] of pairs(pieces.map((piece) => inline(piece, source))).closes) {
    halves.set(open, close).set(close, open)
  }
  return halves
}

const holds = (piece: Piece) => piece.type === 'text' || (piece.type === 'alone' && piece.look === 'break')

/** Pairs that hold no text, such as icons and anchors, each as one piece that stands alone. */
function withoutEmptyPairs(pieces: readonly Piece[], source: string): Piece[] {
  const halves = halvesOf(pieces, source)
  const holding = countsOf(pieces, holds)
  const kept: Piece[] = []
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!
    const end = piece.type === 'open' ? halves.get(at) : undefined
    if (end === undefined || holding[at] !== holding[end]) {
      kept.push(piece)
      continue
    }
    const looks = pieces.slice(at, end).map((inner) => (inner.type === 'alone' ? inner.look : 'unseen'))
    kept.push({ type: 'alone', look: lookOf(looks), start: piece.start, end: pieces[end]!.end })
    at = end
  }
  return kept
}

/** The pieces from the first to the last with words, without white space and markup around all of them. */
function trimmed(pieces: readonly Piece[], source: string, verbatim: boolean): Piece[] {
  const halves = halvesOf(pieces, source)
  const worded = countsOf(pieces, hasWords)
  const isEmpty = (from: number, to: number) => worded[from] === worded[to + 1]
  let [from, to] = [0, pieces.length - 1]
  while (!hasWords(pieces[from]!)) {
    const end = halves.get(from)
    if (end === undefined || end > to) from++
    else if (isEmpty(from, end)) from = end + 1
    else if (!isEmpty(end, to)) break
    else [from, to] = [from + 1, end - 1]
  }
  while (!hasWords(pieces[to]!)) {
    const start = halves.get(to)
    if (start === undefined || start < from) to--
    else if (isEmpty(start, to)) to = start - 1
    else break
  }
  const kept = pieces.slice(from, to + 1)
  kept[0] = withoutStart(kept[0]!, source, verbatim)
  kept[kept.length - 1] = withoutEnd(kept.at(-1)!, source)
  return kept
}

/** Several sentences, in a table made for the look of a page. */
const isProse = (text: string) => text.length > 80 && /\p{Ll}{2}[.!?…][»”"]?\s+[«“"]?\p{Lu}/u.test(text)
