import type { FC } from 'hono/jsx'
import type { LintFinding } from '../glossary/lint.ts'
import { Page, type Shell } from './page.tsx'

/** How many a page shows: errors first. Whoever has more of them mends these and comes back. */
const SHOWN = 200

/** What in the termbase contradicts itself, or is there twice. */
export const FindingsPage: FC<{ shell: Shell; findings: readonly LintFinding[] }> = ({ shell, findings }) => {
  const { m } = shell
  const grave = (['error', 'warning'] as const).flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  )
  return (
    <Page shell={shell} title={m.termbase.findings}>
      <p>
        <a href="/glossary">{m.termbase.title}</a>
      </p>
      <h1>{m.termbase.findings}</h1>
      {grave.length === 0 ? (
        <p class="muted empty">{m.termbase.noFindings}</p>
      ) : (
        <>
          <ul class="findings">
            {grave.slice(0, SHOWN).map(({ severity, concept, message }) => (
              <li class={`verdict ${severity}`}>
                <b>{m.severities[severity]}</b> {message(m)}{' '}
                <a href={`/glossary/concepts/${encodeURIComponent(concept)}`}>{m.termbase.look}</a>
              </li>
            ))}
          </ul>
          {grave.length > SHOWN && <p class="muted">{m.termbase.andMore(grave.length - SHOWN)}</p>}
        </>
      )}
    </Page>
  )
}
