import { isDeepStrictEqual } from 'node:util'
import { conceptHeads } from '../../db/concepts.ts'
import type { Concept } from '../../glossary/concept.ts'
import { FreeIds } from '../../glossary/conceptId.ts'
import { type LintFinding, lint } from '../../glossary/lint.ts'
import { ENGLISH } from '../messages/index.ts'
import { searchable } from '../text/searchable.ts'
import { type Change, changed } from './changeConcepts.ts'
import { CURATED_LANGUAGES } from './curated.ts'
import type { Desk } from './desk.ts'

/** What taking concepts into the termbase would do. */
export interface ImportPlan {
  changes: readonly Change[]
  added: readonly Concept[]
  changed: readonly { was: Concept; becomes: Concept }[]
  /** How many are in the termbase as they stand. */
  same: number
  /** What would contradict itself, and does not now. */
  findings: readonly LintFinding[]
}

/**
 * What of a file is new, and what would be another. A concept that has the id of one in force but none of its terms is
 * another concept: files count from 1, all of them.
 */
export async function planImport(desk: Desk, concepts: readonly Concept[]): Promise<ImportPlan> {
  const numbers = new Map((await conceptHeads(desk.db)).map(({ id, number }) => [id, number]))
  const ids = new FreeIds([...numbers.keys(), ...concepts.map(({ id }) => id)])
  const added: Concept[] = []
  const others: { was: Concept; becomes: Concept }[] = []
  let same = 0
  for (const concept of concepts) {
    const was = desk.concepts.get(concept.id)
    if (was === undefined) added.push(concept)
    else if (isDeepStrictEqual(was, concept)) same++
    else if (shareTerms(was, concept)) others.push({ was, becomes: concept })
    else added.push({ ...concept, id: ids.take(concept.id) })
  }
  const changes = [...added, ...others.map(({ becomes }) => becomes)].map((entry) => ({
    id: entry.id,
    base: numbers.get(entry.id) ?? 0,
    entry,
  }))
  return { changes, added, changed: others, same, findings: newFindings(desk, changes) }
}

function shareTerms(one: Concept, other: Concept): boolean {
  const words = new Set(one.terms.map(({ language, text }) => `${language} ${searchable(text)}`))
  return other.terms.some(({ language, text }) => words.has(`${language} ${searchable(text)}`))
}

function newFindings(desk: Desk, changes: readonly Change[]): LintFinding[] {
  const keyOf = ({ rule, concept, message }: LintFinding) => `${rule} ${concept} ${message(ENGLISH)}`
  const known = new Set([...lint([...desk.concepts.values()], CURATED_LANGUAGES)].map(keyOf))
  const after = lint([...changed(desk, changes).concepts.values()], CURATED_LANGUAGES)
  return [...after].filter((finding) => finding.severity !== 'info' && !known.has(keyOf(finding)))
}
