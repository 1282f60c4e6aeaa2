import type { FC } from 'hono/jsx'
import { DOCUMENT_FORMATS } from '../src/formats/documents.ts'
import { FORMATS } from '../src/formats/index.ts'
import type { Messages } from '../src/messages/index.ts'
import { Choices } from './choices.tsx'

interface ExportMenuProps {
  m: Messages
  /** Where the files are. */
  path: string
  /** The document that can be had finished; a whole project cannot. */
  document?: { name: string; format: string }
  /** The name of a memory, of which every unit is given back. */
  memory?: string
}

/** The files that a document, a project or a memory may be downloaded as, and what is to stand in them. */
export const ExportMenu: FC<ExportMenuProps> = ({ m, path, document, memory }) => (
  <details class="menu">
    <summary class="button" aria-label={memory && m.memories.exportNamed(memory)}>
      {m.desk.export}
    </summary>
    <form class="sheet export" method="get" action={path}>
      <Choices
        name="format"
        legend={m.exports.what}
        within={path}
        choices={[
          ...(document === undefined ? [] : finished(m, document)),
          ...FORMATS.map(({ id, title }) => ({ value: id, title: title(m) })),
        ]}
      />
      {memory === undefined && (
        <Choices
          name="state"
          legend={m.exports.which}
          within={path}
          choices={(['approved', 'all'] as const).map((value) => ({ value, title: m.exports.states[value] }))}
        />
      )}
      <button class="main">{m.exports.download}</button>
    </form>
  </details>
)

function finished(m: Messages, document: { name: string; format: string }) {
  const format = DOCUMENT_FORMATS.find(({ id }) => id === document.format)
  if (format === undefined) return []
  const ending = format.extensions.find((extension) => document.name.toLowerCase().endsWith(extension))
  return [
    {
      value: 'document',
      title: m.exports.finished(format.title(m), ending ?? format.extensions[0]!),
      note: format.bilingual ? m.exports.leftAsItWas : m.exports.leftInSource,
    },
  ]
}
