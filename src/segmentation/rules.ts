import { Automaton, Workshop } from './automaton.ts'
import type { Expression } from './expression.ts'

/** One rule of SRX: where `before` ends and `after` begins, a sentence ends or does not. */
export interface Rule {
  breaks: boolean
  before: Expression
  after: Expression
}

/** The rules of one language, ready to be applied. */
export interface Rules {
  /** Where sentences end inside a text, as UTF-16 offsets. @throws Invalid when the rules are too costly for it. */
  ends(text: string): number[]
}

/**
 * Rules in their order: at each place the first of them that matches decides, and where none does no sentence ends. They
 * run together, so that many cost little more than a few.
 * @throws Invalid when they are too large.
 */
export function compileRules(rules: readonly Rule[]): Rules {
  const workshop = new Workshop()
  const { alphabet } = workshop
  const before = new Automaton(
    workshop,
    rules.map((rule) => rule.before),
    true,
  )
  const after = new Automaton(
    workshop,
    rules.map((rule) => rule.after),
    false,
  )
  const breaking = [...rules.keys()].filter((number) => rules[number]!.breaks)
  const mayEnd = among(besides(before, breaking))
  const mayBegin = among(besides(after, breaking))

  return {
    ends(text) {
      workshop.allow(text.length)
      const ends: number[] = []
      let previous = 0
      for (let at = 0; at < text.length; ) {
        const codePoint = text.codePointAt(at)!
        const kind = alphabet.kindOf(codePoint)
        if (at > 0 && mayEnd(previous) && mayBegin(kind) && isEnd(text, at)) ends.push(at)
        previous = kind
        at += codePoint > 0xff_ff ? 2 : 1
      }
      return ends
    },
  }

  function isEnd(text: string, at: number): boolean {
    const left = before.matching(text, at).flatMap((numbers) => [...numbers])
    if (!left.some((number) => rules[number]!.breaks)) return false
    const right = after.matching(text, at)
    const deciding = Math.min(...left.filter((number) => right.some((numbers) => numbers.has(number))))
    return rules[deciding]?.breaks ?? false
  }

  /** Whether characters of a kind stand in one of some classes. */
  function among(classes: ReadonlySet<number> | undefined): (kind: number) => boolean {
    const known: boolean[] = []
    return (kind) =>
      (known[kind] ??= classes === undefined || [...classes].some((number) => alphabet.holds(number, kind)))
  }
}

/** The classes that may stand next to a place where one of some rules matches; `undefined` where anything may. */
function besides(automaton: Automaton, rules: readonly number[]): ReadonlySet<number> | undefined {
  const classes = new Set<number>()
  for (const number of rules) {
    const beginnings = automaton.beginnings(number)
    if (beginnings === undefined) return undefined
    for (const characters of beginnings) classes.add(characters)
  }
  return classes
}
