import type { FC } from 'hono/jsx'
import { Page, type Shell } from './page.tsx'

interface StaleProps {
  shell: Shell
  all: number
  segments: readonly {
    segmentId: number
    documentId: number
    document: string
    position: number
    source: string
    target: string
  }[]
}

/** The queue of what was approved and the glossary no longer bears out. */
export const StalePage: FC<StaleProps> = ({ shell, all, segments }) => {
  const { m } = shell
  return (
    <Page shell={shell} title={m.stale.title}>
      <p>
        <a href="/glossary">{m.termbase.title}</a>
      </p>
      <h1>{m.stale.title}</h1>
      {all === 0 ? <p class="muted empty">{m.stale.none}</p> : <p>{m.stale.count(all)}</p>}
      <table class="list sentences">
        <tbody>
          {segments.map(({ segmentId, documentId, document, position, source, target }) => (
            <tr>
              <td>
                <a href={`/documents/${documentId}?at=${position}&show=stale#segment-${segmentId}`}>
                  {document}, {m.count(position)}
                </a>
              </td>
              <td lang="fr">{source}</td>
              <td lang="en">{target}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {segments.length < all && <p class="muted">{m.termbase.andMore(all - segments.length)}</p>}
    </Page>
  )
}
