import type { FC } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'
import type { DiffPiece } from '../src/text/edits.ts'

interface DiffProps {
  m: Messages
  pieces: readonly DiffPiece[]
  /** Of the text. */
  language: string
}

/** A text before and after in one: what went is struck out, what came is underlined, and both are said aloud. */
export const Diff: FC<DiffProps> = ({ m, pieces, language }) => (
  <span lang={language}>
    {pieces.map(({ kind, text }) => {
      if (kind === 'same') return text
      const said = (
        <span class="visually-hidden" lang={m.language.tag}>
          {m.diff[kind]}{' '}
        </span>
      )
      return kind === 'removed' ? (
        <del>
          {said}
          {text}
        </del>
      ) : (
        <ins>
          {said}
          {text}
        </ins>
      )
    })}
  </span>
)
