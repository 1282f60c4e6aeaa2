import type { FC } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'
import { SEGMENTATIONS, type Segmentation } from '../src/unit.ts'
import { Choices } from './choices.tsx'
import { CutPreview, type CutPreviewProps } from './cutPreview.tsx'
import { Page, type Shell } from './page.tsx'

export interface ProjectSettingsProps {
  shell: Shell
  project: { id: number; name: string; source: string }
  /** Whether the project has rules of its own. */
  own: boolean
  typed: {
    segmentation: Segmentation
    /** An SRX file. */
    rules: string
    /** One a line. */
    abbreviations: string
    /** What the preview is of: a document, or a text. */
    document?: number | undefined
    text: string
  }
  documents: readonly { id: number; name: string }[]
  operation: string
  problem?: string | undefined
  kept: boolean
  preview?: Pick<CutPreviewProps, 'of' | 'preview'> | undefined
}

/** How the documents of a project are cut, and what another way would do to one of them. */
export const ProjectSettingsPage: FC<ProjectSettingsProps> = (props) => {
  const { shell, project, own, typed, documents, operation, problem, kept, preview } = props
  const { m } = shell
  const path = `/projects/${project.id}`
  return (
    <Page shell={shell} title={m.cutting.title(project.name)}>
      <p>
        <a href="/">{m.documents.title}</a>
      </p>
      <h1>{m.cutting.title(project.name)}</h1>
      {kept && (
        <p class="notice" role="status">
          {m.cutting.kept}
        </p>
      )}
      {problem !== undefined && (
        <p class="verdict error" role="alert">
          {problem}
        </p>
      )}
      <p>{m.cutting.fromNowOn}</p>
      <form class="form settings" method="post" action={`${path}/settings`} enctype="multipart/form-data">
        <input type="hidden" name="operation" value={operation} />
        <SegmentationChoices m={m} chosen={typed.segmentation} />
        <section class="card form" aria-labelledby="ends">
          <h2 id="ends">{m.cutting.ends}</h2>
          <p>
            {own ? m.cutting.own : m.cutting.ours}{' '}
            <a href={`${path}/rules.srx`} download>
              {m.cutting.download}
            </a>
          </p>
          <label class="field">
            <span>{m.cutting.abbreviations}</span>
            <textarea name="abbreviations" lang={project.source} rows={4} aria-describedby="abbreviations-help">
              {`\n${typed.abbreviations}`}
            </textarea>
          </label>
          <p id="abbreviations-help" class="muted small">
            {m.cutting.abbreviationsHelp}
          </p>
          <details open={problem !== undefined}>
            <summary>{m.cutting.rules}</summary>
            <label class="field">
              <span>{m.cutting.file}</span>
              <input type="file" name="file" accept=".srx,.xml" />
            </label>
            <label class="field">
              <span>{m.cutting.text}</span>
              <textarea name="rules" class="code" rows={16} spellcheck={false} aria-describedby="rules-help">
                {`\n${typed.rules}`}
              </textarea>
            </label>
            <p id="rules-help" class="muted small">
              {m.cutting.rulesHelp}
            </p>
          </details>
        </section>
        <section class="card form" aria-labelledby="look">
          <h2 id="look">{m.cutting.look}</h2>
          {documents.length > 0 && (
            <label class="field">
              <span>{m.cutting.document}</span>
              <select name="document">
                {documents.map(({ id, name }) => (
                  <option value={id} selected={id === typed.document}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
          <details open={typed.text !== '' || documents.length === 0}>
            <summary>{m.documents.paste}</summary>
            <label class="field">
              <span>{m.documents.text}</span>
              <textarea name="text" lang={project.source} rows={5}>{`\n${typed.text}`}</textarea>
            </label>
          </details>
          <div class="acts">
            <button formaction={`${path}/settings/preview#preview`}>{m.cutting.preview}</button>
          </div>
          {preview && <CutPreview m={m} language={project.source} {...preview} />}
        </section>
        <div class="acts">
          <button class="main">{m.cutting.keep}</button>
        </div>
      </form>
    </Page>
  )
}

/** What a row of the desk is to be. */
export const SegmentationChoices: FC<{ m: Messages; chosen?: Segmentation }> = ({ m, chosen }) => (
  <Choices
    name="segmentation"
    legend={m.cutting.segmentation}
    chosen={chosen}
    choices={SEGMENTATIONS.map((value) => ({ value, title: m.cutting.segmentations[value] }))}
  />
)
