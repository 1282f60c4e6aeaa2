import type { FC } from 'hono/jsx'
import { DOCUMENT_FORMATS } from '../src/formats/documents.ts'
import type { Messages } from '../src/messages/index.ts'

interface ImportFormProps {
  m: Messages
  projects: readonly { id: number; name: string }[]
  /** The project that is chosen; the first one without it. */
  project?: number | undefined
  operation: string
  /** ISO 8601: the day a document is of unless somebody says otherwise. */
  date: string
  /** What was pasted, given back when it could not be imported. */
  pasted?: { name: string; text: string } | undefined
}

/** The way to bring documents in: files, or a text. */
export const ImportForm: FC<ImportFormProps> = ({ m, projects, project, operation, date, pasted }) => (
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
          <option value={id} selected={id === project}>
            {name}
          </option>
        ))}
      </select>
    </label>
    <div>
      <label class="drop" data-drop>
        <span>{m.documents.choose}</span>
        <input
          type="file"
          name="file"
          accept={DOCUMENT_FORMATS.flatMap(({ extensions }) => extensions).join(',')}
          aria-describedby="kinds"
          multiple
        />
      </label>
      <ul id="kinds" class="kinds muted small">
        {DOCUMENT_FORMATS.map(({ title, extensions }) => (
          <li>
            {title(m)} ({extensions.join(', ')})
          </li>
        ))}
      </ul>
    </div>
    <label class="field">
      <span>{m.documents.date}</span>
      <input type="date" name="date" value={date} aria-describedby="date-help" />
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
