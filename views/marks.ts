import type { Ledger } from '../glossary/ledger.ts'
import type { Messages } from '../src/messages/index.ts'
import type { Mark } from './marked.tsx'

/** What to underline in the source: its occurrences by outcome. While nothing is written, nothing is missing yet. */
export const sourceMarks = (ledger: Ledger, written: boolean, m: Messages): Mark[] =>
  ledger.occurrences.map(({ source, outcome, expected: [best = ''] }) => {
    const look = written ? outcome : 'open'
    return { start: source.start, end: source.end, look, title: `${m.outcomes[look]}: ${best}` }
  })

/** What to underline in the target: renderings, and terms that should not stand there. */
export const targetMarks = (ledger: Ledger, m: Messages): Mark[] => [
  ...ledger.misused.map(({ start, end, term }) => {
    const look = term.status === 'forbidden' ? ('forbidden' as const) : ('superseded' as const)
    return { start, end, look, title: m.outcomes[look] }
  }),
  ...ledger.occurrences.flatMap(({ source, target, outcome }) =>
    target === undefined ? [] : [{ start: target.start, end: target.end, look: outcome, title: source.text }],
  ),
]
