import { type Encoding, has } from '../text/encoding.ts'
import { native } from '../text/tags.ts'
import type { Code } from '../unit.ts'
import type { Replacement } from './document.ts'
import { isXml } from './htmlTokens.ts'
import { wrapped } from './wrap.ts'

/** Writes texts as one document has them. */
export interface HtmlWriter {
  /** A text for its slot, in the lines of what stood there. */
  text(replacement: Replacement, was: string): string
  /** The value of an attribute, for a slot that says `as` how its value is quoted. */
  value(words: string, as: string | undefined): string
}

/** `declared`: the document names its encoding. One that does not, and is all ASCII, stays so. */
export function htmlWriter(source: string, encoding: Encoding, declared: boolean): HtmlWriter {
  const asciiOnly = !declared && !encoding.marked && /^\p{ASCII}*$/u.test(source)
  const references = invisibles(source, isXml(source))
  const lineEnd = /\r\n?|\n/u.exec(source)?.[0] ?? '\n'

  const character = (character: string) =>
    MARKUP[character] ??
    references.get(character) ??
    (asciiOnly || CONTROL.test(character) || !has(encoding, character) ? `&#${character.codePointAt(0)};` : character)
  const escaped = (words: string) => words.replace(/[&<>\x00-\x08\x0B-\x1F\x7F]|\P{ASCII}/gu, character)

  const value = (words: string, as: string | undefined): string => {
    if (as === 'single') return escaped(words).replaceAll("'", '&#39;')
    const quoted = escaped(words).replaceAll('"', '&quot;')
    return as === 'bare' ? `"${quoted}"` : quoted
  }
  return {
    value,
    text({ slot: { as }, text, codes }, was) {
      if (as === 'lines') return native(text, codes, (words) => escaped(words).replaceAll('\n', lineEnd))
      if (as !== 'words') return value(text, as)
      return inLines(native(text, codes.map(onOneLine), escaped), was)
    },
  }
}

const CONTROL = /[\x00-\x1F\x7F]/u
const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Characters nobody sees, which people therefore write as references. */
const INVISIBLE = /[\u00A0\u00AD\u2000-\u200F\u2028-\u202F\u2060-\u2064\uFEFF]/u
const NAMES: Readonly<Record<string, string>> = {
  nbsp: '\u00A0',
  shy: '\u00AD',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwnj: '\u200C',
  zwj: '\u200D',
  lrm: '\u200E',
  rlm: '\u200F',
}

/** How a document writes what nobody sees, where it never writes the character itself. XML knows none of these names. */
function invisibles(source: string, xml: boolean): Map<string, string> {
  const found = new Map<string, string>()
  for (const [reference, name = '', hexadecimal, decimal] of source.matchAll(
    /&(?:([a-z]{3,6})|#[xX]([\da-fA-F]{2,5})|#(\d{2,5}));/gu,
  )) {
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    const character = NAMES[name] ?? (code > 0 ? String.fromCodePoint(code) : '')
    if (!INVISIBLE.test(character) || found.has(character)) continue
    found.set(character, xml && name !== '' ? `&#${character.codePointAt(0)};` : reference)
  }
  for (const character of found.keys()) if (source.includes(character)) found.delete(character)
  return found
}

/** Stands for a space of the markup, which is no place to break a line. No text has it. */
const HELD = '\0'

const onOneLine = (code: Code): Code => ({
  ...code,
  open: code.open.replaceAll(' ', HELD),
  ...(code.close !== undefined && { close: code.close.replaceAll(' ', HELD) }),
})

/** What stands in front of a line and is no indentation: a no-break space is text, and a tag may end there. */
const NOT_INDENTED = /[\r\n][^\S\r\n]*(?:>|[^\S\r\n\t ])/u

const inLines = (markup: string, was: string) =>
  (NOT_INDENTED.test(was) ? markup : wrapped(markup, was)).replaceAll(HELD, ' ')
