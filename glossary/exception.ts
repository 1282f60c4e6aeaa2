import type { Concept } from './concept.ts'
import type { Condition } from './condition.ts'
import { fold } from './fold.ts'
import { grammarOf } from './grammar.ts'
import type { Recognition, Span } from './ledger.ts'
import { wordsOf } from './words.ts'

const LETTER = /\p{L}/u

/**
 * What tells a place where a term means something else from the others: the word right before it, or else the one right
 * behind it. Words that stand before or behind anything tell nothing.
 */
export function tellingCondition(text: string, { start, end }: Span, language: string): Condition | undefined {
  const folded = fold(text)
  const { particles, determiners, ...grammar } = grammarOf(language)
  const words = wordsOf(folded, { particles, determiners, ...grammar }).map((word) => ({
    ...word,
    span: folded.spanOf(word.start, word.end),
  }))
  const before = words.findLast(({ span }) => span[1] <= start)
  const behind = words.filter(({ span }) => span[0] >= end)
  const tells = ({ form, key }: { form: string; key: string }) =>
    LETTER.test(form) && !particles.has(key) && !determiners.has(key)
  if (before && tells(before)) return { kind: 'after', words: before.key }
  // À voile: what follows a particle tells as much as the particle joins.
  const told = behind.slice(0, behind.findIndex(tells) + 1)
  const joined = told.every(({ form }) => LETTER.test(form)) && told.length > 0
  return joined
    ? { kind: 'before', words: text.slice(told[0]!.span[0], told.at(-1)!.span[1]).toLowerCase() }
    : undefined
}

/** The concept, its term that was recognised there no longer applying under this condition. */
export const excepted = (concept: Concept, { term }: Recognition, condition: Condition): Concept => ({
  ...concept,
  terms: concept.terms.map((one) =>
    one.language === term.language && one.text === term.text
      ? { ...one, notWhen: [...(one.notWhen ?? []), condition] }
      : one,
  ),
})
