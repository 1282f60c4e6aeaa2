import type { FC } from 'hono/jsx'
import type { Failure } from '../src/checks/index.ts'
import type { Messages } from '../src/messages/index.ts'
import type { Shown } from './segment.tsx'

/** What the checks say of the active row, read out politely as it changes. */
export const Verdict: FC<{ m: Messages; segment: Shown; failures: readonly Failure[]; oob?: boolean }> = (props) => {
  const { m, segment, failures, oob = false } = props
  return (
    <ul id={`verdict-${segment.id}`} class="verdicts" role="status" hx-swap-oob={oob ? 'true' : undefined}>
      {failures.map(({ severity, check, message }) => (
        <li class={`verdict ${severity}`} data-check={check}>
          <Sign severity={severity} />
          <span>
            <b class="visually-hidden">{m.severities[severity]}</b> {message(m)}
          </span>
        </li>
      ))}
      {failures.length === 0 && segment.target.trim() !== '' && segment.ledger.occurrences.length > 0 && (
        <li class="verdict fine">{m.desk.glossaryMet(segment.ledger.occurrences.length)}</li>
      )}
    </ul>
  )
}

const Sign: FC<{ severity: Failure['severity'] }> = ({ severity }) => (
  <svg
    width="14"
    height="14"
    viewBox="0 0 14 14"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    aria-hidden="true"
  >
    {severity === 'error' ? <path d="M7 1 13 12.5H1z" /> : <circle cx="7" cy="7" r="5.6" />}
    <path d="M7 5.2v3.4M7 10.2v.6" />
  </svg>
)
