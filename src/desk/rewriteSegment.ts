import type { SegmentRow } from '../../db/segments.ts'
import { rewriteOf } from '../../glossary/rewrite.ts'
import { type DiffPiece, piecesOf } from '../text/edits.ts'
import { editedWords } from '../text/tags.ts'
import type { Desk } from './desk.ts'
import type { Verdict } from './judgeSegment.ts'

/** A text as a changed glossary would have it, with its tags, and what of its words would be another. */
export interface Rewritten {
  target: string
  pieces: readonly DiffPiece[]
}

/** What a text could say under the glossary of `desk`, from its verdicts before and under it; nothing where we do not know. */
export function rewriteSegment(
  desk: Pick<Desk, 'termbase'>,
  { target, codes, languages }: SegmentRow,
  before: Verdict,
  { words }: Verdict,
): Rewritten | undefined {
  const changed = { source: words.source, target: words.target, before: before.words.ledger, after: words.ledger }
  const rewrite = rewriteOf(desk.termbase(languages), changed, words.situation)
  return (
    rewrite && {
      target: editedWords(target, codes, rewrite.edits),
      pieces: piecesOf(words.target, rewrite.edits),
    }
  )
}
