import type { FC } from 'hono/jsx'
import type { Concept } from '../glossary/concept.ts'
import { TERM_COLUMNS } from '../glossary/formats/columns.ts'
import { OUTCOMES, type Outcome } from '../glossary/ledger.ts'
import { titleOf } from '../glossary/search.ts'
import type { Messages } from '../src/messages/index.ts'
import type { Sentence } from '../src/unit.ts'
import { type AddedRule, ConceptForm } from './conceptForm.tsx'
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
  /** Nothing yet, for a new one. */
  concept: Concept | undefined
  isNew: boolean
  base: number
  history: readonly ConceptThen[]
  usage: Partial<Record<Outcome, number>>
  sentences: readonly SentenceUsing[]
  curates: boolean
  operation: string
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
  const { shell, concept, isNew, base, history, usage, sentences, curates, operation, proposal, problems, rewritten } =
    props
  const { m } = shell
  const title = isNew ? m.termbase.newConcept : titleOf(concept!, 'fr')
  const path = isNew
    ? '/glossary/concepts/new/changes'
    : `/glossary/concepts/${encodeURIComponent(concept!.id)}/changes`
  return (
    <Page shell={shell} title={title}>
      <p>
        <a href="/glossary">{m.termbase.title}</a>
      </p>
      <h1>{title}</h1>
      {concept?.definition !== undefined && !curates && <p lang="en">{concept.definition}</p>}
      {rewritten !== undefined && <p role="status">{m.termbase.rewritten(rewritten)}</p>}
      {problems.length > 0 && (
        <ul class="findings" role="alert">
          {problems.map((problem) => (
            <li class="verdict error">{problem}</li>
          ))}
        </ul>
      )}
      {curates ? (
        <ConceptForm
          m={m}
          path={path}
          concept={concept}
          base={base}
          operation={operation}
          isNew={isNew}
          proposal={proposal}
          rule={props.rule}
        />
      ) : (
        concept && <TermTable m={m} concept={concept} />
      )}
      {!isNew && <UsageSection m={m} usage={usage} sentences={sentences} />}
      {!isNew && <HistorySection m={m} history={history} />}
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

const UsageSection: FC<{ m: Messages; usage: ConceptPageProps['usage']; sentences: readonly SentenceUsing[] }> = (
  props,
) => {
  const { m, usage, sentences } = props
  const all = OUTCOMES.reduce((sum, outcome) => sum + (usage[outcome] ?? 0), 0)
  return (
    <section aria-labelledby="usage">
      <h2 id="usage">{m.termbase.usage}</h2>
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

const HistorySection: FC<{ m: Messages; history: readonly ConceptThen[] }> = ({ m, history }) => (
  <section class="history" aria-labelledby="history">
    <h2 id="history">{m.desk.history}</h2>
    {history.map(({ number, entry, authorName, reason, at }, index) => (
      <details>
        <summary>
          {m.desk.revision(number)} <span class="muted">{authorName ?? m.termbase.withTheDesk}</span>{' '}
          <time class="muted" datetime={at.toISOString()}>
            {m.moment(at)}
          </time>{' '}
          {reason}
        </summary>
        {entry === null ? (
          <p>{m.termbase.retired}</p>
        ) : (
          <ul>
            {changedTerms(entry, history[index + 1]?.entry ?? null).map(([change, text]) => (
              <li>{change === 'added' ? <ins>{text}</ins> : <del>{text}</del>}</li>
            ))}
          </ul>
        )}
      </details>
    ))}
  </section>
)

/** The terms a revision has and the one before had not, and the reverse, each as its row of a glossary would say it. */
function changedTerms(now: Concept, before: Concept | null): (readonly ['added' | 'removed', string])[] {
  const rows = (concept: Concept | null) =>
    new Set(concept?.terms.map((term) => TERM_COLUMNS.flatMap(({ write }) => write(term) ?? []).join(' · ')))
  const [after, earlier] = [rows(now), rows(before)]
  return [
    ...[...after].filter((row) => !earlier.has(row)).map((row) => ['added', row] as const),
    ...[...earlier].filter((row) => !after.has(row)).map((row) => ['removed', row] as const),
  ]
}
