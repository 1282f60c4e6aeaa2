import { isDeepStrictEqual } from 'node:util'
import { conceptHeads } from '../../db/concepts.ts'
import type { Concept, Term } from '../../glossary/concept.ts'
import { FreeIds, numbered } from '../../glossary/conceptId.ts'
import { grouped } from '../../glossary/grouped.ts'
import { allowed, speaks } from '../../glossary/ledger.ts'
import type { LintFinding } from '../../glossary/lint.ts'
import { searchable } from '../text/searchable.ts'
import type { Change } from './changeConcepts.ts'
import { CURATED_LANGUAGES } from './curated.ts'
import type { Desk } from './desk.ts'
import { newFindings } from './newFindings.ts'

/** What taking concepts into the termbase would do. */
export interface ImportPlan {
  changes: readonly Change[]
  added: readonly Concept[]
  changed: readonly { was: Concept; becomes: Concept }[]
  /** How many are in the termbase as they stand. */
  same: number
  /** The ids of those that the file calls otherwise, each with the one it has there. */
  idsInFile: ReadonlyMap<string, string>
  /** What would contradict itself, and does not now. */
  findings: readonly LintFinding[]
}

/** Under these ids a concept would have no page: one is the page of a new concept, and browsers take dots for folders. */
export const PAGELESS: ReadonlySet<string> = new Set(['new', '.', '..'])

/**
 * What of a file is new, and what would be another. A concept that has the id of one in force but none of its terms is
 * another concept: files count from 1, all of them. One whose id only the reading gave it (`coined`) is the one concept in
 * force that has its source term, if there is one, and adds terms to that.
 */
export async function planImport(
  desk: Desk,
  concepts: readonly Concept[],
  coined: ReadonlySet<string> = new Set(),
): Promise<ImportPlan> {
  const numbers = new Map((await conceptHeads(desk.db)).map(({ id, number }) => [id, number]))
  const inFile = new Set(concepts.map(({ id }) => id))
  const ids = new FreeIds([...numbers.keys(), ...inFile, ...PAGELESS])
  const named = conceptsByTerm(desk)
  const added: Concept[] = []
  const met: { was: Concept; concept: Concept; isCoined: boolean }[] = []
  const idsInFile = new Map<string, string>()
  for (const concept of concepts) {
    const isCoined = coined.has(concept.id)
    const was = isCoined ? named(concept) : meantBy(concept, desk, inFile)
    const isFree = !desk.concepts.has(concept.id) && !PAGELESS.has(concept.id)
    const id = was?.id ?? (isFree ? concept.id : ids.take(concept.id))
    if (id !== concept.id && !idsInFile.has(id)) idsInFile.set(id, concept.id)
    if (was === undefined) added.push({ ...concept, id })
    else met.push({ was, concept, isCoined })
  }
  const pairs = [...grouped(met, ({ was }) => was)].map(([was, all]) => {
    const own = all.find(({ isCoined }) => !isCoined)?.concept
    const coinedOnes = all.filter(({ isCoined }) => isCoined).map(({ concept }) => concept)
    return { was, becomes: enriched(own ? { ...own, id: was.id } : was, coinedOnes) }
  })
  const others = pairs.filter(({ was, becomes }) => !isDeepStrictEqual(byLanguage(was), byLanguage(becomes)))
  const changes = [...added, ...others.map(({ becomes }) => becomes)].map((entry) => ({
    id: entry.id,
    base: numbers.get(entry.id) ?? 0,
    entry,
  }))
  const same = pairs.length - others.length
  return { changes, added, changed: others, same, idsInFile, findings: newFindings(desk, changes) }
}

/**
 * The concept in force that has the id of one in a file and a term of it, or, where another had the id before, the id with
 * a number behind it: so it was called when the file came the first time.
 */
function meantBy(concept: Concept, { concepts }: Desk, inFile: ReadonlySet<string>): Concept | undefined {
  for (let number = 1; ; number++) {
    const id = numbered(concept.id, number)
    const known = concepts.get(id)
    if (known === undefined && !PAGELESS.has(id)) return undefined
    if (known && (number === 1 || !inFile.has(id)) && shareTerms(known, concept)) return known
  }
}

function shareTerms(one: Concept, other: Concept): boolean {
  const words = new Set(one.terms.map(({ language, text }) => `${language} ${searchable(text)}`))
  return other.terms.some(({ language, text }) => words.has(`${language} ${searchable(text)}`))
}

/** Finds the concept in force that has the source terms of another, where there is exactly one. */
function conceptsByTerm({ concepts }: Desk): (concept: Concept) => Concept | undefined {
  const sourcesOf = ({ terms }: Concept) =>
    terms.filter((term) => allowed(term) && speaks(term, CURATED_LANGUAGES.source)).map(({ text }) => searchable(text))
  const byTerm = new Map<string, Set<Concept>>()
  for (const concept of concepts.values()) {
    for (const text of sourcesOf(concept)) byTerm.set(text, (byTerm.get(text) ?? new Set()).add(concept))
  }
  return (concept) => {
    const [one, another] = new Set(sourcesOf(concept).flatMap((text) => [...(byTerm.get(text) ?? [])]))
    return another === undefined ? one : undefined
  }
}

/** A concept with what others know besides: its terms stay as they are, and what is preferred stays so. */
function enriched(concept: Concept, others: readonly Concept[]): Concept {
  const terms = [...concept.terms]
  const byText = grouped(terms, ({ text }) => searchable(text))
  const leading = terms.filter(({ status }) => status === 'preferred')
  for (const term of others.flatMap(({ terms }) => terms)) {
    const alike = byText.get(searchable(term.text)) ?? []
    if (alike.some((known) => speaks(known, term.language) && allowed(known) === allowed(term))) continue
    const isLed = leading.some((known) => speaks(known, term.language))
    const another: Term = term.status === 'preferred' && isLed ? { ...term, status: 'admitted' } : term
    terms.push(another)
    byText.set(searchable(term.text), [...alike, another])
    if (another.status === 'preferred') leading.push(another)
  }
  const definition = others.find(({ definition }) => definition)?.definition
  const subject = others.find(({ subject }) => subject)?.subject
  return { ...(definition && { definition }), ...(subject && { subject }), ...concept, terms }
}

/** Formats have the terms of one language together; only among those does the order say anything. */
const byLanguage = (concept: Concept): Concept => ({
  ...concept,
  terms: concept.terms.toSorted(({ language: one }, { language: other }) => (one < other ? -1 : one > other ? 1 : 0)),
})
