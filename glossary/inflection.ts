import { ACRONYM, isAbbreviation } from './abbreviation.ts'
import type { Term } from './concept.ts'
import type { Grammar } from './grammar.ts'
import type { Part } from './partOfSpeech.ts'
import type { Word } from './words.ts'

/**
 * What a word of a term may change into: nothing, a plural s after an acronym, small letters as well where that stands
 * inside a longer term (Otan), an article it takes up (au), the forms of a part of speech or of any. What is forbidden in
 * the plural keeps it: who writes effective means no effectives.
 */
export type Role = 'fixed' | 'acronym' | 'inner acronym' | 'contracted' | 'plural' | Part | 'any'

const WORD = /[\p{L}\p{N}]/u

/** What each word of a term may change into, from what the whole of it is. */
export function rolesOf(words: readonly Word[], term: Term, part: Part | undefined, grammar: Grammar): Role[] {
  const { match } = term
  const still = ({ key, form }: Word) => !WORD.test(form) || grammar.particles.has(key)
  const verb = words.findIndex((word) => !still(word) && !grammar.adverb.test(word.key))
  return words.map((word, at) => {
    const last = at === words.length - 1
    if (match === 'exact') return last && isAbbreviation(term) ? 'acronym' : 'fixed'
    if (ACRONYM.test(word.form)) return words.length === 1 ? 'acronym' : 'inner acronym'
    if (words.length === 1 && term.status === 'forbidden' && grammar.isPlural(word.key)) return 'plural'
    if (words.length === 1) return part ?? 'any'
    if (still(word)) return last ? 'contracted' : 'fixed'
    if ((part === 'verb' || part === 'perhaps verb') && at === verb) return part
    return part === 'adjective' || (grammar.agrees && at > 0) ? 'adjective' : 'any'
  })
}

/** The keys of the forms a word takes, those it has in capitals among them. */
export function* formsOf(word: Word, role: Role, grammar: Grammar): Generator<string> {
  for (const form of changedBy(word, role, grammar)) yield* [form, ...grammar.capitals(form)]
}

function changedBy({ key, form }: Word, role: Role, grammar: Grammar): Iterable<string> {
  switch (role) {
    case 'fixed':
    case 'plural':
      return [key]
    case 'acronym':
      return grammar.acronyms(form)
    case 'inner acronym':
      return [...grammar.acronyms(form), form[0] + form.slice(1).toLowerCase()]
    case 'contracted':
      return grammar.contracted(key)
    case 'perhaps verb':
      return [...grammar.forms(key), ...grammar.forms(key, 'verb')]
    default:
      return grammar.forms(key, role === 'any' ? undefined : role)
  }
}
