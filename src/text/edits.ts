/** Words of a text to be written otherwise: UTF-16 offsets in it, `end` exclusive. */
export interface Edit {
  start: number
  end: number
  by: string
}

/** A stretch of a text that was edited: what stayed, what went, what came. */
export interface DiffPiece {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** A text with its edits made. They come in its order, and none overlaps another. */
export function edited(text: string, edits: readonly Edit[]): string {
  let written = ''
  let at = 0
  for (const { start, end, by } of edits) {
    written += text.slice(at, start) + by
    at = end
  }
  return written + text.slice(at)
}

/** A text and its edits, piece by piece: without what came it is the text before, without what went the one after. */
export function piecesOf(text: string, edits: readonly Edit[]): DiffPiece[] {
  const pieces: DiffPiece[] = []
  let at = 0
  for (const { start, end, by } of edits) {
    pieces.push(
      { kind: 'same', text: text.slice(at, start) },
      { kind: 'removed', text: text.slice(start, end) },
      { kind: 'added', text: by },
    )
    at = end
  }
  pieces.push({ kind: 'same', text: text.slice(at) })
  return pieces.filter(({ text }) => text !== '')
}
