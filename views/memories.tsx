import type { FC } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'
import type { LanguagePair } from '../src/unit.ts'
import { ExportMenu } from './exportMenu.tsx'
import { Page, type Shell } from './page.tsx'

interface ProjectShown {
  id: number
  name: string
  source: string
  target: string
}

interface MemoryShown {
  id: number
  name: string
  languages: LanguagePair
  units: number
  passedOver: number
  importedAt: Date
  broughtBy: string | null
  mayRemove: boolean
}

/** A memory on its way in: the share of it that has come, and how long the rest may take, as far as that is known. */
export interface ComingShown {
  id: number
  name: string
  units: number
  share?: number
  secondsLeft?: number
  mayRemove: boolean
}

export interface MemoriesProps {
  shell: Shell
  project: ProjectShown
  memories: readonly MemoryShown[]
  coming: readonly ComingShown[]
  /** The one that has just come. */
  came?: Pick<MemoryShown, 'name' | 'units' | 'passedOver'> | undefined
  may: { import: boolean; export: boolean }
  endings: readonly string[]
  /** A new id for a form, each time one is drawn: posted twice, it is done once. */
  operation: () => string
  problem?: string | undefined
}

/** What a project keeps of translations made elsewhere. */
export const MemoriesPage: FC<MemoriesProps> = (props) => {
  const { shell, project, memories, coming, came, may, endings, operation, problem } = props
  const { m } = shell
  return (
    <Page shell={shell} title={m.memories.of(project.name)}>
      <h1>{m.memories.of(project.name)}</h1>
      <p class="muted">{m.memories.what(m.documents.pair(m.languages(project.source), m.languages(project.target)))}</p>
      {came && (
        <p class="notice" role="status">
          {m.memories.came(came.name, came.units, came.passedOver)}
        </p>
      )}
      {memories.length === 0 ? (
        <p>{m.memories.none}</p>
      ) : (
        <table class="list memories">
          <thead>
            <tr>
              <th scope="col">{m.memories.name}</th>
              <th scope="col">{m.memories.size}</th>
              <th scope="col">{m.memories.when}</th>
              <th scope="col">{m.memories.who}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {memories.map((memory) => (
              <MemoryLine {...props} memory={memory} />
            ))}
          </tbody>
        </table>
      )}
      <Coming m={m} project={project} coming={coming} operation={operation} />
      {may.import && <BringForm m={m} project={project} endings={endings} operation={operation()} problem={problem} />}
    </Page>
  )
}

const MemoryLine: FC<MemoriesProps & { memory: MemoryShown }> = ({ shell, memory, may, operation }) => {
  const { m } = shell
  const { id, name, units, passedOver, importedAt, broughtBy } = memory
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={m.memories.size}>
        {m.count(units)}
        {passedOver > 0 && <span class="muted"> {m.memories.passedOver(passedOver)}</span>}
      </td>
      <td data-label={m.memories.when}>
        <time datetime={importedAt.toISOString()}>{m.day(importedAt.toISOString().slice(0, 10))}</time>
      </td>
      <td data-label={m.memories.who}>{broughtBy ?? m.memories.command}</td>
      <td>
        <div class="acts">
          {may.export && <ExportMenu m={m} path={`/memories/${id}/export`} memory={name} />}
          {memory.mayRemove && (
            <details class="menu">
              <summary class="quiet" aria-label={m.memories.removeNamed(name)}>
                {m.memories.remove}
              </summary>
              <form class="sheet" method="post" action={`/memories/${id}/removal`}>
                <input type="hidden" name="operation" value={operation()} />
                <p class="muted small">{m.memories.removeHelp(units)}</p>
                <button>{m.memories.removeNow}</button>
              </form>
            </details>
          )}
        </div>
      </td>
    </tr>
  )
}

interface ComingProps {
  m: Messages
  project: Pick<ProjectShown, 'id'>
  coming: readonly ComingShown[]
  operation: () => string
}

/** What is on its way in and how far; asks again until nothing is, and when somebody brings something. */
export const Coming: FC<ComingProps> = ({ m, project, coming, operation }) => (
  <div
    id="coming"
    hx-get={`/projects/${project.id}/memories/coming`}
    hx-trigger={`submit from:#bring delay:1s${coming.length > 0 ? ', load delay:1s' : ''}`}
    hx-swap="outerHTML"
  >
    {coming.map(({ id, name, units, share, secondsLeft, mayRemove }) => (
      <div class="notice row">
        <span>{m.memories.progress(name, share, units, secondsLeft)}</span>
        <progress max={1} value={share} aria-label={name} />
        <span class="grow" />
        {mayRemove && (
          <form method="post" action={`/memories/${id}/removal`}>
            <input type="hidden" name="operation" value={operation()} />
            <button aria-label={m.memories.callOffNamed(name)}>{m.memories.callOff}</button>
          </form>
        )}
      </div>
    ))}
  </div>
)

const REFUSED = Object.fromEntries(
  [401, 403, 409, 422].map((status) => [`hx-status:${status}`, 'target:#bring-refusal swap:innerHTML']),
)

interface BringProps {
  m: Messages
  project: ProjectShown
  endings: readonly string[]
  operation: string
  problem: string | undefined
}

/** A file may be on its way for an hour: the page stays, and no clock ends it. */
const BringForm: FC<BringProps> = ({ m, project, endings, operation, problem }) => {
  const path = `/projects/${project.id}/memories`
  return (
    <form
      id="bring"
      class="card form import"
      method="post"
      action={path}
      enctype="multipart/form-data"
      aria-labelledby="bring-head"
      hx-post={path}
      hx-config="timeout:0"
      hx-disable="find button"
      {...REFUSED}
    >
      <h2 id="bring-head">{m.memories.bring}</h2>
      <input type="hidden" name="operation" value={operation} />
      <div id="bring-refusal">
        {problem !== undefined && (
          <p class="verdict error" role="alert">
            {problem}
          </p>
        )}
      </div>
      <label class="drop" data-drop>
        <span>{m.memories.choose(endings)}</span>
        <input type="file" name="file" accept={endings.join(',')} required />
      </label>
      <p class="muted small">{m.memories.stay}</p>
      <button class="main">{m.documents.import}</button>
    </form>
  )
}
