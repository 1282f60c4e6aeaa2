import type { Child, FC } from 'hono/jsx'
import type { Failure } from '../src/checks/index.ts'
import type { Messages } from '../src/messages/index.ts'
import { type Counts, type LanguagePair, SHOWS, type Show } from '../src/unit.ts'
import { ActiveSegment, type Permissions } from './activeSegment.tsx'
import { ExportMenu } from './exportMenu.tsx'
import { GlossaryCards } from './glossaryCards.tsx'
import { History, type Kept } from './history.tsx'
import { Page, type Shell } from './page.tsx'
import { Progress } from './progress.tsx'
import { ProposeTerm } from './proposals.tsx'
import { Segment, type Shown } from './segment.tsx'

/** A stretch of a document: some of its segments in order, and whether there are more on either side. */
export interface Window {
  documentId: number
  show: Show
  /** The words searched for, as somebody typed them. */
  q: string
  segments: readonly Shown[]
  /** The paragraph of the row that already stands before the first one. */
  continues?: number | undefined
  before: boolean
  after: boolean
}

export interface Active {
  id: number
  failures: readonly Failure[]
  permissions: Permissions
  operation: string
}

export interface DeskPageProps {
  shell: Shell
  document: {
    id: number
    name: string
    format: string
    date: string
    project: string
    projectId: number
    languages: LanguagePair
  }
  counts: Counts
  window: Window
  active?: Active | undefined
  history: readonly Kept[]
  may: { review: boolean; export: boolean; date: boolean }
  /** The newest event when this page was drawn: what approving everything may cover. */
  seen: number
  operation: string
  notice?: string | undefined
}

/** The desk: a document's French beside its English, the row somebody works in, and the glossary beside it. */
export const DeskPage: FC<DeskPageProps> = (props) => {
  const { shell, document, counts, window, active, history, may, seen, operation, notice } = props
  const { m } = shell
  return (
    <Page shell={shell} title={document.name} bar={<DeskBar {...props} />}>
      <div class="desk">
        <div class="pages">
          <div class="acts">
            <Filters m={m} documentId={document.id} counts={counts} show={window.show} />
            <span class="grow" />
            <Search m={m} documentId={document.id} show={window.show} q={window.q} />
            {may.review && counts.translated > 0 && (
              <form method="post" action={`/documents/${document.id}/approvals`}>
                <input type="hidden" name="seen" value={seen} />
                <input type="hidden" name="operation" value={operation} />
                <button>{m.desk.approveClean}</button>
              </form>
            )}
          </div>
          {notice !== undefined && (
            <p class="notice" role="status">
              {notice}
            </p>
          )}
          <div class="heads" aria-hidden="true">
            <span />
            <span>{m.desk.sourceHead(m.languages(document.languages.source))}</span>
            <span>{m.languages(document.languages.target)}</span>
          </div>
          <h1 class="visually-hidden">{document.name}</h1>
          <Rows m={m} window={window} active={active} />
          {window.segments.length === 0 && <p class="muted empty">{m.desk.nothingShown}</p>}
        </div>
        <aside class="side" aria-label={m.desk.help}>
          <GlossaryCards m={m} {...(active && { segment: window.segments.find(({ id }) => id === active.id)! })} />
          {active ? (
            <ProposeTerm
              m={m}
              segment={window.segments.find(({ id }) => id === active.id)!}
              operation={`propose-${active.operation}`}
            />
          ) : (
            <section id="propose" />
          )}
          <History m={m} history={history} language={document.languages.target} />
          <section class="keys">
            <h2>{m.desk.keys}</h2>
            <dl>
              {m.desk.keyList.map(([key, meaning]) => (
                <div>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        </aside>
      </div>
    </Page>
  )
}

const DeskBar: FC<DeskPageProps> = ({ shell: { m }, document, counts, may, operation }) => (
  <>
    <nav class="crumbs" aria-label={m.desk.crumbs}>
      <a href="/">{document.project}</a> <span class="slash">/</span> <b>{document.name}</b>
    </nav>
    {may.date ? (
      <DateForm m={m} document={document} operation={operation} />
    ) : (
      <DocumentDate m={m} document={document} />
    )}
    <span class="grow" />
    <Progress m={m} counts={counts} id="progress" />
    <a class="button" href={`/documents/${document.id}/report`}>
      {m.report.link}
    </a>
    {may.export && <ExportMenu m={m} path={`/documents/${document.id}/export`} document={document} />}
  </>
)

interface DatedProps {
  m: Messages
  document: { id: number; date: string }
}

const DocumentDate: FC<DatedProps> = ({ m, document: { date } }) => (
  <time class="muted" datetime={date} title={m.documents.dateHelp}>
    {m.day(date)}
  </time>
)

/** The day the text is of, by which it is judged, and where to set it right. */
const DateForm: FC<DatedProps & { operation: string }> = ({ m, document, operation }) => (
  <details class="menu">
    <summary class="quiet">
      <DocumentDate m={m} document={document} />
    </summary>
    <form class="sheet form" method="post" action={`/documents/${document.id}/dates`}>
      <input type="hidden" name="operation" value={`date-${operation}`} />
      <label class="field">
        <span>{m.documents.date}</span>
        <input type="date" name="date" value={document.date} required />
      </label>
      <p class="muted small">{m.documents.dateHelp}</p>
      <button>{m.documents.setDate}</button>
    </form>
  </details>
)

/** What is seldom there, and shown only where it is. */
const WAITING: ReadonlySet<Show> = new Set(['asked', 'stale'])

const Filters: FC<{ m: Messages; documentId: number; counts: Counts; show: Show }> = ({
  m,
  documentId,
  counts,
  show,
}) => (
  <nav class="filters" aria-label={m.desk.filters}>
    {SHOWS.map((filter) => (
      <a
        class={WAITING.has(filter) ? 'chip waiting' : 'chip'}
        href={`/documents/${documentId}?show=${filter}`}
        aria-current={filter === show ? 'page' : undefined}
      >
        {m.desk.filter[filter]} <Count m={m} filter={filter} counts={counts} />
      </a>
    ))}
  </nav>
)

/** Words in either language, whatever their accents and case. */
const Search: FC<{ m: Messages; documentId: number; show: Show; q: string }> = ({ m, documentId, show, q }) => (
  <search>
    <form method="get" action={`/documents/${documentId}`}>
      <input type="hidden" name="show" value={show} />
      <input type="search" name="q" value={q} placeholder={m.desk.search} aria-label={m.desk.search} data-search />{' '}
      <kbd>/</kbd>
    </form>
  </search>
)

const COUNTED: Readonly<Record<Show, (counts: Counts) => number>> = {
  all: ({ all }) => all,
  todo: ({ initial, draft }) => initial + draft,
  blocked: ({ blocked }) => blocked,
  review: ({ translated }) => translated,
  approved: ({ approved }) => approved,
  stale: ({ stale }) => stale,
  asked: ({ asked }) => asked,
}

const Count: FC<{ m: Messages; filter: Show; counts: Counts; oob?: boolean }> = ({
  m,
  filter,
  counts,
  oob = false,
}) => (
  <span
    class="count"
    id={`count-${filter}`}
    data-none={COUNTED[filter](counts) === 0 ? '' : undefined}
    hx-swap-oob={oob ? 'true' : undefined}
  >
    {m.count(COUNTED[filter](counts))}
  </span>
)

/** How far a document is, wherever the page says it, to be put into place after an act. */
export const Standing: FC<{ m: Messages; counts: Counts }> = ({ m, counts }) => (
  <>
    <Progress m={m} counts={counts} id="progress" oob />
    {SHOWS.map((filter) => (
      <Count m={m} filter={filter} counts={counts} oob />
    ))}
  </>
)

/** The rows of a window. Where there are more, a row at that edge fetches them as it comes into sight. */
export const Rows: FC<{ m: Messages; window: Window; active?: Active | undefined }> = ({ m, window, active }) => {
  const { documentId, show, q, segments, continues, before, after } = window
  const narrowed = `show=${show}${q === '' ? '' : `&q=${encodeURIComponent(q)}`}`
  const more = (side: 'before' | 'after', { position, paragraph }: Shown): Child => (
    <a
      class="more"
      href={`/documents/${documentId}?${narrowed}&at=${position}`}
      hx-get={`/documents/${documentId}/rows?${narrowed}&${side}=${position}&paragraph=${paragraph}`}
      hx-trigger="revealed"
      hx-swap="outerHTML"
    >
      {m.desk.more}
    </a>
  )
  return (
    <>
      {before && more('before', segments[0]!)}
      {segments.map((segment, index) => {
        const starts = (segments[index - 1]?.paragraph ?? continues) !== segment.paragraph
        return segment.id === active?.id ? (
          <ActiveSegment m={m} segment={segment} starts={starts} {...active} />
        ) : (
          <Segment m={m} segment={segment} starts={starts} />
        )
      })}
      {after && more('after', segments.at(-1)!)}
    </>
  )
}
