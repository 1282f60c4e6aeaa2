import type { FC } from 'hono/jsx'
import type { Outcome } from '../glossary/ledger.ts'
import type { Messages } from '../src/messages/index.ts'
import { pieces } from '../src/text/tags.ts'
import type { Code } from '../src/unit.ts'
import { Tag } from './tag.tsx'

/** How a span of a text is underlined. `open`: nothing is translated yet, so nothing is wrong. */
export type Look = Outcome | 'open' | 'forbidden' | 'superseded'

/** UTF-16 offsets in the tagged text, `end` exclusive. `title` is what the pointer and the screen reader learn of it. */
export interface Mark {
  start: number
  end: number
  look: Look
  title: string
}

interface MarkedProps {
  text: string
  codes: readonly Code[]
  marks: readonly Mark[]
  /** The tags that a click inserts into the translation. */
  insertable?: { m: Messages; tags: readonly number[] } | undefined
}

/** A text with its terms underlined and its tags as chips. Where marks overlap, the first one stands. */
export const Marked: FC<MarkedProps> = ({ text, codes, marks, insertable }) => (
  <>
    {[...pieces(text, codes)].flatMap((piece) =>
      piece.type === 'text'
        ? cut(piece.start, piece.end, marks).map(({ start, end, mark }) =>
            mark === undefined ? (
              text.slice(start, end)
            ) : (
              <mark class={mark.look} title={mark.title}>
                {text.slice(start, end)}
              </mark>
            ),
          )
        : [
            <Tag
              type={piece.type}
              number={piece.number}
              codes={codes}
              insertable={insertable?.tags.includes(piece.number) ? insertable.m : undefined}
            />,
          ],
    )}
  </>
)

interface Run {
  start: number
  end: number
  mark?: Mark
}

/** The stretches of a span, each under one mark or none. */
function cut(start: number, end: number, marks: readonly Mark[]): Run[] {
  const runs: Run[] = []
  let at = start
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(mark.start, at)
    const to = Math.min(mark.end, end)
    if (from >= to) continue
    if (from > at) runs.push({ start: at, end: from })
    runs.push({ start: from, end: to, mark })
    at = to
  }
  if (at < end) runs.push({ start: at, end })
  return runs
}
