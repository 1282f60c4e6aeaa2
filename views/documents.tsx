import type { FC } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'
import type { Counts, LanguagePair } from '../src/unit.ts'
import { type AskedFile, EncodingQuestion } from './encodingQuestion.tsx'
import { ExportMenu } from './exportMenu.tsx'
import { ImportForm } from './importForm.tsx'
import { Page, type Shell } from './page.tsx'
import { Progress } from './progress.tsx'
import { SegmentationChoices } from './projectSettings.tsx'

export interface ProjectShown {
  id: number
  name: string
  languages: LanguagePair
  documents: readonly { id: number; name: string; counts: Counts }[]
  /** `settle`: say how its documents are cut. */
  may: { import: boolean; export: boolean; settle: boolean }
}

/** An import that did not come through whole, to be answered on the page. */
export interface Unfinished {
  /** What its form said. */
  project: number
  date: string
  /** What went wrong, and what went well before it. */
  problem: string | undefined
  /** Files that can be imported once somebody says their encoding. */
  asked: readonly AskedFile[]
  /** What was pasted, given back. */
  pasted: { name: string; text: string } | undefined
}

export interface DocumentsPageProps {
  shell: Shell
  projects: readonly ProjectShown[]
  /** ISO 8601: the day a document is of unless somebody says otherwise. */
  today: string
  operation: string
  unfinished?: Unfinished | undefined
}

/** The first page: every project with its documents, and the way to bring one in. */
export const DocumentsPage: FC<DocumentsPageProps> = ({ shell, projects, operation, today, unfinished }) => {
  const { m } = shell
  const [asked, ...others] = unfinished?.asked ?? []
  return (
    <Page shell={shell} title={m.documents.title}>
      <h1>{m.documents.title}</h1>
      {unfinished?.problem !== undefined && (
        <p class="verdict error" role="alert">
          {unfinished.problem}
        </p>
      )}
      {unfinished && asked && (
        <EncodingQuestion
          m={m}
          files={[asked, ...others]}
          language={projects.find(({ id }) => id === unfinished.project)?.languages.source}
          project={unfinished.project}
          date={unfinished.date}
          operation={`encoding-${operation}`}
        />
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
            <a class="button" href={`/projects/${project.id}/memories`} aria-label={m.memories.of(project.name)}>
              {m.memories.title}
            </a>
            {project.may.settle && (
              <a class="button" href={`/projects/${project.id}/settings`}>
                {m.cutting.link}
              </a>
            )}
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
          project={unfinished?.project}
          operation={operation}
          date={unfinished?.date || today}
          pasted={unfinished?.pasted}
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
      <SegmentationChoices m={m} />
      <button>{m.documents.begin}</button>
    </form>
  </details>
)
