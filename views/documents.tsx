import type { FC } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'
import type { Counts, LanguagePair } from '../src/unit.ts'
import { ExportMenu } from './exportMenu.tsx'
import { Page, type Shell } from './page.tsx'
import { Progress } from './progress.tsx'

export interface ProjectShown {
  id: number
  name: string
  languages: LanguagePair
  documents: readonly { id: number; name: string; counts: Counts }[]
  may: { import: boolean; export: boolean }
}

export interface DocumentsPageProps {
  shell: Shell
  projects: readonly ProjectShown[]
  endings: readonly string[]
  /** ISO 8601: the day a document is of unless somebody says otherwise. */
  today: string
  operation: string
  problem?: string | undefined
  /** What was pasted, given back when it could not be imported. */
  pasted?: { name: string; text: string } | undefined
}

/** The first page: every project with its documents, and the way to bring one in. */
export const DocumentsPage: FC<DocumentsPageProps> = ({
  shell,
  projects,
  endings,
  operation,
  today,
  problem,
  pasted,
}) => {
  const { m } = shell
  return (
    <Page shell={shell} title={m.documents.title}>
      <h1>{m.documents.title}</h1>
      {problem !== undefined && (
        <p class="verdict error" role="alert">
          {problem}
        </p>
      )}
      {projects.length === 0 && <p class="muted">{m.documents.none}</p>}
      {projects.map((project) => (
        <section class="project" aria-labelledby={`project-${project.id}`}>
          <div class="row">
            <h2 id={`project-${project.id}`}>{project.name}</h2>
            <span class="muted">
              {m.documents.pair(m.languages(project.languages.source), m.languages(project.languages.target))}
            </span>
            <span class="grow" />
            {project.may.export && project.documents.length > 0 && (
              <ExportMenu m={m} path={`/projects/${project.id}/export`} />
            )}
          </div>
          <ul class="documents">
            {project.documents.map(({ id, name, counts }) => (
              <li>
                <a href={`/documents/${id}`}>{name}</a>
                <span class="muted">{m.desk.segments(counts.all)}</span>
                {counts.blocked > 0 && <span class="flag error">{m.documents.blocked(counts.blocked)}</span>}
                {counts.asked > 0 && (
                  <a class="flag" href={`/documents/${id}?show=asked`}>
                    {m.documents.asked(counts.asked)}
                  </a>
                )}
                {counts.stale > 0 && <span class="flag warning">{m.documents.stale(counts.stale)}</span>}
                <span class="grow" />
                <Progress m={m} counts={counts} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {projects.some(({ may }) => may.import) && (
        <ImportForm
          m={m}
          projects={projects.filter(({ may }) => may.import)}
          endings={endings}
          operation={operation}
          today={today}
          pasted={pasted}
        />
      )}
      {shell.person?.administrator && <ProjectForm m={m} operation={`project-${operation}`} />}
    </Page>
  )
}

const ProjectForm: FC<{ m: Messages; operation: string }> = ({ m, operation }) => (
  <details class="card">
    <summary>{m.documents.newProject}</summary>
    <form class="form" method="post" action="/projects">
      <input type="hidden" name="operation" value={operation} />
      <label class="field">
        <span>{m.documents.projectName}</span>
        <input name="name" maxlength={200} required />
      </label>
      <label class="field">
        <span>{m.documents.from}</span>
        <input name="source" value="fr" pattern="[a-z]{2,3}(-[A-Za-z0-9]{2,8})*" required />
      </label>
      <label class="field">
        <span>{m.documents.into}</span>
        <input name="target" value="en" pattern="[a-z]{2,3}(-[A-Za-z0-9]{2,8})*" required />
      </label>
      <button>{m.documents.begin}</button>
    </form>
  </details>
)

const ImportForm: FC<
  { m: Messages } & Pick<DocumentsPageProps, 'projects' | 'endings' | 'operation' | 'today' | 'pasted'>
> = (props) => {
  const { m, projects, endings, operation, today, pasted } = props
  return (
    <form
      class="card form import"
      method="post"
      action="/documents"
      enctype="multipart/form-data"
      aria-labelledby="import-head"
    >
      <h2 id="import-head">{m.documents.import}</h2>
      <input type="hidden" name="operation" value={operation} />
      <label class="field">
        <span>{m.documents.project}</span>
        <select name="project">
          {projects.map(({ id, name }) => (
            <option value={id}>{name}</option>
          ))}
        </select>
      </label>
      <label class="drop" data-drop>
        <span>{m.documents.choose(endings)}</span>
        <input type="file" name="file" accept={endings.join(',')} multiple />
      </label>
      <label class="field">
        <span>{m.documents.date}</span>
        <input type="date" name="date" value={today} aria-describedby="date-help" />
      </label>
      <p id="date-help" class="muted small">
        {m.documents.dateHelp}
      </p>
      <details open={pasted !== undefined}>
        <summary>{m.documents.paste}</summary>
        <label class="field">
          <span>{m.documents.name}</span>
          <input name="name" value={pasted?.name ?? ''} placeholder={m.documents.namePlaceholder} />
        </label>
        <label class="field">
          <span>{m.documents.text}</span>
          <textarea name="text" rows={8}>{`\n${pasted?.text ?? ''}`}</textarea>
        </label>
      </details>
      <button class="main">{m.documents.import}</button>
    </form>
  )
}
