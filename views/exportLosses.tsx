import type { FC } from 'hono/jsx'
import type { Say } from '../src/messages/index.ts'
import type { Unit } from '../src/unit.ts'
import { Page, type Shell } from './page.tsx'

interface ExportLossesProps {
  shell: Shell
  format: Say
  /** The units that would not come back as they are. */
  lost: readonly Pick<Unit, 'document' | 'position'>[]
  /** Where the file is all the same. */
  path: string
}

/** How many are named. */
const NAMED = 20

/** What a file of that format could not carry, before anybody takes it for the whole. */
export const ExportLosses: FC<ExportLossesProps> = ({ shell, format, lost, path }) => {
  const { m } = shell
  return (
    <Page shell={shell} title={m.exports.lossTitle}>
      <h1>{m.exports.lossTitle}</h1>
      <p>{m.exports.losses(lost.length, format(m))}</p>
      <ul>
        {lost.slice(0, NAMED).map(({ document = '', position = 0 }) => (
          <li>{m.exports.lossAt(document, position)}</li>
        ))}
        {lost.length > NAMED && <li>{m.exports.moreLosses(lost.length - NAMED)}</li>}
      </ul>
      <p>
        <a class="button" href={path} download>
          {m.exports.lossyDownload}
        </a>
      </p>
    </Page>
  )
}
