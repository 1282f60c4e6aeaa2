import { type LintFinding, lint } from '../../glossary/lint.ts'
import { ENGLISH } from '../messages/index.ts'
import { type Change, changed } from './changeConcepts.ts'
import { CURATED_LANGUAGES } from './curated.ts'
import type { Desk } from './desk.ts'

/** What would contradict itself in the glossary, or be there twice, and does not now. */
export function newFindings(desk: Desk, changes: readonly Change[]): LintFinding[] {
  const keyOf = ({ rule, concept, message }: LintFinding) => `${rule} ${concept} ${message(ENGLISH)}`
  const known = new Set([...lint([...desk.concepts.values()], CURATED_LANGUAGES)].map(keyOf))
  const after = lint([...changed(desk, changes).concepts.values()], CURATED_LANGUAGES)
  return [...after].filter((finding) => finding.severity !== 'info' && !known.has(keyOf(finding)))
}
