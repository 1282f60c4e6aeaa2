import type { FC } from 'hono/jsx'
import type { Concept } from '../glossary/concept.ts'
import { titleOf } from '../glossary/search.ts'
import { Page, type Shell } from './page.tsx'

/** A concept as it last was in force, and when, by whom and why it was taken out. */
export interface RetiredShown {
  entry: Concept
  retiredAt: Date
  retiredBy: string | null
  reason: string
}

/** The concepts that nothing asks for any more. Each has its history, and the way back. */
export const RetiredPage: FC<{ shell: Shell; retired: readonly RetiredShown[] }> = ({ shell, retired }) => {
  const { m } = shell
  return (
    <Page shell={shell} title={m.retired.title}>
      <p>
        <a href="/glossary">{m.termbase.title}</a>
      </p>
      <h1>{m.retired.title}</h1>
      {retired.length === 0 ? (
        <p class="muted empty">{m.retired.none}</p>
      ) : (
        <ul class="findings">
          {retired.map(({ entry, retiredAt, retiredBy, reason }) => (
            <li class="notice">
              <a href={`/glossary/concepts/${encodeURIComponent(entry.id)}`}>{titleOf(entry, 'fr')}</a>{' '}
              <span class="muted">
                {retiredBy ?? m.termbase.withTheDesk}, {m.moment(retiredAt)}
              </span>{' '}
              {reason !== '' && <span lang="">{reason}</span>}
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
