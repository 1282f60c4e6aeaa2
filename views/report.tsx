import type { FC } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'
import type { Counts, LanguagePair, WaiverCode } from '../src/unit.ts'
import { Page, type Shell } from './page.tsx'
import { addressOf } from './place.ts'

/** A waiver asked for in a document, and what became of it. `term` and `target` are words without tags. */
export interface ReportedWaiver {
  segmentId: number
  position: number
  concept: string
  term: string
  target: string
  code: WaiverCode
  reason: string
  askedBy: string
  askedAt: Date
  /** Nobody has decided yet. */
  granted: boolean | null
  decidedBy: string | null
  decidedAt: Date | null
  /** Why it was refused. */
  answer: string | null
}

interface ReportProps {
  shell: Shell
  document: { id: number; name: string; date: string; languages: LanguagePair }
  counts: Counts
  waivers: readonly ReportedWaiver[]
}

/** How a document stands with the glossary: what is approved, what blocks, and what was excepted and why. */
export const ReportPage: FC<ReportProps> = ({ shell, document, counts, waivers }) => {
  const { m } = shell
  const granted = waivers.filter((waiver) => waiver.granted === true)
  const pending = waivers.filter((waiver) => waiver.granted === null)
  const refused = waivers.filter((waiver) => waiver.granted === false)
  return (
    <Page shell={shell} title={m.report.title(document.name)}>
      <p>
        <a href={`/documents/${document.id}`}>{document.name}</a>
      </p>
      <h1>{m.report.title(document.name)}</h1>
      <p>
        {m.desk.approvedOf(counts.approved, counts.all)} · {m.documents.blocked(counts.blocked)} ·{' '}
        {m.documents.stale(counts.stale)} · {m.day(document.date)}
      </p>
      <section>
        <h2>{m.report.waivers(granted.length)}</h2>
        {granted.length === 0 ? (
          <p class="muted">{m.report.none}</p>
        ) : (
          <Waivers m={m} document={document} waivers={granted} />
        )}
      </section>
      {pending.length > 0 && (
        <section>
          <h2>{m.report.pending(pending.length)}</h2>
          <Waivers m={m} document={document} waivers={pending} />
        </section>
      )}
      {refused.length > 0 && (
        <section>
          <h2>{m.report.refused(refused.length)}</h2>
          <Waivers m={m} document={document} waivers={refused} />
        </section>
      )}
    </Page>
  )
}

const Waivers: FC<{ m: Messages; document: ReportProps['document']; waivers: readonly ReportedWaiver[] }> = (props) => {
  const { m, document, waivers } = props
  const columns = [m.report.segment, m.waivers.term, m.report.text, m.report.why, m.report.who]
  return (
    <table class="list sentences report">
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {waivers.map((waiver) => (
          <Reported m={m} document={document} waiver={waiver} />
        ))}
      </tbody>
    </table>
  )
}

const Reported: FC<{ m: Messages; document: ReportProps['document']; waiver: ReportedWaiver }> = (props) => {
  const { m, document, waiver } = props
  const at = waiver.decidedAt ?? waiver.askedAt
  return (
    <tr>
      <td data-label={m.report.segment}>
        <a href={addressOf({ documentId: document.id, ...waiver })}>{m.count(waiver.position)}</a>
      </td>
      <th scope="row" data-label={m.waivers.term}>
        <a href={`/glossary/concepts/${encodeURIComponent(waiver.concept)}`} lang={document.languages.source}>
          {waiver.term}
        </a>
      </th>
      <td class="words" data-label={m.report.text}>
        <span lang={document.languages.target}>{waiver.target}</span>
      </td>
      <td data-label={m.report.why}>
        {m.waivers.codes[waiver.code]}. <span lang="">{waiver.reason}</span>
        {waiver.answer !== null && (
          <>
            <br />
            {m.report.answer} <span lang="">{waiver.answer}</span>
          </>
        )}
      </td>
      <td data-label={m.report.who}>
        {whoOf(waiver, m)}, <time datetime={at.toISOString()}>{m.moment(at)}</time>
      </td>
    </tr>
  )
}

function whoOf({ askedBy, granted, decidedBy }: ReportedWaiver, m: Messages): string {
  if (granted === null) return m.report.asked(askedBy)
  return granted
    ? m.report.askedAndGranted(askedBy, decidedBy ?? '')
    : m.report.askedAndRefused(askedBy, decidedBy ?? '')
}
