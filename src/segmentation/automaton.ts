import { Invalid } from '../errors.ts'
import { Alphabet } from './alphabet.ts'
import type { Expression } from './expression.ts'

/** More than any file of rules needs; a repetition of repetitions can ask for any number. */
const MOST_STATES = 100_000
/** What is remembered of the texts run over, before it is forgotten and learnt again. */
const MOST_REMEMBERED = 20_000
/** Steps: enough to learn all the rules of a language, and then for each character of the texts. */
const FIRST_STEPS = 10_000_000
const STEPS_A_CHARACTER = 100

/** What the automata of a set of rules share: what they tell apart, what they look around for, and how much they may still do. */
export class Workshop {
  readonly alphabet = new Alphabet()
  readonly #lookarounds = {
    backward: new Map<Expression | string, Automaton>(),
    forward: new Map<Expression | string, Automaton>(),
  }
  #states = 0
  #steps = FIRST_STEPS

  /** One automaton for the same question, however often it is asked. */
  lookaround(body: Expression, backward: boolean): Automaton {
    const known = this.#lookarounds[backward ? 'backward' : 'forward']
    const own = known.get(body)
    if (own) return own
    const written = JSON.stringify(body)
    const automaton = known.get(written) ?? new Automaton(this, [body], backward)
    known.set(body, automaton)
    known.set(written, automaton)
    return automaton
  }

  /** Called for each piece of an expression. @throws Invalid when there are more than can be meant. */
  grow(): void {
    this.#states += 1
    if (this.#states > MOST_STATES) throw new Invalid((m) => m.segmentation.tooLarge)
  }

  /** Called for each text: its length is what may be spent on it. */
  allow(length: number): void {
    this.#steps = Math.min(FIRST_STEPS, Math.max(0, this.#steps)) + length * STEPS_A_CHARACTER
  }

  /** @throws Invalid when rules go through a text again and again. */
  spend(steps: number): void {
    this.#steps -= steps
    if (this.#steps < 0) throw new Invalid((m) => m.segmentation.costly)
  }
}

/** Where a run may stand: before a character, before a look around, or at the end of an expression. */
type State =
  | { type: 'character'; characters: number; next: number }
  | { type: 'fork'; next: readonly number[] }
  | { type: 'look'; lookaround: Automaton; negative: boolean; next: number }
  | { type: 'end'; expression: number }

/** States a run stands in at once. */
interface Standing {
  states: readonly number[]
  /** What must be looked around for to go on. */
  lookarounds: readonly Automaton[]
  /** What can be gone on with, by what was seen around. */
  open: Map<string, Open>
}

/** The same with all forks taken. */
interface Open {
  characters: readonly number[]
  ended: ReadonlySet<number>
  /** By the kind of the next character. */
  next: (Standing | undefined)[]
}

/**
 * Expressions run over a text together from one place, forwards or backwards, a step a character: nothing is ever tried
 * again, so that no expression takes longer than the text it looks at is long.
 */
export class Automaton {
  readonly #workshop: Workshop
  readonly #backward: boolean
  readonly #states: State[] = []
  readonly #starts: readonly number[]
  #known = new Map<string, Standing>()
  #start: Standing

  constructor(workshop: Workshop, expressions: readonly Expression[], backward: boolean) {
    this.#workshop = workshop
    this.#backward = backward
    this.#starts = expressions.map((expression, at) =>
      this.#build(expression, this.#add({ type: 'end', expression: at })),
    )
    this.#start = this.#standing(this.#starts)
  }

  /** The expressions that match from a place in a text on, by their numbers: a set for each length at which some do. */
  matching(text: string, at: number): ReadonlySet<number>[] {
    const found: ReadonlySet<number>[] = []
    this.#run(text, at, (ended) => {
      found.push(ended)
      return true
    })
    return found
  }

  matches(text: string, at: number): boolean {
    let found = false
    this.#run(text, at, () => {
      found = true
      return false
    })
    return found
  }

  /** The classes one of whose characters an expression begins with; `undefined` where it may begin with none. */
  beginnings(expression: number): ReadonlySet<number> | undefined {
    const { characters, ended } = this.#opened([this.#starts[expression]!], () => undefined)
    return ended.size > 0 ? undefined : new Set(characters.map((state) => this.#characterOf(state).characters))
  }

  /** Tell of the expressions that match at each length, until told to stop. */
  #run(text: string, from: number, end: (ended: ReadonlySet<number>) => boolean): void {
    const { alphabet } = this.#workshop
    let standing = this.#start
    let at = from
    for (;;) {
      const open = this.#open(standing, text, at)
      if (open.ended.size > 0 && !end(open.ended)) return
      if (open.characters.length === 0) return
      const codePoint = this.#backward ? codePointBefore(text, at) : text.codePointAt(at)
      if (codePoint === undefined) return
      const length = codePoint > 0xff_ff ? 2 : 1
      at += this.#backward ? -length : length
      const kind = alphabet.kindOf(codePoint)
      standing = open.next[kind] ??= this.#step(open, kind)
      this.#workshop.spend(1)
    }
  }

  #open(standing: Standing, text: string, at: number): Open {
    const { states, lookarounds, open } = standing
    let seen = ''
    for (const lookaround of lookarounds) seen += lookaround.matches(text, at) ? '1' : '0'
    const known = open.get(seen)
    if (known) return known
    const opened = this.#opened(states, (lookaround) => seen[lookarounds.indexOf(lookaround)] === '1')
    open.set(seen, opened)
    return opened
  }

  /** All forks taken. Where it is not known what stands around, every way is open. */
  #opened(states: readonly number[], isThere: (lookaround: Automaton) => boolean | undefined): Open {
    const characters: number[] = []
    const ended = new Set<number>()
    for (const [number, state] of this.#reachable(states, isThere)) {
      if (state.type === 'character') characters.push(number)
      if (state.type === 'end') ended.add(state.expression)
    }
    return { characters, ended, next: [] }
  }

  #reachable(states: readonly number[], isThere: (lookaround: Automaton) => boolean | undefined): Map<number, State> {
    const reached = new Map<number, State>()
    const left = [...states]
    for (let number = left.pop(); number !== undefined; number = left.pop()) {
      if (reached.has(number)) continue
      const state = this.#states[number]!
      reached.set(number, state)
      if (state.type === 'fork') for (const next of state.next) left.push(next)
      if (state.type === 'look' && isThere(state.lookaround) !== state.negative) left.push(state.next)
    }
    this.#workshop.spend(reached.size)
    return reached
  }

  #step(open: Open, kind: number): Standing {
    const { alphabet } = this.#workshop
    const next = new Set<number>()
    for (const state of open.characters) {
      const { characters, next: behind } = this.#characterOf(state)
      if (alphabet.holds(characters, kind)) next.add(behind)
    }
    this.#workshop.spend(open.characters.length)
    return this.#standing([...next].sort((one, other) => one - other))
  }

  #standing(states: readonly number[]): Standing {
    const key = states.join()
    const known = this.#known.get(key)
    if (known) return known
    if (this.#known.size >= MOST_REMEMBERED) {
      this.#known = new Map()
      this.#start = this.#standing(this.#starts)
    }
    const lookarounds = new Set<Automaton>()
    for (const state of this.#reachable(states, () => undefined).values()) {
      if (state.type === 'look') lookarounds.add(state.lookaround)
    }
    const standing = { states, lookarounds: [...lookarounds], open: new Map<string, Open>() }
    this.#known.set(key, standing)
    return standing
  }

  #characterOf(number: number): State & { type: 'character' } {
    const state = this.#states[number]!
    if (state.type !== 'character') throw new Error('no state before a character')
    return state
  }

  #add(state: State): number {
    this.#workshop.grow()
    return this.#states.push(state) - 1
  }

  /** The states of an expression, in the order they are run through, before the state `next`; the first of them. */
  #build(expression: Expression, next: number): number {
    this.#workshop.grow()
    switch (expression.type) {
      case 'character': {
        const characters = this.#workshop.alphabet.add(expression.characters, expression.ignoreCase)
        return this.#add({ type: 'character', characters, next })
      }
      case 'sequence': {
        const parts = this.#backward ? expression.parts : [...expression.parts].reverse()
        return parts.reduce((behind, part) => this.#build(part, behind), next)
      }
      case 'choice':
        return this.#add({ type: 'fork', next: expression.options.map((option) => this.#build(option, next)) })
      case 'repeat':
        return this.#buildRepeat(expression, next)
      case 'look': {
        const { body, behind, negative } = expression
        return this.#add({ type: 'look', lookaround: this.#workshop.lookaround(body, behind), negative, next })
      }
    }
  }

  #buildRepeat({ body, least, most }: Expression & { type: 'repeat' }, next: number): number {
    let first = next
    if (most === Number.POSITIVE_INFINITY) {
      const ways = [next]
      first = this.#add({ type: 'fork', next: ways })
      ways.push(this.#build(body, first))
    } else {
      for (let count = least; count < most; count++) {
        first = this.#add({ type: 'fork', next: [next, this.#build(body, first)] })
      }
    }
    for (let count = 0; count < least; count++) first = this.#build(body, first)
    return first
  }
}

function codePointBefore(text: string, at: number): number | undefined {
  const low = text.charCodeAt(at - 1)
  if (Number.isNaN(low)) return undefined
  const pair = low >= 0xdc_00 && low <= 0xdf_ff ? text.codePointAt(at - 2) : undefined
  return pair !== undefined && pair > 0xff_ff ? pair : low
}
