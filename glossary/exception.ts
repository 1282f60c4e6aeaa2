import type { Concept } from './concept.ts'
import type { Condition } from './condition.ts'
import { introduced } from './context.ts'
import { fold } from './fold.ts'
import { grammarOf, type PhraseRole, type Phrases } from './grammar.ts'
import type { Recognition, Span } from './ledger.ts'
import { type Word, wordsOf } from './words.ts'

const LETTER = /^\p{L}/u

/** A word beside a term: what it is in noun phrases, and where it stands in the text as given. */
interface Beside extends Span {
  word: Word
  role: PhraseRole
}

/**
 * What tells a place where a term means something else from the others: the noun or adjective beside it, or what a
 * preposition joins to it (feu de camp, coup de feu). Pronouns, articles and verbs stand beside anything and tell nothing.
 */
export function tellingCondition(
  text: string,
  { start, end, term }: Pick<Recognition, 'start' | 'end' | 'term'>,
  language: string,
): Condition | undefined {
  const grammar = grammarOf(language)
  const { phrases } = grammar
  if (phrases === undefined) return undefined
  const folded = fold(text)
  const beside = wordsOf(folded, grammar).map((word): Beside => {
    const [from, to] = folded.spanOf(word.start, word.end)
    return { word, role: LETTER.test(word.form) ? phrases.roleOf(word) : 'other', start: from, end: to }
  })
  const before = beside.filter((one) => one.end <= start).reverse()
  const behind = beside.filter((one) => one.start >= end)

  const after = (told: readonly Beside[]) => ({ kind: 'after' as const, words: wordsIn(text, told.toReversed()) })
  const then = (told: readonly Beside[]) => ({ kind: 'before' as const, words: wordsIn(text, told) })
  // What stands before a verb is whoever does it.
  const ahead = term.partOfSpeech === 'verb' ? [] : uptoContent(before)
  const next = uptoContent(behind)
  if (ahead.length === 1) return after(ahead)
  const words = beside.map(({ word }) => word)
  const joins = next[0]?.role === 'preposition' || (next.length > 1 && !introduced(words, before.length, grammar))
  if (joins) return then(next)
  if (ahead.length === 2 && isBare(ahead[0]!, phrases)) return after(ahead)
  if (next.length === 1 && phrases.adjectives.test(next[0]!.word.key)) return then(next)
  return undefined
}

/** The words beside a term up to the first that a noun phrase is about; none where anything else comes first. */
function uptoContent(words: readonly Beside[]): readonly Beside[] {
  const told = words.slice(0, words.findIndex(({ role }) => role === 'content') + 1)
  return told.some(({ role }) => role === 'other') ? [] : told
}

/** A preposition without an article: coup de feu, and not le général de l’armée. */
const isBare = ({ word, role }: Beside, { links }: Phrases) =>
  role === 'preposition' && !links.get(word.key)?.includes(' ')

const wordsIn = (text: string, told: readonly Beside[]) =>
  text.slice(told[0]!.start, told.at(-1)!.end).toLowerCase().replace(/\s+/gu, ' ')

/** The concept, its term that was recognised there no longer applying under this condition. */
export const excepted = (concept: Concept, { term }: Recognition, condition: Condition): Concept => ({
  ...concept,
  terms: concept.terms.map((one) =>
    one.language === term.language && one.text === term.text
      ? { ...one, notWhen: [...(one.notWhen ?? []), condition] }
      : one,
  ),
})
