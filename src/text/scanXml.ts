import { SaxesParser } from 'saxes'
import { FormatError } from '../errors.ts'
import type { Say } from '../messages/index.ts'

export type XmlAttributes = Readonly<Record<string, string>>

/**
 * Told of what stands in a file, in its order. Names are as written, with their prefix; `line` is where a tag begins, `end` where it
 * ends, in UTF-16 units from the file's beginning. An element of one tag ends where it opened. A text may come in several parts.
 */
export interface XmlListener {
  open(name: string, attributes: XmlAttributes, line: number, end: number): void
  close(name: string, end: number): void
  text(text: string): void
}

/** Deeper than any translation file nests, shallow enough to refuse a file built to exhaust its reader. */
const DEPTH = 256
/** UTF-16 units the parser works off before anything is yielded. */
const PIECE = 65_536
const ENTITIES: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])

/**
 * Read XML as it arrives: the listener is told of a piece before it is yielded. No document type is obeyed, no entity expanded, no
 * other file opened. @throws FormatError on what is not well-formed, where it stands.
 */
export async function* scanXml(file: AsyncIterable<string>, listener: XmlListener): AsyncGenerator<void> {
  const parser = new SaxesParser()
  let depth = 0
  let line = 1
  let rooted = false
  let ended = false

  const refuse = (problem: Say): never => {
    throw new FormatError(problem, parser.line)
  }
  const text = (words: string) => listener.text(words)
  parser.on('error', () =>
    refuse((m) => (ended ? m.formats.xmlCut : rooted ? m.formats.xmlMalformed : m.formats.notXml)),
  )
  parser.on('opentagstart', () => {
    rooted = true
    // A line break right behind the name has been read with it.
    line = parser.columnIndex === 0 ? parser.line - 1 : parser.line
    depth += 1
    if (depth > DEPTH) refuse((m) => m.formats.xmlDepth(DEPTH))
  })
  parser.on('opentag', ({ name, attributes }) => listener.open(name, attributes, line, parser.position))
  parser.on('closetag', ({ name }) => {
    depth -= 1
    listener.close(name, parser.position)
  })
  parser.on('text', text)
  parser.on('cdata', text)

  for await (const piece of guarded(file, refuse)) {
    parser.write(piece)
    yield
  }
  ended = rooted
  parser.close()
  yield
}

/** Where each construct ends in which an ampersand or a bracket means nothing. */
const ENDS: Readonly<Record<string, string>> = { '<!--': '-->', '<![CDATA[': ']]>', '<?': '?>' }
const NOTABLE = /<!--|<!\[CDATA\[|<\?|<!DOCTYPE|&/gu
/** A document type names files in quotes, where neither its end nor its inner declarations begin. */
const IN_DOCTYPE: Readonly<Record<string, RegExp>> = { '>': /["'[>]/gu, '"': /"/gu, "'": /'/gu }
const REFERENCE = /&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|([\p{L}_:][\p{L}\p{N}_:.-]{0,31}));/uy
/** UTF-16 units of a comment or an instruction, and of a section that may be a whole file: the parser holds them to their end. */
const LONGEST_ASIDE = 1_000_000
const LONGEST_SECTION = 4_000_000
/** Longer than any construct's beginning or end, and than any reference. */
const LOOKAHEAD = 40

/**
 * The text in pieces the parser can be trusted with. It would swallow a bare ampersand and all that follows up to the
 * next semicolon, and read a document type to its end before saying so.
 */
async function* guarded(file: AsyncIterable<string>, refuse: (problem: Say) => never): AsyncGenerator<string> {
  /** What the construct we are in ends with; empty in ordinary text. */
  let end = ''
  let held = ''
  /** UTF-16 units of it so far. */
  let length = 0

  /** Everything before a problem goes to the parser first, which then knows the line. */
  function* judge(upTo: number): Generator<string> {
    let at = 0
    while (at < upTo) {
      if (end === '') {
        NOTABLE.lastIndex = at
        const found = NOTABLE.exec(held)
        if (!found || found.index >= upTo) break
        at = found.index + found[0].length
        if (found[0] === '&') {
          REFERENCE.lastIndex = found.index
          const reference = REFERENCE.exec(held)
          const name = reference?.[1]
          if (reference && (name === undefined || ENTITIES.has(name))) continue
          yield held.slice(0, found.index)
          refuse((m) => (name === undefined ? m.formats.xmlAmpersand : m.formats.xmlEntity(name)))
        } else {
          end = ENDS[found[0]] ?? '>'
        }
      } else if (end.length === 1) {
        const inDoctype = IN_DOCTYPE[end]!
        inDoctype.lastIndex = at
        const found = inDoctype.exec(held)
        if (!found || found.index >= upTo) break
        at = found.index + 1
        if (found[0] === '[') {
          yield held.slice(0, found.index)
          refuse((m) => m.formats.xmlDtd)
        }
        end = end !== '>' ? '>' : found[0] === '>' ? '' : found[0]
      } else {
        const found = held.indexOf(end, at)
        if (found < 0 || found >= upTo) {
          length += upTo - at
          const most = end === ']]>' ? LONGEST_SECTION : LONGEST_ASIDE
          if (length > most) refuse((m) => m.formats.xmlLongAside(most))
          break
        }
        length = 0
        at = found + end.length
        end = ''
      }
    }
    const done = Math.max(at, upTo)
    yield held.slice(0, done)
    held = held.slice(done)
  }

  for await (const chunk of file) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      held += chunk.slice(at, at + PIECE)
      if (held.length > LOOKAHEAD) yield* judge(held.length - LOOKAHEAD)
    }
  }
  yield* judge(held.length)
}
