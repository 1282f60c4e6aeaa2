import { Invalid } from '../errors.ts'
import type { Cursor } from './cursor.ts'

/** Characters as a class of a JavaScript expression with the flag `v`. */
export type CharacterClass = string

export const ANY: CharacterClass = '[^]'
export const LINE_ENDS: CharacterClass = '[\\n\\r\\x85\\u2028\\u2029]'

/** What `\b` stands between, which Unicode counts as words also where `\w` is ASCII. */
export const WORDS: CharacterClass = '[\\p{L}\\p{M}\\p{Nd}\\p{Pc}]'

const SETS: Readonly<Record<string, CharacterClass>> = {
  d: '[0-9]',
  s: '[ \\t-\\r]',
  w: '[0-9A-Za-z_]',
  h: '[ \\t\\xA0\\u1680\\u180E\\u2000-\\u200A\\u202F\\u205F\\u3000]',
  v: '[\\n-\\r\\x85\\u2028\\u2029]',
}

/** The same under the flag `U`. */
const UNICODE_SETS: Readonly<Record<string, CharacterClass>> = {
  d: '\\p{Nd}',
  s: '\\p{White_Space}',
  w: '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Join_Control}]',
}

/** Names that are ASCII in Java. */
const ASCII_NAMES: ReadonlyMap<string, CharacterClass> = new Map(
  Object.entries({
    Lower: '[a-z]',
    Upper: '[A-Z]',
    Alpha: '[A-Za-z]',
    Digit: '[0-9]',
    Alnum: '[0-9A-Za-z]',
    Punct: '[!-\\/:-@\\[-`\\{-~]',
    Graph: '[!-~]',
    Print: '[ -~]',
    Blank: '[ \\t]',
    Cntrl: '[\\0-\\x1F\\x7F]',
    XDigit: '[0-9A-Fa-f]',
    Space: '[ \\t-\\r]',
  }),
)

/** The same names for all of Unicode, as ICU writes them: `[:alpha:]`. */
const UNICODE_NAMES: ReadonlyMap<string, CharacterClass> = new Map(
  Object.entries({
    lower: '\\p{Lowercase}',
    upper: '\\p{Uppercase}',
    alpha: '\\p{Alphabetic}',
    digit: '\\p{Nd}',
    alnum: '[\\p{Alphabetic}\\p{Nd}]',
    punct: '\\p{P}',
    graph: '[^\\p{White_Space}\\p{Cc}\\p{Cs}\\p{Cn}]',
    print: '[^\\p{Cc}\\p{Cs}\\p{Cn}]',
    blank: '[\\p{Zs}\\t]',
    cntrl: '\\p{Cc}',
    xdigit: '[\\p{Nd}\\p{Hex_Digit}]',
    space: '\\p{White_Space}',
  }),
)

const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, f: 12, r: 13, a: 7, e: 27 }

/** Which characters an expression means by `\w`, `\d` and `\s`, and by letters: all their cases or the one written. */
export interface Flags {
  unicode: boolean
  ignoreCase: boolean
}

export const character = (codePoint: number): CharacterClass => `[\\u{${codePoint.toString(16)}}]`
export const not = (characters: CharacterClass): CharacterClass => `[^${characters}]`

/** What stands behind a backslash: one character by its code point, or a class of them. @throws Invalid */
export function readEscape(cursor: Cursor, { unicode }: Flags): number | CharacterClass {
  if (cursor.done) throw new Invalid((m) => m.segmentation.unfinished)
  const coded = cursor.match(
    /u\{([\dA-Fa-f]{1,6})\}|u([Dd][89ABab][\dA-Fa-f]{2}\\u[Dd][C-Fc-f][\dA-Fa-f]{2}|[\dA-Fa-f]{4})|x\{([\dA-Fa-f]{1,6})\}|x([\dA-Fa-f]{2})|U([\dA-Fa-f]{8})/y,
  )
  if (coded) {
    const [written, ...digits] = coded
    const halves = digits.find((found) => found !== undefined)!.split('\\u')
    const codes = halves.map((half) => Number.parseInt(half, 16))
    const code = codes.length === 2 ? String.fromCharCode(...codes).codePointAt(0)! : codes[0]!
    if (code > 0x10_ff_ff) throw new Invalid((m) => m.segmentation.unsupported(`\\${written}`))
    return code
  }
  const octal = cursor.match(/0([0-3]?[0-7]{1,2})/y)
  if (octal) return Number.parseInt(octal[1]!, 8)
  const control = cursor.match(/c([@-_])/y)
  if (control) return control[1]!.charCodeAt(0) ^ 64
  const named = cursor.match(/([pP])(?:\{(\^?)([^{}]*)\}|(\p{Lu}))/uy)
  if (named) {
    const [, letter, caret = '', name = '', short = ''] = named
    const characters = classNamed(name || short, unicode)
    return (letter === 'P') === (caret !== '') ? characters : not(characters)
  }
  const letter = cursor.take()
  const set = (unicode ? UNICODE_SETS[letter.toLowerCase()] : undefined) ?? SETS[letter.toLowerCase()]
  if (set !== undefined) return letter === letter.toLowerCase() ? set : not(set)
  const code = CONTROLS[letter]
  if (code !== undefined) return code
  if (/[0-9A-Za-z]/.test(letter)) throw new Invalid((m) => m.segmentation.unsupported(`\\${letter}`))
  return letter.codePointAt(0)!
}

/** A class by its name in Java or ICU: a category, a script, a property. Blocks of code points have none here. @throws Invalid */
function classNamed(written: string, unicode: boolean): CharacterClass {
  const ascii = ASCII_NAMES.get(written)
  if (ascii !== undefined) return unicode ? UNICODE_NAMES.get(written.toLowerCase())! : ascii
  if (/^all$/i.test(written)) return ANY
  if (written === 'L1') return '[\\0-\\xFF]'
  const name = written.replace(/^(?:Is|gc=|general_category=|sc=|script=)/i, '')
  const capitalised = name.toLowerCase().replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase())
  for (const spelt of [name, capitalised]) {
    for (const property of [`\\p{${spelt}}`, `\\p{Script=${spelt}}`]) if (isClass(property)) return property
  }
  throw new Invalid((m) => m.segmentation.unknownClass(written))
}

function isClass(property: string): boolean {
  try {
    new RegExp(property, 'u')
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

/** More levels of brackets than a person writes. */
export const DEPTH = 100

/** The rest of a class in brackets: unions, intersections (`&&`), classes inside. @throws Invalid */
export function readClass(cursor: Cursor, flags: Flags, depth = 0): CharacterClass {
  if (depth > DEPTH) throw new Invalid((m) => m.segmentation.tooLarge)
  const negated = cursor.skip('^')
  const operands: string[] = []
  // A bracket that would close it at once is a member of it.
  let members = cursor.skip(']') ? character(93) : ''

  while (!cursor.skip(']')) {
    if (cursor.done) throw new Invalid((m) => m.segmentation.unclosed('['))
    const posix = cursor.match(/\[:(\^?)([A-Za-z_]+):\]/y)
    if (posix) {
      const [, caret, name = ''] = posix
      const characters = UNICODE_NAMES.get(name.toLowerCase()) ?? classNamed(name, true)
      members += caret ? not(characters) : characters
    } else if (cursor.skip('&&')) {
      operands.push(members)
      members = ''
    } else if (cursor.skip('[')) members += readClass(cursor, flags, depth + 1)
    else if (cursor.skip('\\Q')) {
      while (!cursor.done && !cursor.skip('\\E')) members += character(cursor.take().codePointAt(0)!)
    } else {
      const from = readMember(cursor, flags)
      if (typeof from === 'string') members += from
      else if (cursor.match(/-(?!\]|\[|&&)/y)) {
        const to = readMember(cursor, flags)
        if (typeof to === 'string' || to < from) throw new Invalid((m) => m.segmentation.range)
        members += `[\\u{${from.toString(16)}}-\\u{${to.toString(16)}}]`
      } else members += character(from)
    }
  }
  const all = operands.length === 0 ? members : [...operands, members].map((operand) => `[${operand}]`).join('&&')
  return negated ? `[^[${all}]]` : `[${all}]`
}

function readMember(cursor: Cursor, flags: Flags): number | CharacterClass {
  if (cursor.done) throw new Invalid((m) => m.segmentation.unclosed('['))
  return cursor.skip('\\') ? readEscape(cursor, flags) : cursor.take().codePointAt(0)!
}
