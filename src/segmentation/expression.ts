import { Invalid } from '../errors.ts'
import {
  ANY,
  type CharacterClass,
  character,
  DEPTH,
  type Flags,
  LINE_ENDS,
  not,
  readClass,
  readEscape,
  WORDS,
} from './characters.ts'
import { Cursor } from './cursor.ts'

/**
 * A regular expression of an SRX file, read. Only where it matches counts, never what it captures: groups are gone, and
 * whether a repetition is greedy makes no difference.
 */
export type Expression =
  | { type: 'character'; characters: CharacterClass; ignoreCase: boolean }
  | { type: 'sequence'; parts: readonly Expression[] }
  | { type: 'choice'; options: readonly Expression[] }
  /** `most` may be infinite. */
  | { type: 'repeat'; body: Expression; least: number; most: number }
  | { type: 'look'; behind: boolean; negative: boolean; body: Expression }

interface Mode extends Flags {
  /** `^` and `$` at every line, and `.` also at the end of one. */
  lines: boolean
  dotAll: boolean
}

const PLAIN: Mode = { unicode: false, ignoreCase: false, lines: false, dotAll: false }
/** The flags by their letters; Unicode case (`u`) is how case is ignored anyway. */
const FLAGS: ReadonlyMap<string, keyof Mode | undefined> = new Map([
  ['i', 'ignoreCase'],
  ['m', 'lines'],
  ['s', 'dotAll'],
  ['u', undefined],
  ['U', 'unicode'],
])
/** The most a counted repetition may count to. */
const MOST = 10_000
/** The most pieces an expression may have once its repetitions are written out: a person writes a hundred. */
const LARGEST = 20_000
/** Characters of an expression as it is written. */
const LONGEST = 20_000

/**
 * Read an expression as Java reads it, where ICU agrees or has nothing like it: `\s`, `\w` and `\d` are ASCII, `\b` and `(?i)` are not.
 * @throws Invalid when it is none, or needs what cannot be done without backtracking.
 */
export function readExpression(pattern: string, ignoreCase = false): Expression {
  if (pattern.length > LONGEST) throw new Invalid((m) => m.segmentation.tooLarge)
  const cursor = new Cursor(pattern)
  const expression = readChoice(cursor, { ...PLAIN, ignoreCase }, 0)
  if (!cursor.done) throw new Invalid((m) => m.segmentation.unopened)
  if (sizeOf(expression) > LARGEST) throw new Invalid((m) => m.segmentation.tooLarge)
  return expression
}

function sizeOf(expression: Expression): number {
  const sum = (parts: readonly Expression[]) => parts.reduce((size, part) => size + sizeOf(part), 1)
  switch (expression.type) {
    case 'character':
      return 1
    case 'sequence':
      return sum(expression.parts)
    case 'choice':
      return sum(expression.options)
    case 'look':
      return sum([expression.body])
    case 'repeat': {
      const { body, least, most } = expression
      return 1 + (most === Number.POSITIVE_INFINITY ? least + 1 : most) * sizeOf(body)
    }
  }
}

function readChoice(cursor: Cursor, mode: Mode, depth: number): Expression {
  if (depth > DEPTH) throw new Invalid((m) => m.segmentation.tooLarge)
  const options = [readSequence(cursor, mode, depth)]
  while (cursor.skip('|')) options.push(readSequence(cursor, mode, depth))
  return options.length === 1 ? options[0]! : { type: 'choice', options }
}

function readSequence(cursor: Cursor, mode: Mode, depth: number): Expression {
  const parts: Expression[] = []
  while (!cursor.done && !cursor.next('|') && !cursor.next(')')) {
    const flags = cursor.match(/\(\?([A-Za-z]*)(?:-([A-Za-z]*))?\)/y)
    if (flags) Object.assign(mode, turned(mode, flags[1], flags[2]))
    else if (cursor.skip('(?#')) {
      if (!cursor.match(/[^)]*\)/y)) throw new Invalid((m) => m.segmentation.unclosed('('))
    } else if (cursor.skip('\\Q')) parts.push(...readQuoted(cursor, mode))
    else parts.push(readRepeated(cursor, mode, depth))
  }
  return parts.length === 1 ? parts[0]! : { type: 'sequence', parts }
}

/** Everything up to `\E` as it stands; a quantifier behind it counts for the last character. */
function readQuoted(cursor: Cursor, mode: Mode): Expression[] {
  const parts: Expression[] = []
  while (!cursor.done && !cursor.skip('\\E')) parts.push(one(character(cursor.take().codePointAt(0)!), mode))
  const last = parts.pop()
  return last === undefined ? parts : [...parts, repeated(cursor, last)]
}

function readRepeated(cursor: Cursor, mode: Mode, depth: number): Expression {
  if (/[*+?{]/.test(cursor.text[cursor.at]!)) throw new Invalid((m) => m.segmentation.nothingToRepeat)
  return repeated(cursor, readAtom(cursor, mode, depth))
}

function repeated(cursor: Cursor, body: Expression): Expression {
  const found = cursor.match(/(?:([*+?])|\{\s*(\d{1,9})\s*(?:(,)\s*(\d{0,9})\s*)?\})([?+]?)/y)
  if (/[*+?{]/.test(cursor.text[cursor.at] ?? '')) throw new Invalid((m) => m.segmentation.nothingToRepeat)
  if (!found) return body
  const [, sign = '', from, comma, to, manner] = found
  const [least, most] = SIGNS.get(sign) ?? [Number(from), comma ? Number(to || Number.POSITIVE_INFINITY) : Number(from)]
  if (least > most) throw new Invalid((m) => m.segmentation.range)
  if (least > MOST || (most > MOST && Number.isFinite(most))) throw new Invalid((m) => m.segmentation.tooLarge)
  return manner === '+' ? possessive(body, least, most) : { type: 'repeat', body, least, most }
}

/** The least and the most of what a sign repeats. */
const SIGNS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['*', [0, Number.POSITIVE_INFINITY]],
  ['+', [1, Number.POSITIVE_INFINITY]],
  ['?', [0, 1]],
])

/** As many as there are and none given back: of single characters, as many as there are and no such character behind. */
function possessive(body: Expression, least: number, most: number): Expression {
  if (body.type !== 'character') throw new Invalid((m) => m.segmentation.unsupported('(…)++'))
  const stop = look(false, true, body)
  if (most === Number.POSITIVE_INFINITY) return sequence({ type: 'repeat', body, least, most }, stop)
  const all: Expression = { type: 'repeat', body, least: most, most }
  if (least === most) return all
  return { type: 'choice', options: [all, sequence({ type: 'repeat', body, least, most: most - 1 }, stop)] }
}

/** Groups that can be done by an automaton, by what opens them; `undefined` is a mere group. */
const GROUPS: readonly (readonly [opening: string, behind?: boolean, negative?: boolean])[] = [
  ['(?:'],
  ['(?=', false, false],
  ['(?!', false, true],
  ['(?<=', true, false],
  ['(?<!', true, true],
]

function readAtom(cursor: Cursor, mode: Mode, depth: number): Expression {
  const group = GROUPS.find(([opening]) => cursor.skip(opening))
  if (group) {
    const [, behind, negative] = group
    const body = readGroup(cursor, mode, depth)
    return behind === undefined ? body : look(behind, negative!, body)
  }
  const flags = cursor.match(/\(\?([A-Za-z]*)(?:-([A-Za-z]*))?:/y)
  if (flags) return readGroup(cursor, turned(mode, flags[1], flags[2]), depth)
  if (cursor.match(/\(\?<[A-Za-z][\dA-Za-z]*>/y)) return readGroup(cursor, mode, depth)
  if (cursor.skip('(?')) throw new Invalid((m) => m.segmentation.unsupported(`(?${cursor.text[cursor.at] ?? ''}`))
  if (cursor.skip('(')) return readGroup(cursor, mode, depth)
  if (cursor.skip('[')) return one(readClass(cursor, mode), mode)
  if (cursor.skip('.')) return one(mode.dotAll ? ANY : not(LINE_ENDS), mode)
  if (cursor.skip('^')) return mode.lines ? LINE_START : START
  if (cursor.skip('$')) return mode.lines ? LINE_END : LAST_LINE_END
  if (!cursor.skip('\\')) return one(character(cursor.take().codePointAt(0)!), mode)
  const place = PLACES[cursor.text[cursor.at] ?? '']
  if (place) {
    cursor.take()
    return place
  }
  const escaped = readEscape(cursor, mode)
  return one(typeof escaped === 'number' ? character(escaped) : escaped, mode)
}

function readGroup(cursor: Cursor, mode: Mode, depth: number): Expression {
  const body = readChoice(cursor, { ...mode }, depth + 1)
  if (!cursor.skip(')')) throw new Invalid((m) => m.segmentation.unclosed('('))
  return body
}

function turned(mode: Mode, on = '', off = ''): Mode {
  const flags = { ...mode }
  for (const letter of on + off) {
    if (!FLAGS.has(letter)) throw new Invalid((m) => m.segmentation.unsupported(`(?${letter})`))
    const flag = FLAGS.get(letter)
    if (flag !== undefined) flags[flag] = !off.includes(letter)
  }
  return flags
}

const one = (characters: CharacterClass, { ignoreCase }: Pick<Flags, 'ignoreCase'>): Expression => ({
  type: 'character',
  characters,
  ignoreCase,
})
const sequence = (...parts: Expression[]): Expression => ({ type: 'sequence', parts })
const choice = (...options: Expression[]): Expression => ({ type: 'choice', options })
const look = (behind: boolean, negative: boolean, body: Expression): Expression => ({
  type: 'look',
  behind,
  negative,
  body,
})

const any = one(ANY, PLAIN)
const word = one(WORDS, PLAIN)
const START = look(true, true, any)
const END = look(false, true, any)
const LINE_BREAK = choice(
  sequence(one('[\\r]', PLAIN), one('[\\n]', PLAIN)),
  one('[\\n-\\r\\x85\\u2028\\u2029]', PLAIN),
)
const LAST_LINE_END = look(false, false, sequence({ type: 'repeat', body: LINE_BREAK, least: 0, most: 1 }, END))
const LINE_START = choice(START, look(true, false, one(LINE_ENDS, PLAIN)))
const LINE_END = choice(END, look(false, false, one(LINE_ENDS, PLAIN)))
const BOUNDARY = choice(
  sequence(look(true, false, word), look(false, true, word)),
  sequence(look(true, true, word), look(false, false, word)),
)
const NO_BOUNDARY = choice(
  sequence(look(true, false, word), look(false, false, word)),
  sequence(look(true, true, word), look(false, true, word)),
)

/** Escapes that are no character: a place, or any line break. */
const PLACES: Readonly<Record<string, Expression>> = {
  A: START,
  z: END,
  Z: LAST_LINE_END,
  b: BOUNDARY,
  B: NO_BOUNDARY,
  R: LINE_BREAK,
}
