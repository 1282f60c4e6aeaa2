import type { FC } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'
import type { Code, LanguagePair, State } from '../src/unit.ts'
import { Page, type Shell } from './page.tsx'

/** A text whose verdict a change would turn. */
export interface TurnedText {
  segment: {
    id: number
    documentId: number
    position: number
    source: string
    target: string
    codes: readonly Code[]
    state: State
    languages: LanguagePair
  }
}

interface ChangePageProps {
  shell: Shell
  path: string
  /** What the form said, to be sent again. */
  fields: Readonly<Record<string, unknown>>
  title: string
  retired: boolean
  preview: {
    judged: number
    breaks: readonly TurnedText[]
    mends: readonly TurnedText[]
    counts: { breaks: number; mends: number }
  }
  operation: string
}

/** What a change of the glossary would do, before it is done. */
export const ChangePage: FC<ChangePageProps> = ({ shell, path, fields, title, retired, preview, operation }) => {
  const { m } = shell
  const { judged, breaks, mends, counts } = preview
  return (
    <Page shell={shell} title={m.termbase.changeOf(title)}>
      <h1>{m.termbase.changeOf(title)}</h1>
      {retired && <p>{m.termbase.wouldRetire}</p>}
      <p role="status">{m.termbase.wouldTurn(judged, counts.breaks, counts.mends)}</p>
      <form method="post" action={path}>
        {Object.entries({ ...fields, operation }).map(([name, value]) => (
          <input type="hidden" name={name} value={String(value)} />
        ))}
        <div class="acts">
          <button class="main" name="apply" value="yes">
            {m.termbase.apply}
          </button>
          {!retired && (
            <button name="edit" value="yes">
              {m.termbase.goOnEditing}
            </button>
          )}
          <a class="button" href="/glossary">
            {m.termbase.leave}
          </a>
        </div>
      </form>
      <TurnedTexts m={m} heading={m.termbase.breaks(counts.breaks)} texts={breaks} of={counts.breaks} />
      <TurnedTexts m={m} heading={m.termbase.mends(counts.mends)} texts={mends} of={counts.mends} />
    </Page>
  )
}

const TurnedTexts: FC<{ m: Messages; heading: string; texts: readonly TurnedText[]; of: number }> = (props) => {
  const { m, heading, texts, of } = props
  if (of === 0) return null
  return (
    <section>
      <h2>{heading}</h2>
      <table class="list sentences">
        <tbody>
          {texts.map(({ segment }) => (
            <tr>
              <td>
                {m.looks[segment.state]}
                <br />
                <a href={`/documents/${segment.documentId}?at=${segment.position}#segment-${segment.id}`}>
                  {m.desk.segmentNumber(segment.position)}
                </a>
              </td>
              <td lang={segment.languages.source}>{segment.source}</td>
              <td lang={segment.languages.target}>{segment.target}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {texts.length < of && <p class="muted">{m.termbase.andMore(of - texts.length)}</p>}
    </section>
  )
}
