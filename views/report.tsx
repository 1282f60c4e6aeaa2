import type { FC } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'
import type { Counts, LanguagePair, WaiverCode } from '../src/unit.ts'
import { Page, type Shell } from './page.tsx'
import { addressOf } from './place.ts'

interface ReportProps {
  shell: Shell
  document: { id: number; name: string; date: string; languages: LanguagePair }
  counts: Counts
  waived: readonly {
    segmentId: number
    position: number
    concept: string
    term: string
    target: string
    code: WaiverCode
    reason: string
    askedBy: string
    grantedBy: string
  }[]
}

/** How a document stands with the glossary: what is approved, what blocks, and what was excepted and why. */
export const ReportPage: FC<ReportProps> = ({ shell, document, counts, waived }) => {
  const { m } = shell
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
      <h2>{m.report.waivers(waived.length)}</h2>
      {waived.length === 0 ? (
        <p class="muted">{m.report.none}</p>
      ) : (
        <table class="list sentences">
          <thead>
            <tr>
              <th scope="col">{m.report.segment}</th>
              <th scope="col">{m.waivers.term}</th>
              <th scope="col">{m.report.text}</th>
              <th scope="col">{m.report.why}</th>
              <th scope="col">{m.report.who}</th>
            </tr>
          </thead>
          <tbody>
            {waived.map((waiver) => (
              <Waived m={m} document={document} waiver={waiver} />
            ))}
          </tbody>
        </table>
      )}
    </Page>
  )
}

const Waived: FC<{ m: Messages; document: ReportProps['document']; waiver: ReportProps['waived'][number] }> = (
  props,
) => {
  const { m, document, waiver } = props
  return (
    <tr>
      <td>
        <a href={addressOf({ documentId: document.id, ...waiver })}>{m.count(waiver.position)}</a>
      </td>
      <th scope="row" lang={document.languages.source}>
        <a href={`/glossary/concepts/${encodeURIComponent(waiver.concept)}`}>{waiver.term}</a>
      </th>
      <td lang={document.languages.target}>{waiver.target}</td>
      <td>
        {m.waivers.codes[waiver.code]}. <span lang="">{waiver.reason}</span>
      </td>
      <td>{m.report.askedAndGranted(waiver.askedBy, waiver.grantedBy)}</td>
    </tr>
  )
}
