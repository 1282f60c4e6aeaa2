import type { FC } from 'hono/jsx'
import type { Ledger } from '../glossary/ledger.ts'
import type { Failure } from '../src/checks/index.ts'
import type { Messages } from '../src/messages/index.ts'
import { tagFaults } from '../src/text/tagFaults.ts'
import type { Code } from '../src/unit.ts'
import { cardsOf } from './concepts.ts'
import type { Shown } from './segment.tsx'
import { insertionOf } from './tag.tsx'

interface VerdictProps {
  m: Messages
  segment: Shown
  failures: readonly Failure[]
  /** Whether the terms still to render stand there to be inserted. */
  insertable: boolean
  oob?: boolean
}

/** What the checks say of the active row, read out politely as it changes, and the terms still to render. */
export const Verdict: FC<VerdictProps> = ({ m, segment, failures, insertable, oob = false }) => {
  const written = segment.target.trim() !== ''
  const open = cardsOf(segment.ledger, written).filter(({ look }) => look !== 'rendered')
  const { missing } = tagFaults(segment.source, segment.target, segment.codes)
  return (
    <div id={`verdict-${segment.id}`} class="verdicts" hx-swap-oob={oob ? 'true' : undefined}>
      <div role="status">
        <ul>
          {onceEach(failures, m).map(({ severity, check, message }) => (
            <li class={`verdict ${severity}`} data-check={check}>
              <Sign severity={severity} />
              <span>
                <b class="visually-hidden">{m.severities[severity]}</b> {message(m)}
              </span>
            </li>
          ))}
          {failures.length === 0 && written && segment.ledger.occurrences.length > 0 && (
            <li class="verdict fine">{met(segment.ledger, m)}</li>
          )}
        </ul>
      </div>
      {insertable && open.length + missing.length > 0 && (
        <div class="chips">
          {missing.map((number, at) => (
            <TagChip m={m} code={segment.codes.find((code) => code.number === number)!} first={at === 0} />
          ))}
          {open.map(({ renderings: [preferred], key, start }, at) => (
            <>
              {at > 0 && start === open[at - 1]!.start && <span class="muted">{m.desk.or}</span>}
              <button type="button" class="chip" lang={segment.languages.target} data-insert={preferred}>
                {preferred} {key !== undefined && <kbd>Alt {key}</kbd>}
              </button>
            </>
          ))}
        </div>
      )}
    </div>
  )
}

/** A tag that is still to stand in the translation. That of a pair goes around what is selected. */
const TagChip: FC<{ m: Messages; code: Code; first: boolean }> = ({ m, code, first }) => (
  <button
    type="button"
    class="chip code"
    aria-label={m.desk.insertTag(code.number)}
    title={code.open}
    data-key={first ? 'F8' : undefined}
    {...insertionOf(code)}
  >
    {code.number} {first && <kbd>F8</kbd>}
  </button>
)

/** Findings of one place that say the same are one to a reader: a term of two concepts lacks a rendering of either. */
const onceEach = (failures: readonly Failure[], m: Messages): Failure[] => [
  ...new Map(
    failures.map((one) => [`${one.check} ${one.source?.start} ${one.target?.start} ${one.message(m)}`, one]),
  ).values(),
]

function met({ occurrences }: Ledger, m: Messages): string {
  const waived = occurrences.filter(({ outcome }) => outcome === 'waived').length
  return m.desk.glossaryMet(occurrences.length - waived, waived)
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
