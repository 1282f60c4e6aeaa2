import { type Token, Tokenizer, TokenizerMode } from 'parse5'
import { Invalid } from '../errors.ts'
import { BREAKS_OUT, FOREIGN, INTEGRATES, named } from './htmlElements.ts'

/** UTF-16 offsets in the document, `end` exclusive. */
export interface Span {
  start: number
  end: number
}

/** An attribute as its start tag has it: its value decoded, and the whole of it with its name. */
export interface Attribute extends Span {
  name: string
  value: string
}

export interface StartTag extends Span {
  type: 'open'
  name: string
  attributes: readonly Attribute[]
  /** Has no content and no end tag. */
  empty: boolean
}

/** A piece of a document in HTML: words with their references decoded, a tag, or a comment or declaration. */
export type HtmlToken =
  | (Span & { type: 'text'; words: string })
  | StartTag
  | (Span & { type: 'close'; name: string })
  | (Span & { type: 'comment' })

/** Written as XML: a tag that ends with a solidus is a whole element, and references mean what XML says. */
export const isXml = (source: string): boolean =>
  /^\s*<\?xml\s|<!DOCTYPE[^>]*\bXHTML\b|<html\s[^>]*\bxmlns\s*=/iu.test(source.slice(0, OPENING))

const OPENING = 2048

/** UTF-16 units between two looks at the tag that is being read. */
const CHUNK = 65_536
/** Of one tag. */
const MOST_ATTRIBUTES = 100_000

class TagTokenizer extends Tokenizer {
  /** Of the tag that is not yet read to its end. */
  get attributes(): number {
    return this.currentToken !== null && 'attrs' in this.currentToken ? this.currentToken.attrs.length : 0
  }
}

/** Tags, their attributes, references and the words between them. A page of a megabyte has fifty thousand. */
const MOST_PIECES = 200_000

/**
 * The tokens of a document in its order, as a browser cuts them. No tree is built: what is badly nested keeps its place, and
 * no depth costs more than another. What a browser would drop, such as half a tag at the end, is in no token, and the rest of
 * a document in a title that nobody closed is no text.
 */
export function htmlTokens(source: string): HtmlToken[] {
  const tokens: HtmlToken[] = []
  const xml = isXml(source)
  /** Open elements of SVG and MathML, and those in them whose content is HTML again. */
  const foreign: string[] = []
  const inForeign = () => FOREIGN.has(foreign.at(-1) ?? '')

  let count = 0
  const grow = (pieces: number) => {
    count += pieces
    if (count > MOST_PIECES) throw new Invalid((m) => m.formats.tooMuchMarkup(MOST_PIECES))
  }
  const push = (token: HtmlToken) => {
    grow(1 + (token.type === 'open' ? token.attributes.length : 0))
    const last = tokens.at(-1)
    if (last?.type === 'text') last.end = token.start
    tokens.push(token)
  }
  const character = ({ chars, location }: Token.CharacterToken) => {
    grow(1)
    const last = tokens.at(-1)
    if (last?.type === 'text') {
      last.words += chars
      last.end = location!.endOffset
    } else tokens.push({ type: 'text', words: chars, ...span(location) })
  }
  const aside = ({ location }: Pick<Token.CommentToken, 'location'>) => push({ type: 'comment', ...span(location) })

  const tokenizer = new TagTokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag({ tagName: name, selfClosing, attrs, location }) {
        if (BREAKS_OUT.has(name)) while (inForeign()) foreign.pop()
        const isForeign = inForeign() || FOREIGN.has(name)
        const empty = VOID.has(name) || (selfClosing && (xml || isForeign))
        const attributes = attrs.map(({ name, value }) => ({ name, value, ...span(location!.attrs![name]!) }))
        push({ type: 'open', name, attributes, empty, ...span(location) })
        if (!empty && (FOREIGN.has(name) || (inForeign() && INTEGRATES.has(name)))) foreign.push(name)
        if (!empty && !isForeign) tokenizer.state = TokenizerMode[CONTENT.get(name) ?? 'DATA']
        tokenizer.inForeignNode = xml || inForeign()
      },
      onEndTag({ tagName: name, location }) {
        push({ type: 'close', name, ...span(location) })
        if (FOREIGN.has(name)) while (foreign.length > 0 && !inForeign()) foreign.pop()
        if (foreign.at(-1) === name) foreign.pop()
        tokenizer.inForeignNode = xml || inForeign()
      },
      onComment: aside,
      onDoctype: aside,
      onCharacter: character,
      onWhitespaceCharacter: character,
      onNullCharacter: character,
      onEof() {},
    },
  )
  tokenizer.inForeignNode = xml
  for (let at = 0; at <= source.length; at += CHUNK) {
    tokenizer.write(source.slice(at, at + CHUNK), at + CHUNK > source.length)
    if (tokenizer.attributes > MOST_ATTRIBUTES) throw new Invalid((m) => m.formats.tooMuchMarkup(MOST_ATTRIBUTES))
  }
  const [opening, swallowed] = tokens.slice(-2)
  if (
    swallowed?.type === 'text' &&
    opening?.type === 'open' &&
    CONTENT.get(opening.name) === 'RCDATA' &&
    !opening.empty
  ) {
    tokens.splice(-1, 1, { type: 'comment', start: swallowed.start, end: swallowed.end })
  }
  return tokens
}

/** Where the parser was asked for locations, every token has one. */
const span = (location: Token.Location | null): Span => ({ start: location!.startOffset, end: location!.endOffset })

const VOID = named('area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr')

/** What is not cut into tags as usual inside an element (HTML 13.2.6.4). */
const CONTENT: ReadonlyMap<string, keyof typeof TokenizerMode> = new Map([
  ['title', 'RCDATA'],
  ['textarea', 'RCDATA'],
  ['style', 'RAWTEXT'],
  ['xmp', 'RAWTEXT'],
  ['iframe', 'RAWTEXT'],
  ['noembed', 'RAWTEXT'],
  ['noframes', 'RAWTEXT'],
  ['script', 'SCRIPT_DATA'],
  ['plaintext', 'PLAINTEXT'],
])
