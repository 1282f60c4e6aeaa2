import type { Concept, Term, TermStatus } from '../../glossary/concept.ts'
import { TERM_STATUSES } from '../../glossary/concept.ts'
import type { Situation } from '../../glossary/judge.ts'
import { compileTermbase } from '../../glossary/termbase.ts'

export const LANGUAGES = { source: 'fr', target: 'en' }
export const DAY = '2026-06-01'
/** A segment that stands alone. */
export const ALONE: Situation = { date: DAY, mentioned: new Set() }

export const term = (language: string, text: string, more: Partial<Term> = {}): Term => ({
  language,
  text,
  status: 'preferred',
  match: 'inflected',
  variants: [],
  ...more,
})

/** A concept with one French term, its English terms by status; an exact term is written with a = before it. */
export const concept = (id: string, french: string, english: Partial<Record<TermStatus, string[]>>): Concept => ({
  id,
  terms: [
    written('fr', french, 'preferred'),
    ...TERM_STATUSES.flatMap((status) => (english[status] ?? []).map((text) => written('en', text, status))),
  ],
})

const written = (language: string, text: string, status: TermStatus) =>
  text.startsWith('=') ? term(language, text.slice(1), { status, match: 'exact' }) : term(language, text, { status })

export const termbaseOf = (...concepts: Concept[]) => compileTermbase(concepts, LANGUAGES)

/** A termbase of one term on one side. */
export const termbaseWith = (language: 'fr' | 'en', text: string, more: Partial<Term> = {}) =>
  termbaseOf({ id: text, terms: [term(language, text, more)] })
