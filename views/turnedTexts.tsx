import type { FC } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'
import type { DiffPiece } from '../src/text/edits.ts'
import type { LanguagePair, State } from '../src/unit.ts'
import { Diff } from './diff.tsx'
import { addressOfSegment } from './place.ts'

/** A text whose verdict a change would turn. */
export interface TurnedText {
  segment: {
    id: number
    documentId: number
    document: string
    position: number
    source: string
    target: string
    head: number
    state: State
    languages: LanguagePair
  }
  /** What it could say instead. */
  rewrite: readonly DiffPiece[] | undefined
  /** Whether the reader may write it. */
  writes: boolean
}

/** The texts shown, and how many there are. */
export interface Turned {
  texts: readonly TurnedText[]
  all: number
}

/** What a change of the glossary would do to what is written. */
export interface Turns {
  /** How many texts hold words that may be about it. */
  judged: number
  breaks: Turned
  mends: Turned
  /** Texts that can be written at once. */
  most: number
}

/** The id of the form that puts a change into force: what is chosen among its texts belongs to it. */
export const CHANGE = 'change'

/** Put a change into force, with the suggested texts or without. */
export const ApplyButtons: FC<{ m: Messages; turns: Turns }> = ({ m, turns: { breaks, most } }) => {
  const offered = breaks.texts.filter(({ rewrite, writes }) => rewrite && writes).length
  return (
    <>
      <button class="main" name="apply" value="yes">
        {m.termbase.apply}
      </button>
      {offered > 0 && (
        <button name="apply" value="all">
          {breaks.texts.length < breaks.all ? m.termbase.applyEvery(most) : m.termbase.applyAll(offered)}
        </button>
      )}
    </>
  )
}

/** The texts that would not meet the glossary any more, with what they could say instead, and those that would again. */
export const TurnedBoth: FC<{ m: Messages; turns: Turns }> = ({ m, turns: { breaks, mends } }) => (
  <>
    <TurnedTexts m={m} heading={m.termbase.breaks(breaks.all)} {...breaks} />
    <TurnedTexts m={m} heading={m.termbase.mends(mends.all)} {...mends} />
  </>
)

const TurnedTexts: FC<Turned & { m: Messages; heading: string }> = ({ m, heading, texts, all }) => {
  if (all === 0) return null
  return (
    <section>
      <h2>{heading}</h2>
      <table class="list sentences">
        <tbody>
          {texts.map(({ segment, rewrite, writes }) => (
            <tr>
              <td>
                {m.looks[segment.state]}
                <br />
                <a href={addressOfSegment(segment)}>
                  {segment.document}, {m.count(segment.position)}
                </a>
              </td>
              <td lang={segment.languages.source}>{segment.source}</td>
              <td lang={segment.languages.target}>
                {rewrite ? <Diff m={m} pieces={rewrite} language={segment.languages.target} /> : segment.target}
              </td>
              <td>{rewrite && writes && <Take m={m} segment={segment} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {texts.length < all && <p class="muted">{m.termbase.andMore(all - texts.length)}</p>}
    </section>
  )
}

/** Whether a text shall be written so when the change is put into force. */
const Take: FC<{ m: Messages; segment: TurnedText['segment'] }> = ({ m, segment }) => (
  <label class="choice">
    <input type="checkbox" form={CHANGE} name={`rewrite.${segment.id}`} value={segment.head} />
    {m.termbase.take}
    <input type="hidden" form={CHANGE} name={`offered.${segment.id}`} value={segment.head} />
  </label>
)
