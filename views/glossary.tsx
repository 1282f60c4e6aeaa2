import type { FC } from 'hono/jsx'
import type { Concept, Term, TermStatus } from '../glossary/concept.ts'
import { TERM_STATUSES } from '../glossary/concept.ts'
import { GLOSSARY_FORMATS } from '../glossary/formats/index.ts'
import { titleOf } from '../glossary/search.ts'
import type { Messages } from '../src/messages/index.ts'
import { Page, type Shell } from './page.tsx'

export interface GlossaryPageProps {
  shell: Shell
  concepts: readonly Concept[]
  /** How many there are like these, and in all. */
  found: number
  all: number
  from: number
  page: number
  wanted: { q: string; subject: string; status?: TermStatus | undefined; ruled: boolean; waived: boolean }
  /** How often the concepts are waived, where that is asked for. */
  shares: ReadonlyMap<string, { waived: number; all: number }>
  /** The proposal a concept is looked for. */
  proposal?: { id: number; source: string } | undefined
  subjects: readonly string[]
  curates: boolean
  /** How much waits on the pages of the glossary. */
  waiting: { proposals: number; stale: number }
  unjudged: number
  /** How many texts were written with the change just made. */
  rewritten?: number | undefined
}

/** The termbase: looked through, searched, and the way to a concept. */
export const GlossaryPage: FC<GlossaryPageProps> = (props) => {
  const { shell, concepts, found, all, wanted, shares, proposal, subjects, curates, waiting, unjudged } = props
  const { m } = shell
  return (
    <Page shell={shell} title={m.termbase.title}>
      <div class="row">
        <h1>{m.termbase.title}</h1>
        <span class="muted">{m.termbase.concepts(all)}</span>
        <span class="grow" />
        <details class="menu">
          <summary class="button">{m.desk.export}</summary>
          <div class="sheet">
            {GLOSSARY_FORMATS.map(({ id }) => (
              <a href={`/glossary/export?format=${id}`} download>
                {m.termbase.formats[id] ?? id.toUpperCase()}
              </a>
            ))}
          </div>
        </details>
        {curates && (
          <a class="button" href="/glossary/imports">
            {m.imports.link}
          </a>
        )}
        {curates && (
          <a class="button main" href="/glossary/concepts/new">
            {m.termbase.newConcept}
          </a>
        )}
      </div>
      <nav class="filters" aria-label={m.termbase.title}>
        {[
          { page: 'proposals', title: m.proposals.title, count: waiting.proposals },
          { page: 'candidates', title: m.candidates.title },
          { page: 'stale', title: m.stale.title, count: waiting.stale },
          { page: 'findings', title: m.termbase.findings },
          { page: 'retired', title: m.retired.title },
        ].map(({ page, title, count }) => (
          <a class="chip" href={`/glossary/${page}`}>
            {title} {count !== undefined && <span class="count">{m.count(count)}</span>}
          </a>
        ))}
      </nav>
      {props.rewritten !== undefined && <p role="status">{m.termbase.rewritten(props.rewritten)}</p>}
      <Judging m={m} unjudged={unjudged} />
      {proposal && <p class="notice">{m.proposals.chooseFor(proposal.source)}</p>}
      <search>
        <form class="filters search" method="get" action="/glossary">
          <input
            type="search"
            name="q"
            value={wanted.q}
            placeholder={m.termbase.search}
            aria-label={m.termbase.search}
            data-search
          />
          <select name="subject" aria-label={m.termbase.subject}>
            <option value="">{m.termbase.anySubject}</option>
            {subjects.map((subject) => (
              <option selected={subject === wanted.subject}>{subject}</option>
            ))}
          </select>
          <select name="status" aria-label={m.termbase.status}>
            <option value="">{m.termbase.anyStatus}</option>
            {TERM_STATUSES.map((status) => (
              <option value={status} selected={status === wanted.status}>
                {m.termbase.statuses[status]}
              </option>
            ))}
          </select>
          <label>
            <input type="checkbox" name="ruled" checked={wanted.ruled} /> {m.termbase.ruled}
          </label>
          <label>
            <input type="checkbox" name="waived" checked={wanted.waived} /> {m.termbase.oftenWaived}
          </label>
          {proposal && <input type="hidden" name="proposal" value={proposal.id} />}
          <button>{m.termbase.find}</button>
        </form>
      </search>
      {concepts.length === 0 ? (
        <p class="muted empty">{m.termbase.nothing}</p>
      ) : (
        <table class="list concepts">
          <thead>
            <tr>
              <th scope="col">{m.languages('fr')}</th>
              <th scope="col">{m.languages('en')}</th>
              <th scope="col">{m.termbase.subject}</th>
              {wanted.waived && <th scope="col">{m.outcomes.waived}</th>}
            </tr>
          </thead>
          <tbody>
            {concepts.map((concept) => (
              <ConceptRow
                m={m}
                concept={concept}
                share={shares.get(concept.id)}
                query={proposal ? `?proposal=${proposal.id}` : ''}
              />
            ))}
          </tbody>
        </table>
      )}
      <Pages {...props} found={found} />
    </Page>
  )
}

interface ConceptRowProps {
  m: Messages
  concept: Concept
  share?: { waived: number; all: number } | undefined
  query: string
}

const ConceptRow: FC<ConceptRowProps> = ({ m, concept, share, query }) => {
  const title = titleOf(concept, 'fr')
  const inLanguage = (language: string) => concept.terms.filter((term) => term.language.startsWith(language))
  const others = inLanguage('fr').filter(({ text }) => text !== title)
  return (
    <tr>
      <th scope="row" lang="fr">
        <a href={`/glossary/concepts/${encodeURIComponent(concept.id)}${query}`}>{title}</a>
        {others.length > 0 && (
          <div class="muted">
            <Terms m={m} terms={others} />
          </div>
        )}
      </th>
      <td lang="en">
        <Terms m={m} terms={inLanguage('en')} />
      </td>
      <td class="muted">{concept.subject ?? ''}</td>
      {share && <td data-label={m.outcomes.waived}>{m.termbase.share(share.waived, share.waived / share.all)}</td>}
    </tr>
  )
}

/** The terms of a language, the best first; what is not allowed is struck through and says so. */
const Terms: FC<{ m: Messages; terms: readonly Term[] }> = ({ m, terms }) => (
  <>
    {TERM_STATUSES.flatMap((status) => terms.filter((term) => term.status === status)).map(({ text, status }, at) => (
      <>
        {at > 0 && ', '}
        {status === 'forbidden' || status === 'superseded' ? (
          <del title={m.termbase.statuses[status]}>{text}</del>
        ) : status === 'preferred' ? (
          <b>{text}</b>
        ) : (
          text
        )}
      </>
    ))}
  </>
)

const Pages: FC<GlossaryPageProps> = ({ shell: { m }, wanted, proposal, found, from, page }) => {
  const at = (start: number) => {
    const query = new URLSearchParams({ q: wanted.q, subject: wanted.subject, from: String(start) })
    if (wanted.status) query.set('status', wanted.status)
    if (wanted.ruled) query.set('ruled', 'on')
    if (wanted.waived) query.set('waived', 'on')
    if (proposal) query.set('proposal', String(proposal.id))
    return `/glossary?${query}`
  }
  return (
    <nav class="row" aria-label={m.termbase.pages}>
      {from > 0 && <a href={at(Math.max(0, from - page))}>{m.termbase.before}</a>}
      <span class="muted">{m.termbase.shown(Math.min(from + 1, found), Math.min(from + page, found), found)}</span>
      {from + page < found && <a href={at(from + page)}>{m.termbase.after}</a>}
    </nav>
  )
}

/** How many texts a change of the glossary has left to be judged; asks again until there are none. */
export const Judging: FC<{ m: Messages; unjudged: number }> = ({ m, unjudged }) =>
  unjudged === 0 ? (
    <div id="judging" role="status" />
  ) : (
    <div
      id="judging"
      class="notice"
      role="status"
      hx-get="/glossary/judging"
      hx-trigger="load delay:1s"
      hx-swap="outerHTML"
    >
      {m.termbase.judging(unjudged)}
    </div>
  )
