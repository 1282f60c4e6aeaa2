import { z } from 'zod'
import type { Concept, Term } from '../../glossary/concept.ts'
import { BLANK_TERM, CONCEPT_COLUMNS, TERM_COLUMNS, valuesOf } from '../../glossary/formats/columns.ts'
import type { Say } from '../messages/index.ts'
import { kept } from '../text/kept.ts'

/** What a form says of a concept, and what in it makes no sense. */
export interface ReadConcept {
  concept: Concept
  problems: readonly Say[]
}

/**
 * Fields are named as the columns of a glossary CSV, those of a term with the number of its row behind: `status.2`.
 * @throws Invalid where a field cannot be kept.
 */
export function readConcept(id: string, fields: Readonly<Record<string, unknown>>): ReadConcept {
  const problems: Say[] = []
  const cellsOf = (columns: readonly { name: string }[], suffix = '') =>
    new Map(
      columns
        .map(({ name }) => [name, kept(String(fields[name + suffix] ?? '')).trim()] as const)
        .filter(([, cell]) => cell !== ''),
    )
  const terms = rowsOf(fields).flatMap((row): Term[] => {
    const cells = cellsOf(TERM_COLUMNS, `.${row}`)
    if (!cells.has('term')) return []
    const values = valuesOf(TERM_COLUMNS, cells, (problem) =>
      problems.push((m) => m.termbase.inTerm(cells.get('term')!, problem(m))),
    )
    const extra = extraIn(fields[`extra.${row}`])
    return [{ ...BLANK_TERM, ...values, ...(extra && { extra }) }]
  })
  if (terms.length === 0) problems.push((m) => m.termbase.noTerms)
  const { id: _, ...values } = valuesOf(CONCEPT_COLUMNS, cellsOf(CONCEPT_COLUMNS), (problem) => problems.push(problem))
  return { concept: { ...values, id, terms }, problems }
}

const Extra = z.record(z.string(), z.string())
const OWN: ReadonlySet<string> = new Set([...CONCEPT_COLUMNS, ...TERM_COLUMNS].map(({ name }) => name))

/** The columns of other programs: they have no field of their own, and go with their term through the form. */
function extraIn(field: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof field !== 'string') return undefined
  try {
    const { data } = Extra.safeParse(JSON.parse(kept(field)))
    return data && !Object.keys(data).some((name) => OWN.has(name)) ? data : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The numbers of the rows that have a term, as they stand in the form. */
const rowsOf = (fields: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(fields).flatMap((name) => /^term\.(\d{1,4})$/u.exec(name)?.[1] ?? [])
