import { ACRONYM, isAbbreviation } from './abbreviation.ts'
import type { PartOfSpeech, Term } from './concept.ts'
import type { Grammar } from './grammar.ts'
import type { Word } from './words.ts'

/**
 * What a word of a term may change into: nothing, a plural s after an acronym, small letters as well where that stands
 * inside a longer term (Otan), an article it takes up (au), the forms of a part of speech or of any. What is forbidden in
 * the plural keeps it: who writes effective means no effectives.
 */
export type Role = 'fixed' | 'acronym' | 'inner acronym' | 'contracted' | 'plural' | PartOfSpeech | 'any'

const WORD = /[\p{L}\p{N}]/u

/** What each word of a term may change into. */
export function rolesOf(words: readonly Word[], term: Term, grammar: Grammar): Role[] {
  const { match, partOfSpeech } = term
  const still = ({ key, form }: Word) => !WORD.test(form) || grammar.particles.has(key)
  const verb = words.findIndex((word) => !still(word) && !grammar.adverb.test(word.key))
  return words.map((word, at) => {
    const last = at === words.length - 1
    if (match === 'exact') return last && isAbbreviation(term) ? 'acronym' : 'fixed'
    if (ACRONYM.test(word.form)) return words.length === 1 ? 'acronym' : 'inner acronym'
    if (words.length === 1 && term.status === 'forbidden' && grammar.isPlural(word.key)) return 'plural'
    if (words.length === 1) return partOfSpeech ?? 'any'
    if (still(word)) return last ? 'contracted' : 'fixed'
    if (partOfSpeech === 'verb' && at === verb) return 'verb'
    return partOfSpeech === 'adjective' ? 'adjective' : 'any'
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
    default:
      return grammar.forms(key, role === 'any' ? undefined : role)
  }
}
