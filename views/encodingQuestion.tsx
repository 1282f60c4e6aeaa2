import type { FC } from 'hono/jsx'
import type { Messages } from '../src/messages/index.ts'

/** A file whose encoding no byte of it tells. */
export interface AskedFile {
  name: string
  /** A word that shows how it would read in the encoding. */
  word: string
  /** A WHATWG name. */
  encoding: string
  /** The file itself, as the form carries it. */
  kept: string
}

interface EncodingQuestionProps {
  m: Messages
  files: readonly [AskedFile, ...AskedFile[]]
  /** That the texts are in. */
  language: string | undefined
  /** What the form said that brought them. */
  project: number
  date: string
  operation: string
}

/** Whether these files read right in the encoding guessed. Those somebody leaves ticked are imported in it. */
export const EncodingQuestion: FC<EncodingQuestionProps> = ({ m, files, language, project, date, operation }) => (
  <form
    class="card form import"
    method="post"
    action="/documents"
    enctype="multipart/form-data"
    aria-labelledby="encoding-head"
  >
    <h2 id="encoding-head">{m.encodings.title}</h2>
    <p role="alert">{m.encodings.asked(files.length)}</p>
    <input type="hidden" name="operation" value={operation} />
    <input type="hidden" name="project" value={project} />
    <input type="hidden" name="date" value={date} />
    <ul class="asked">
      {files.map(({ name, word, kept }) => (
        <li>
          <label>
            <input type="checkbox" name="kept" value={kept} checked /> {name} <q lang={language}>{word}</q>
          </label>
        </li>
      ))}
    </ul>
    <p class="muted small">{m.encodings.otherwise}</p>
    <button class="main" name="encoding" value={files[0].encoding}>
      {m.encodings.importAs(m.encodings.names[files[0].encoding] ?? files[0].encoding)}
    </button>
  </form>
)
