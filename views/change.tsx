import type { FC } from 'hono/jsx'
import type { Concept } from '../glossary/concept.ts'
import { titleOf } from '../glossary/search.ts'
import type { Messages } from '../src/messages/index.ts'
import type { DiffPiece } from '../src/text/edits.ts'
import type { LanguagePair, State } from '../src/unit.ts'
import { ConceptDiff } from './conceptDiff.tsx'
import { Diff } from './diff.tsx'
import { Page, type Shell } from './page.tsx'
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
interface Turned {
  texts: readonly TurnedText[]
  all: number
}

interface ChangePageProps {
  shell: Shell
  path: string
  /** What the form said, to be sent again. */
  fields: Readonly<Record<string, unknown>>
  /** Where somebody goes who leaves it as it is. */
  back: string
  before: Concept | undefined
  /** Nothing where it would be retired. */
  after: Concept | undefined
  /** How many texts hold words that may be about it. */
  judged: number
  breaks: Turned
  mends: Turned
  /** Texts that can be written at once. */
  most: number
  operation: string
}

/** What a change of the glossary would do, before it is done. */
export const ChangePage: FC<ChangePageProps> = (props) => {
  const { shell, path, fields, back, before, after, judged, breaks, mends, most, operation } = props
  const { m } = shell
  const title = titleOf((after ?? before)!, 'fr')
  const offered = breaks.texts.filter(({ rewrite, writes }) => rewrite && writes).length
  return (
    <Page shell={shell} title={m.termbase.changeOf(title)}>
      <h1>{m.termbase.changeOf(title)}</h1>
      {after === undefined ? <p>{m.termbase.wouldRetire}</p> : <ConceptDiff m={m} before={before} after={after} />}
      <p role="status">{m.termbase.wouldTurn(judged, breaks.all, mends.all)}</p>
      <form id="change" method="post" action={path}>
        {Object.entries({ ...fields, operation }).map(([name, value]) => (
          <input type="hidden" name={name} value={String(value)} />
        ))}
        <div class="acts">
          <button class="main" name="apply" value="yes">
            {m.termbase.apply}
          </button>
          {offered > 0 && (
            <button name="apply" value="all">
              {breaks.texts.length < breaks.all ? m.termbase.applyEvery(most) : m.termbase.applyAll(offered)}
            </button>
          )}
          {after !== undefined && (
            <button name="edit" value="yes">
              {m.termbase.goOnEditing}
            </button>
          )}
          <a class="button" href={back}>
            {m.termbase.leave}
          </a>
        </div>
      </form>
      <TurnedTexts m={m} heading={m.termbase.breaks(breaks.all)} {...breaks} />
      <TurnedTexts m={m} heading={m.termbase.mends(mends.all)} {...mends} />
    </Page>
  )
}

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
    <input type="checkbox" form="change" name={`rewrite.${segment.id}`} value={segment.head} />
    {m.termbase.take}
    <input type="hidden" form="change" name={`offered.${segment.id}`} value={segment.head} />
  </label>
)
