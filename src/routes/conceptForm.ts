import type { Concept, Term } from '../../glossary/concept.ts'
import { CONCEPT_COLUMNS, TERM_COLUMNS, valuesOf } from '../../glossary/formats/columns.ts'
import type { Say } from '../messages/index.ts'

/** What a form says of a concept, and what in it makes no sense. */
export interface ReadConcept {
  concept: Concept
  problems: readonly Say[]
}

/** Fields are named as the columns of a glossary CSV, those of a term with the number of its row behind: `status.2`. */
export function readConcept(id: string, fields: Readonly<Record<string, unknown>>, known?: Concept): ReadConcept {
  const problems: Say[] = []
  const cellsOf = (columns: readonly { name: string }[], suffix = '') =>
    new Map(
      columns
        .map(({ name }) => [name, String(fields[name + suffix] ?? '').trim()] as const)
        .filter(([, cell]) => cell !== ''),
    )
  const terms = rowsOf(fields).flatMap((row): Term[] => {
    const cells = cellsOf(TERM_COLUMNS, `.${row}`)
    if (!cells.has('term')) return []
    const values = valuesOf(TERM_COLUMNS, cells, (problem) =>
      problems.push((m) => m.termbase.inTerm(cells.get('term')!, problem(m))),
    )
    // Columns of other programs have no field, and stay with their term.
    const extra = known?.terms[Number(fields[`was.${row}`])]?.extra
    return [{ ...BLANK, ...values, ...(extra && { extra }) }]
  })
  if (terms.length === 0) problems.push((m) => m.termbase.noTerms)
  const { id: _, ...values } = valuesOf(CONCEPT_COLUMNS, cellsOf(CONCEPT_COLUMNS), (problem) => problems.push(problem))
  return { concept: { ...values, id, terms }, problems }
}

const BLANK: Term = { language: '', text: '', status: 'preferred', match: 'inflected', variants: [] }

/** The numbers of the rows that have a term, as they stand in the form. */
const rowsOf = (fields: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(fields).flatMap((name) => /^term\.(\d{1,4})$/u.exec(name)?.[1] ?? [])
