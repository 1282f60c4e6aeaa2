import type { Condition } from './condition.ts'
import { fold } from './fold.ts'
import type { Grammar } from './grammar.ts'
import type { Word } from './words.ts'
import { wordsOf } from './words.ts'

/** Words of a text, and the run of them that spells a term, `to` exclusive. */
export interface Context {
  words: readonly Word[]
  from: number
  to: number
}

/** Whether something holds where a term stands. */
export type Test = (context: Context) => boolean

/** A term's conditions as one test: one of `appliesWhen` holds, if there are any, and none of `notWhen`. */
export function testOf(
  { appliesWhen = [], notWhen = [] }: { appliesWhen?: readonly Condition[]; notWhen?: readonly Condition[] },
  grammar: Grammar,
): Test | undefined {
  if (appliesWhen.length + notWhen.length === 0) return undefined
  const wanted = appliesWhen.map((condition) => compiled(condition, grammar))
  const unwanted = notWhen.map((condition) => compiled(condition, grammar))
  return (context) =>
    (wanted.length === 0 || wanted.some((holds) => holds(context) !== false)) &&
    unwanted.every((holds) => holds(context) !== true)
}

/** What cannot be told is `undefined`: it neither asks for the term nor excludes it. */
type Condition3 = (context: Context) => boolean | undefined

function compiled(condition: Condition, grammar: Grammar): Condition3 {
  switch (condition.kind) {
    case 'capital':
      return capital
    case 'lowercase':
      return (context) => {
        const answer = capital(context)
        return answer === undefined ? undefined : !answer
      }
    case 'determiner':
      return ({ words, from }) => introduced(words, from, grammar)
    case 'no determiner':
      return ({ words, from }) => !introduced(words, from, grammar)
    default: {
      const phrase = phraseOf(condition.words, grammar)
      const { length } = phrase
      if (condition.kind === 'after') return ({ words, from }) => stands(phrase, words, from - length)
      if (condition.kind === 'before') return ({ words, to }) => stands(phrase, words, to)
      const places = remembered((words) => words.flatMap((_, at) => (stands(phrase, words, at) ? [at] : [])))
      return ({ words, from, to }) => places(words).some((at) => at + length <= from || at >= to)
    }
  }
}

/** A word of a condition: the forms that will do. */
type Forms = ReadonlySet<string>

/** A phrase that ends in an elided word (d’) is cut where the word it leans on would stand. */
function phraseOf(text: string, grammar: Grammar): Forms[] {
  const folded = fold(text)
  const leaning = folded.text.endsWith("'")
  const words = wordsOf(leaning ? fold(`${text}a`) : folded, grammar)
  return (leaning ? words.slice(0, -1) : words).map(({ key }) => {
    const parts = [undefined, ...grammar.parts(key)]
    const forms = [...parts.flatMap((part) => [...grammar.forms(key, part)]), ...grammar.contracted(key)]
    return new Set([...forms, ...forms.flatMap((form) => [...grammar.capitals(form)])])
  })
}

const stands = (phrase: readonly Forms[], words: readonly Word[], at: number): boolean =>
  at >= 0 &&
  phrase.every((forms, nth) => {
    const word = words[at + nth]
    return word !== undefined && (forms.has(word.key) || forms.has(word.form))
  })

/** Whether an article, a number or the like stands right before a word. */
export function introduced(words: readonly Word[], at: number, grammar: Grammar): boolean {
  const { determiners, quantities, linking } = grammar
  const { key } = words[at - 1] ?? {}
  if (key === undefined) return false
  return determiners.has(key) || /^\p{N}+$/u.test(key) || (linking.has(key) && quantities.has(words[at - 2]?.key ?? ''))
}

const OPENING = /^[.!?…:«“„"([*•·–—-]$/u

/** Whether the term begins with a capital that means something: not where any word would have one. */
export function capital({ words, from }: Context): boolean | undefined {
  const first = words[from]!.form
  if (!/^\p{Lu}/u.test(first)) return false
  if (from === 0 || OPENING.test(words[from - 1]!.form)) return undefined
  return hasSmallLetters(words) ? true : undefined
}

/** What is worked out once for the words of a text, however many terms stand in it. */
function remembered<Answer>(answer: (words: readonly Word[]) => Answer): (words: readonly Word[]) => Answer {
  const known = new WeakMap<readonly Word[], { answer: Answer }>()
  return (words) => {
    const kept = known.get(words) ?? { answer: answer(words) }
    known.set(words, kept)
    return kept.answer
  }
}

const hasSmallLetters = remembered((words) => words.some(({ form }) => /\p{Ll}/u.test(form)))
