import type { Term } from '../concept.ts'
import { BLANK_TERM } from './columns.ts'

/** A term that may still need a status. */
export type DraftTerm = Omit<Term, 'status'> & Partial<Pick<Term, 'status'>>

const { status: _, ...blank } = BLANK_TERM
/** What is so of such a term as long as nothing is said of it. */
export const BLANK_DRAFT: DraftTerm = blank

/** Most files say no status: the first term of a language is the preferred one then, and the others are its synonyms. */
export function withStatus(terms: readonly DraftTerm[]): Term[] {
  const tag = ({ language }: DraftTerm) => language.toLowerCase()
  const led = new Set(terms.filter(({ status }) => status === 'preferred').map(tag))
  return terms.map((term) => {
    const status = term.status ?? (led.has(tag(term)) ? 'admitted' : 'preferred')
    if (status === 'preferred') led.add(tag(term))
    return { ...term, status }
  })
}
