import { type Encoding, has } from '../text/encoding.ts'
import { native } from '../text/tags.ts'
import type { Code } from '../unit.ts'
import type { Replacement } from './document.ts'
import { htmlTokens, isXml } from './htmlTokens.ts'
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
  const references = referencesOf(source)
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

/** The characters a document always writes as references, and how. XML knows none of the names HTML has for them. */
function referencesOf(source: string): Map<string, string> {
  const xml = isXml(source)
  const written = [...new Set(source.match(/&(?:[a-zA-Z][a-zA-Z\d]*|#\d+|#[xX][\da-fA-F]+);/gu))]
  const meant = htmlTokens(written.join('<p>')).flatMap((token) => (token.type === 'text' ? [token.words] : []))
  const bare = new Set(written.length === 0 ? [] : source.match(/\P{ASCII}/gu))
  const references = new Map<string, string>()
  for (const [at, character] of meant.entries()) {
    if (!/^\P{ASCII}$/u.test(character) || bare.has(character) || references.has(character)) continue
    references.set(character, xml ? `&#${character.codePointAt(0)};` : written[at]!)
  }
  return references
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

/** The end of a line, and the white space behind it, which nobody sees. */
const LINE_ENDED = /(<br\b[^>]*>)(\s*)/giu

/** Behind the end of a line stands the white space that stood there. */
function inLines(markup: string, was: string): string {
  const spaces = Array.from(was.matchAll(LINE_ENDED), ([, , space]) => space!)
  const lines = markup.split(/(?<=<br\b[^>]*>) /iu)
  return lines
    .map((line, at) => {
      const written = (NOT_INDENTED.test(was) ? line : wrapped(line, was)).replaceAll(HELD, ' ')
      return at === 0 ? written : (spaces[at - 1] ?? spaces.at(-1) ?? ' ') + written
    })
    .join('')
}
