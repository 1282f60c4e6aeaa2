import type { FC } from 'hono/jsx'
import type { Concept } from '../glossary/concept.ts'
import { OUTCOMES, type Outcome } from '../glossary/ledger.ts'
import { titleOf } from '../glossary/search.ts'
import type { Messages } from '../src/messages/index.ts'
import type { Sentence } from '../src/unit.ts'
import { ConceptDiff } from './conceptDiff.tsx'
import { type AddedRule, ConceptForm } from './conceptForm.tsx'
import { Judging } from './glossary.tsx'
import { Page, type Shell } from './page.tsx'
import { Sentences } from './sentences.tsx'

/** A concept as it was put into force; nothing where it was retired. */
export interface ConceptThen {
  number: number
  entry: Concept | null
  authorName: string | null
  reason: string
  at: Date
}

/** A segment in which the concept stands, and what became of it there. */
export interface SentenceUsing extends Sentence {
  outcome: Outcome
}

interface ConceptPageProps {
  shell: Shell
  /** None yet, for a new one. */
  id: string | undefined
  /** As it is in force, or as somebody would have it; nothing where it is retired. */
  concept: Concept | undefined
  inForce: boolean
  base: number
  history: readonly ConceptThen[]
  usage: Partial<Record<Outcome, number>>
  sentences: readonly SentenceUsing[]
  /** How many texts are still to be judged by what is in force. */
  unjudged: number
  curates: boolean
  operation: string
  /** Why it is to be changed, as far as somebody said. */
  reason: string
  /** The proposal that would become this concept. */
  proposal?: { id: number; proposedByName: string } | undefined
  problems: readonly string[]
  /** How many texts were written with the change just made. */
  rewritten?: number | undefined
  /** What a waiver would have the form add. */
  rule?: AddedRule | undefined
}

/** A concept: its terms, how it is used and with what sentences, and who made it what it is. */
export const ConceptPage: FC<ConceptPageProps> = (props) => {
  const { shell, id, concept, inForce, base, history, curates, operation, reason, proposal, problems, rewritten } =
    props
  const { m } = shell
  const newest = history.find(({ entry }) => entry !== null)?.entry
  const title = id === undefined ? m.termbase.newConcept : titleOf(concept ?? newest ?? { id, terms: [] }, 'fr')
  const isRetired = id !== undefined && !inForce
  return (
    <Page shell={shell} title={title}>
      <p>
        <a href="/glossary">{m.termbase.title}</a>
      </p>
      <h1>{title}</h1>
      {isRetired && <p class="notice">{m.termbase.retired}</p>}
      {concept?.definition !== undefined && !curates && <p lang="en">{concept.definition}</p>}
      {rewritten !== undefined && <p role="status">{m.termbase.rewritten(rewritten)}</p>}
      {problems.length > 0 && (
        <ul class="findings" role="alert">
          {problems.map((problem) => (
            <li class="verdict error">{problem}</li>
          ))}
        </ul>
      )}
      {curates && (concept !== undefined || id === undefined) ? (
        <ConceptForm
          m={m}
          path={`/glossary/concepts/${id === undefined ? 'new' : encodeURIComponent(id)}/changes`}
          concept={concept}
          base={base}
          operation={operation}
          isNew={!inForce}
          reason={reason}
          proposal={proposal}
          rule={props.rule}
        />
      ) : (
        concept && <TermTable m={m} concept={concept} />
      )}
      {inForce && <UsageSection m={m} {...props} />}
      {id !== undefined && <HistorySection m={m} id={id} history={history} curates={curates} />}
    </Page>
  )
}

const TermTable: FC<{ m: Messages; concept: Concept }> = ({ m, concept }) => (
  <table class="list">
    <tbody>
      {concept.terms.map((term) => (
        <tr>
          <td>{m.languages(term.language)}</td>
          <th scope="row" lang={term.language}>
            {term.text}
          </th>
          <td>{m.termbase.statuses[term.status]}</td>
          <td class="muted">{term.note ?? ''}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

type UsageProps = { m: Messages } & Pick<ConceptPageProps, 'usage' | 'sentences' | 'unjudged'>

const UsageSection: FC<UsageProps> = ({ m, usage, sentences, unjudged }) => {
  const all = OUTCOMES.reduce((sum, outcome) => sum + (usage[outcome] ?? 0), 0)
  return (
    <section aria-labelledby="usage">
      <h2 id="usage">{m.termbase.usage}</h2>
      <Judging m={m} unjudged={unjudged} />
      {all === 0 ? (
        <p class="muted">{m.termbase.unused}</p>
      ) : (
        <p>
          {OUTCOMES.filter((outcome) => usage[outcome]).map((outcome, at) => (
            <>
              {at > 0 && ' · '}
              <span class={`look ${outcome}`}>{m.outcomes[outcome]}</span>{' '}
              {m.termbase.share(usage[outcome]!, usage[outcome]! / all)}
            </>
          ))}
        </p>
      )}
      <Sentences
        m={m}
        sentences={sentences}
        about={({ outcome }) => <span class={`look ${outcome}`}>{m.outcomes[outcome]}</span>}
      />
    </section>
  )
}

interface HistoryProps {
  m: Messages
  id: string
  history: readonly ConceptThen[]
  curates: boolean
}

const HistorySection: FC<HistoryProps> = ({ m, id, history, curates }) => (
  <section class="history" aria-labelledby="history">
    <h2 id="history">{m.desk.history}</h2>
    {history.map(({ number, entry, authorName, reason, at }, index) => (
      <details>
        <summary>
          {m.termbase.revision(number)} <span class="muted">{authorName ?? m.termbase.withTheDesk}</span>{' '}
          <time class="muted" datetime={at.toISOString()}>
            {m.moment(at)}
          </time>{' '}
          {reason}
        </summary>
        {entry === null && <p>{m.termbase.retired}</p>}
        <ConceptDiff m={m} before={history[index + 1]?.entry ?? undefined} after={entry ?? undefined} />
        {curates && entry !== null && index > 0 && (
          <a href={`/glossary/concepts/${encodeURIComponent(id)}?revision=${number}`}>{m.termbase.restore}</a>
        )}
      </details>
    ))}
  </section>
)
