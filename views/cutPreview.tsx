import type { FC } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'
import type { Recut } from '../src/segmentation/preview.ts'
import type { Segment } from '../src/segmentation/segment.ts'
import { plain } from '../src/text/tags.ts'

export interface CutPreviewProps {
  m: Messages
  language: string
  /** The name of the document; nothing for a text somebody pasted. */
  of: string | undefined
  preview: { paragraphs: number; changed: number; shown: readonly Recut[] }
}

/** What another way of cutting does to a document: each paragraph that changes, as it is cut now and as it would be. */
export const CutPreview: FC<CutPreviewProps> = ({ m, language, of, preview: { paragraphs, changed, shown } }) => (
  <section id="preview" class="cuts" aria-label={m.cutting.preview}>
    <p role="status">
      {of !== undefined && <b>{of}: </b>}
      {m.cutting.changed(changed, paragraphs)}
    </p>
    {shown.map(({ paragraph, before, after }) => {
      const [now, later] = [pieces(before), pieces(after)]
      return (
        <section>
          <h3>{m.cutting.paragraph(paragraph)}</h3>
          <dl>
            <dt>{m.cutting.now}</dt>
            <dd lang={language}>
              <Cut m={m} pieces={now} other={later} />
            </dd>
            <dt>{m.cutting.after}</dt>
            <dd lang={language}>
              <Cut m={m} pieces={later} other={now} />
            </dd>
          </dl>
        </section>
      )
    })}
    {changed > shown.length && <p class="muted">{m.termbase.andMore(changed - shown.length)}</p>}
  </section>
)

/** A segment's text, and how many characters of its paragraph stand in front of it: white space is not counted. */
interface Piece {
  text: string
  at: number
}

function pieces(segments: readonly Segment[]): Piece[] {
  let at = 0
  return segments.map(({ text, codes }) => {
    const words = plain(text, codes).text
    const piece = { text: words, at }
    at += words.replace(/\s/gu, '').length
    return piece
  })
}

const Cut: FC<{ m: Messages; pieces: readonly Piece[]; other: readonly Piece[] }> = ({ m, pieces, other }) => (
  <>
    {pieces.map(({ text, at }, index) => (
      <>
        {index > 0 && <Seam m={m} changed={!other.some((piece) => piece.at === at)} />}
        {text}
      </>
    ))}
  </>
)

/** Where a segment ends and the next begins: one bar where both cuts have it, a double one where only this has. */
const Seam: FC<{ m: Messages; changed: boolean }> = ({ m, changed }) => (
  <span class={changed ? 'seam changed' : 'seam'}>
    <span class="visually-hidden" lang={m.language.tag}>
      {' '}
      {changed ? m.cutting.seamHere : m.cutting.seam}{' '}
    </span>
  </span>
)
