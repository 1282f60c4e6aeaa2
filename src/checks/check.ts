import type { Ledger, Span } from '../../glossary/ledger.ts'
import type { Say } from '../messages/index.ts'
import type { TagFaults } from '../text/tagFaults.ts'
import type { LanguagePair } from '../unit.ts'

/** What a check may look at. Texts are without tags. It never reads the database, the clock or the locale of the machine. */
export interface Segment {
  source: string
  target: string
  languages: LanguagePair
  ledger: Ledger
  /** What is wrong with its tags, where they are of its document. */
  tags?: TagFaults
}

/** A problem found in one segment, with where it stands when the check can say: UTF-16 offsets in the text without tags. */
export interface Finding {
  message: Say
  source?: Span
  target?: Span
  concept?: string
  expected?: readonly string[]
}

export const SEVERITIES = ['error', 'warning', 'info'] as const
export type Severity = (typeof SEVERITIES)[number]

export interface Check {
  /** Stable: people's pipelines and a project's settings refer to it. */
  id: string
  title: Say
  severity: Severity
  run(segment: Segment): Iterable<Finding>
}
