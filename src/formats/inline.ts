import { literalNumbers } from '../text/tags.ts'
import type { Code } from '../unit.ts'

/** A stretch of a paragraph: words, markup around a stretch, or markup standing alone. */
export type Inline = string | { open: string; close: string; content: readonly Inline[] } | { open: string }

/** Markup that may begin or end a pair. `name` is what the two ends share; `alone` is what it is without its other end. */
export interface Delimiter {
  name: string
  markup: string
  opens: boolean
  closes: boolean
  alone: Inline
}

/** Put the ends of pairs together, the innermost first; what crosses another pair or has no other end stands alone. */
export function nest(tokens: Iterable<Inline | Delimiter>): Inline[] {
  const all = [...tokens]
  const paired = pairs(all)
  const root: Inline[] = []
  const stack: Inline[][] = [root]
  for (const [at, token] of all.entries()) {
    const content = stack.at(-1)!
    if (typeof token === 'string' || !('name' in token)) {
      content.push(token)
    } else if (paired.opens.has(at)) {
      stack.push([])
    } else if (paired.closes.has(at)) {
      stack.pop()
      const opening = all[paired.closes.get(at)!] as Delimiter
      stack.at(-1)!.push({ open: opening.markup, close: token.markup, content })
    } else {
      content.push(token.alone)
    }
  }
  return root
}

/** Nobody nests markup deeper; what does is after the stack. */
const DEEPEST = 100

/** Which tokens open a pair, and which close it: the place of its opening. */
export function pairs(tokens: readonly (Inline | Delimiter)[]): { opens: Set<number>; closes: Map<number, number> } {
  const waiting: { name: string; at: number }[] = []
  const names = new Map<string, number>()
  const opens = new Set<number>()
  const closes = new Map<number, number>()
  for (const [at, token] of tokens.entries()) {
    if (typeof token === 'string' || !('name' in token)) continue
    if (token.closes && (names.get(token.name) ?? 0) > 0) {
      let opening: { name: string; at: number }
      do {
        opening = waiting.pop()!
        names.set(opening.name, names.get(opening.name)! - 1)
      } while (opening.name !== token.name)
      opens.add(opening.at)
      closes.set(at, opening.at)
    } else if (token.opens && waiting.length < DEEPEST) {
      waiting.push({ name: token.name, at })
      names.set(token.name, (names.get(token.name) ?? 0) + 1)
    }
  }
  return { opens, closes }
}

const INLINE_ELEMENTS =
  'a|abbr|acronym|b|bdi|bdo|big|br|center|cite|code|del|dfn|em|font|i|img|ins|kbd|mark|q|s|small|span|strike|strong|sub|sup|time|tt|u|var|wbr'
const VOID = /^(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/u

const ATTRIBUTE = `\\s+[a-z][a-z-]*\\s*=\\s*(?:"[^"<>]*"|'[^'<>]*'|[^\\s"'<>=]+)`

/** A tag of an element that stands inside a line. Known names and whole attributes only, so that `a <b et c> d` stays text. */
export const INLINE_TAG = new RegExp(`</?(?:${INLINE_ELEMENTS})(?:${ATTRIBUTE})*\\s*/?>`, 'giu')

/** Any tag, comment or declaration of HTML. */
export const ANY_TAG = /<!--[\s\S]*?(?:-->|$)|<[/!?]?[a-z][^<>]*>/giu

/** White space to the reader, folded with what stands around it. */
export const LINE_END = '\n'

/** One HTML tag as markup of the text. */
export function htmlTag(markup: string): (Inline | Delimiter)[] {
  const name = /^<\/?([a-z][^\s/>]*)/iu.exec(markup)?.[1]?.toLowerCase()
  if (name === 'br') return [{ open: markup }, LINE_END]
  if (name === undefined || VOID.test(name) || markup.endsWith('/>')) return [{ open: markup }]
  const closes = markup.startsWith('</')
  return [{ name: `<${name}>`, markup, opens: !closes, closes, alone: { open: markup } }]
}

/** A text cut where a pattern matches, and what `read` makes of the matches. */
export function* tokens<Token>(
  text: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => Iterable<Token>,
): Generator<Token | string> {
  let last = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > last) yield text.slice(last, match.index)
    yield* read(match)
    last = match.index + match[0].length
  }
  if (last < text.length) yield text.slice(last)
}

const FOLD = /(?<![ \t])[ \t]*[\r\n][ \t\r\n]*/gu
const HIGHEST = 9999

/** A paragraph in which line ends are white space. */
export function tagged(inlines: readonly Inline[]): { text: string; codes: Code[] } {
  const { text, codes } = numbered(inlines)
  return { text: text.replace(FOLD, ' ').trim(), codes }
}

/** Number the markup in order of appearance. Numbers the words themselves show as `<1>` are passed over, or they would be taken for tags. */
export function numbered(inlines: readonly Inline[]): { text: string; codes: Code[] } {
  const literal = literalNumbers(words(inlines))
  const codes: Code[] = []
  let number = 0

  const write = (inline: Inline): string => {
    if (typeof inline === 'string') return inline
    do number++
    while (literal.has(number))
    const own = number
    if ('close' in inline) {
      if (own > HIGHEST) return inline.open + inline.content.map(write).join('') + inline.close
      codes.push({ number: own, open: inline.open, close: inline.close })
      return `<${own}>${inline.content.map(write).join('')}</${own}>`
    }
    if (own > HIGHEST) return inline.open
    codes.push({ number: own, open: inline.open })
    return `<${own}/>`
  }
  return { text: inlines.map(write).join(''), codes }
}

/** The words alone, as the reader sees them. */
export function words(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => (typeof inline === 'string' ? inline : 'content' in inline ? words(inline.content) : ''))
    .join('')
}
