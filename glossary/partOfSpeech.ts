import type { Concept, PartOfSpeech, Term } from './concept.ts'
import { grammarOf } from './grammar.ts'

/** What a term is in a sentence. `perhaps verb`: nobody said so, and it may be a noun or an adjective as well. */
export type Part = PartOfSpeech | 'perhaps verb'

/**
 * What a term is, as its row says. Where that is left empty it is taken for a verb if the other terms of its concept are
 * verbs, or, where none of them says anything, if one is an infinitive.
 */
export function partOf({ terms }: Concept, term: Term): Part | undefined {
  if (term.partOfSpeech !== undefined) return term.partOfSpeech
  const said = new Set(terms.flatMap(({ partOfSpeech }) => partOfSpeech ?? []))
  if (said.size > 0) return said.size === 1 && said.has('verb') ? 'perhaps verb' : undefined
  if (!terms.some(isInfinitive)) return undefined
  // In a language whose infinitives are known by their form, what has another form is none.
  return isInfinitive(term) || grammarOf(term.language).isInfinitive === undefined ? 'perhaps verb' : undefined
}

const isInfinitive = ({ language, text, match }: Term): boolean =>
  match === 'inflected' && (grammarOf(language).isInfinitive?.(text) ?? false)
