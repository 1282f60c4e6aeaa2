import type { FC } from 'hono/jsx'
import type { Concept } from '../glossary/concept.ts'
import { allowed, speaks } from '../glossary/ledger.ts'
import { titleOf } from '../glossary/search.ts'
import type { Messages } from '../src/messages/index.ts'
import type { LanguagePair } from '../src/unit.ts'
import { Page, type Shell } from './page.tsx'
import type { Shown } from './segment.tsx'

/** A term somebody proposed, and what became of it. */
export interface ProposalShown {
  id: number
  source: string
  target: string
  note: string
  proposedByName: string
  proposedAt: Date
  /** Nobody has decided yet. */
  accepted: boolean | null
  conceptId: string | null
  decidedByName: string | null
  answer: string | null
  documentId: number | null
  document: string | null
  position: number | null
  languages: LanguagePair
  /** The concept it became or became part of, as the glossary in force has it, and whether with the words proposed. */
  became: { concept: Concept; asProposed: boolean } | undefined
  /** Concepts its words may be meant for. */
  meant: readonly Concept[]
}

interface ProposalsPageProps {
  shell: Shell
  proposals: readonly ProposalShown[]
  curates: boolean
  /** A new id for a form, each time one is drawn. */
  operation: () => string
}

/** What translators would have in the glossary, for terminologists to decide on. */
export const ProposalsPage: FC<ProposalsPageProps> = ({ shell, proposals, curates, operation }) => {
  const { m } = shell
  return (
    <Page shell={shell} title={m.proposals.title}>
      <p>
        <a href="/glossary">{m.termbase.title}</a>
      </p>
      <h1>{m.proposals.title}</h1>
      {proposals.length === 0 && <p class="muted empty">{m.proposals.none}</p>}
      <ul class="findings">
        {proposals.map((proposal) => (
          <li class="notice">
            <Proposal m={m} proposal={proposal} />
            {curates && proposal.accepted === null && <Decide m={m} proposal={proposal} operation={operation()} />}
          </li>
        ))}
      </ul>
    </Page>
  )
}

const Proposal: FC<{ m: Messages; proposal: ProposalShown }> = ({ m, proposal }) => (
  <>
    <p>
      <b lang={proposal.languages.source}>{proposal.source}</b> →{' '}
      <b lang={proposal.languages.target}>{proposal.target || '?'}</b>{' '}
      {proposal.note !== '' && <span lang="">{proposal.note}</span>}
    </p>
    <p class="muted">
      {proposal.proposedByName}, {m.moment(proposal.proposedAt)}
      {proposal.documentId !== null && (
        <>
          {' · '}
          <a href={`/documents/${proposal.documentId}?at=${proposal.position}`}>
            {proposal.document}, {m.count(proposal.position!)}
          </a>
        </>
      )}
    </p>
    {proposal.accepted === true && (
      <p>
        <Became m={m} proposal={proposal} />
        {proposal.answer !== null && <span lang=""> {proposal.answer}</span>}
      </p>
    )}
    {proposal.accepted === false && <p>{m.proposals.refused(proposal.decidedByName ?? '', proposal.answer ?? '')}</p>}
  </>
)

const Became: FC<{ m: Messages; proposal: ProposalShown }> = ({
  m,
  proposal: { became, decidedByName, languages },
}) => {
  const { source, target } = languages
  if (became === undefined) return <>{m.proposals.acceptedOnce(decidedByName ?? '')}</>
  const { concept, asProposed } = became
  const renderings = concept.terms.filter((term) => speaks(term, target) && allowed(term)).map(({ text }) => text)
  return (
    <>
      {m.proposals.accepted(decidedByName ?? '', asProposed)}{' '}
      <a href={`/glossary/concepts/${encodeURIComponent(concept.id)}`} lang={source}>
        {titleOf(concept, source)}
      </a>{' '}
      → <span lang={target}>{renderings.join(', ') || '?'}</span>.
    </>
  )
}

const Decide: FC<{ m: Messages; proposal: ProposalShown; operation: string }> = ({ m, proposal, operation }) => (
  <div class="acts">
    {proposal.meant.map((concept) => (
      <a class="button" href={`/glossary/concepts/${encodeURIComponent(concept.id)}?proposal=${proposal.id}`}>
        {m.proposals.addTo(titleOf(concept, proposal.languages.source))}
      </a>
    ))}
    <a class="button" href={`/glossary/concepts/new?proposal=${proposal.id}`}>
      {m.proposals.accept}
    </a>
    <a href={`/glossary?proposal=${proposal.id}`}>{m.proposals.choose}</a>
    <details class="aside">
      <summary>{m.waivers.refuseWhy}</summary>
      <form class="filled" method="post" action={`/glossary/proposals/${proposal.id}/refusals`}>
        <input type="hidden" name="operation" value={operation} />
        <label class="field">
          <span>{m.waivers.answer}</span>
          <input name="answer" maxlength={1000} required />
        </label>
        <button>{m.waivers.refuse}</button>
      </form>
    </details>
  </div>
)

/** Where an answer that refuses goes: below the fields, which keep what stands in them. */
const REFUSED = Object.fromEntries(
  [401, 403, 409, 422].map((status) => [`hx-status:${status}`, 'target:#propose-refusal swap:innerHTML']),
)

interface ProposeTermProps {
  m: Messages
  segment: Pick<Shown, 'id' | 'languages'>
  operation: string
  /** The term just proposed. The focus goes to what is said of it. */
  sent?: string
  oob?: boolean
}

/** Beside the open segment: words selected in either column go into its fields. */
export const ProposeTerm: FC<ProposeTermProps> = (props) => {
  const { m, segment, operation, sent, oob = false } = props
  return (
    <section id="propose" hx-swap-oob={oob ? 'true' : undefined}>
      {sent !== undefined && (
        <p class="notice" tabindex={-1} autofocus>
          {m.proposals.sent(sent)} <a href="/glossary/proposals">{m.proposals.title}</a>
        </p>
      )}
      <details data-propose>
        <summary>{m.proposals.propose}</summary>
        <form
          class="form"
          method="post"
          action="/glossary/proposals"
          hx-post="/glossary/proposals"
          hx-target="#propose"
          hx-swap="outerHTML"
          {...REFUSED}
        >
          <input type="hidden" name="operation" value={operation} />
          <input type="hidden" name="segment" value={segment.id} />
          <label class="field">
            <span>{m.languages(segment.languages.source)}</span>
            <input name="source" lang={segment.languages.source} maxlength={500} required />
          </label>
          <label class="field">
            <span>{m.languages(segment.languages.target)}</span>
            <input name="target" lang={segment.languages.target} maxlength={500} />
          </label>
          <label class="field">
            <span>{m.termbase.columns['note']}</span>
            <input name="note" maxlength={1000} />
          </label>
          <div id="propose-refusal" />
          <button>{m.proposals.send}</button>
        </form>
      </details>
    </section>
  )
}
