import type { Check, Finding, Segment, Severity } from './check.ts'
import { glossaryCount } from './glossaryCount.ts'
import { glossaryFirstMention } from './glossaryFirstMention.ts'
import { glossaryForbidden } from './glossaryForbidden.ts'
import { glossaryMissing } from './glossaryMissing.ts'
import { glossarySuperseded } from './glossarySuperseded.ts'
import { tags } from './tags.ts'

/** Every check, in the order the desk lists them. A new check is a new file and a line here. */
export const CHECKS: readonly Check[] = [
  glossaryMissing,
  glossaryFirstMention,
  glossaryForbidden,
  glossarySuperseded,
  glossaryCount,
  tags,
]

/** A finding with the check that made it. */
export interface Failure extends Finding {
  check: string
  severity: Severity
}

/** What the checks find in a segment. One nobody has translated yet is not checked. */
export function* runChecks(segment: Segment, checks: readonly Check[] = CHECKS): Generator<Failure> {
  if (segment.target.trim() === '') return
  for (const { id, severity, run } of checks) {
    for (const finding of run(segment)) yield { ...finding, check: id, severity }
  }
}
