import type { Span } from './htmlTokens.ts'

/** What markup that stands alone is to the reader: the end of a line, something seen, words that stay, or nothing. */
export type Look = 'words' | 'break' | 'seen' | 'unseen'

/** The look of several things together. */
export const lookOf = (looks: readonly Look[]): Look => LOOKS.find((look) => looks.includes(look)) ?? 'unseen'
const LOOKS: readonly Look[] = ['words', 'break', 'seen']

/** A piece of what stands between two blocks. */
export type Piece =
  | (Span & { type: 'text'; words: string })
  | (Span & { type: 'open' | 'close'; name: string })
  | (Span & { type: 'alone'; look: Look })

/** Whether a piece shows words: its own, or such as stay. */
export const hasWords = (piece: Piece): boolean =>
  piece.type === 'text' ? /\S/u.test(piece.words) : piece.type === 'alone' && piece.look === 'words'
