import type { FC } from 'hono/jsx'
import type { Concept } from '../glossary/concept.ts'
import type { LintFinding } from '../glossary/lint.ts'
import { titleOf } from '../glossary/search.ts'
import { ConceptDiff } from './conceptDiff.tsx'
import { Page, type Shell } from './page.tsx'
import { ApplyButtons, CHANGE, TurnedBoth, type Turns } from './turnedTexts.tsx'

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
  turns: Turns
  /** What the glossary would then say twice, or otherwise than it says elsewhere. */
  findings: readonly LintFinding[]
  operation: string
}

/** What a change of the glossary would do, before it is done. */
export const ChangePage: FC<ChangePageProps> = (props) => {
  const { shell, path, fields, back, before, after, turns, findings, operation } = props
  const { m } = shell
  const title = titleOf((after ?? before)!, 'fr')
  return (
    <Page shell={shell} title={m.termbase.changeOf(title)}>
      <h1>{m.termbase.changeOf(title)}</h1>
      {after === undefined ? <p>{m.termbase.wouldRetire}</p> : <ConceptDiff m={m} before={before} after={after} />}
      {findings.length > 0 && (
        <ul class="findings">
          {findings.map(({ severity, message }) => (
            <li class={`verdict ${severity}`}>
              <b>{m.severities[severity]}</b> {message(m)}
            </li>
          ))}
        </ul>
      )}
      <p role="status">{m.termbase.wouldTurn(turns.judged, turns.breaks.all, turns.mends.all)}</p>
      <form id={CHANGE} method="post" action={path}>
        {Object.entries({ ...fields, operation }).map(([name, value]) => (
          <input type="hidden" name={name} value={String(value)} />
        ))}
        <div class="acts">
          <ApplyButtons m={m} turns={turns} />
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
      <TurnedBoth m={m} turns={turns} />
    </Page>
  )
}
