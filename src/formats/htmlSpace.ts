import type { Piece } from './htmlPieces.ts'

const REFERENCE =
  '&nbsp;?|&(?:ensp|emsp|thinsp|Tab|NewLine);|&#(?:0*(?:9|10|12|13|32|160|8239)|[xX]0*(?:9|[aAcCdD]|20|[aA]0|202[fF]))(?:;|(?![\\da-fA-F]))'
const WHITE_START = new RegExp(`^(?:\\s|${REFERENCE})+`, 'u')
/** The line end behind the start tag of a block of code is not shown. */
const FIRST_LINE_END = /^(?:\r\n?|\n)/u

/** A piece without the white space in front of its words, however it is written; in code, without the line end there. */
export function withoutStart(piece: Piece, source: string, verbatim: boolean): Piece {
  if (piece.type !== 'text') return piece
  const white = (verbatim ? FIRST_LINE_END : WHITE_START).exec(source.slice(piece.start, piece.end))?.[0] ?? ''
  const words = verbatim ? piece.words.slice(white === '' ? 0 : 1) : piece.words.trimStart()
  return { ...piece, start: piece.start + white.length, words }
}

const WHITE_END = new RegExp(`(?:${REFERENCE})$`, 'u')
/** UTF-16 units of the longest of them that anybody writes. */
const LONGEST_REFERENCE = 12

/** A piece without the white space behind its words. */
export function withoutEnd(piece: Piece, source: string): Piece {
  if (piece.type !== 'text') return piece
  let written = source.slice(piece.start, piece.end)
  for (let length = -1; length !== written.length; ) {
    length = written.length
    written = written.trimEnd()
    const reference = WHITE_END.exec(written.slice(-LONGEST_REFERENCE))?.[0] ?? ''
    written = written.slice(0, written.length - reference.length)
  }
  return { ...piece, end: piece.start + written.length, words: piece.words.trimEnd() }
}

/** Code with the line ends we keep. */
export const withLineFeeds = (piece: Piece): Piece =>
  piece.type === 'text' ? { ...piece, words: piece.words.replace(/\r\n?/gu, '\n') } : piece

/** White space folded as a browser folds it, also across markup. Behind a line end a space says that words part there. */
export function collapsed(pieces: readonly Piece[]): Piece[] {
  let spaced = true
  return pieces.flatMap((piece, at): Piece[] => {
    if (piece.type === 'text') {
      const folded = piece.words.replace(/[ \t\n\f\r]+/gu, ' ')
      const words = spaced && folded.startsWith(' ') ? folded.slice(1) : folded
      if (words === '') return []
      spaced = words.endsWith(' ')
      return [{ ...piece, words }]
    }
    // Nothing between two tags is where a style sheet puts an icon.
    if (piece.type === 'close' && pieces[at - 1]?.type === 'open') spaced = false
    if (piece.type !== 'alone' || piece.look === 'unseen') return [piece]
    spaced = piece.look === 'break'
    return spaced ? [piece, { type: 'text', words: ' ', start: piece.end, end: piece.end }] : [piece]
  })
}
