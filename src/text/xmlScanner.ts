import { FormatError } from '../errors.ts'
import type { Say } from '../messages/index.ts'
import { uncarriedIn } from './xml.ts'

export type XmlAttributes = Readonly<Record<string, string>>

/** Told of what stands in a file, in its order. Names are as written; a text may come in several parts. */
export interface XmlListener {
  open(name: string, attributes: XmlAttributes, line: number): void
  close(name: string): void
  text(text: string): void
}

/** Deeper than any translation file nests, shallow enough to refuse a file built to exhaust its reader. */
const DEPTH = 256
/** UTF-16 units. A tag stands in memory whole, a text or a comment does not. */
const LONGEST_TAG = 1_000_000
/** What is longer than any reference, and than what begins or ends any construct. */
const LOOKAHEAD = 40

/** Where we are in what is not a tag or a text between two, of which no more is held than its end needs. */
type Construct = 'comment' | 'cdata' | 'instruction' | 'doctype'
const BEGINNINGS: ReadonlyMap<string, Construct> = new Map([
  ['<!--', 'comment'],
  ['<![CDATA[', 'cdata'],
  ['<?', 'instruction'],
  ['<!DOCTYPE', 'doctype'],
])

/**
 * Reads XML 1.0 that arrives in pieces and refuses what is not well-formed where it stands. No document type is obeyed, no
 * entity expanded. What most of a file is, texts and whole tags, is found by looking for where it ends.
 */
export class XmlScanner {
  readonly #listener: XmlListener
  readonly #names: string[] = []
  #rooted = false
  #construct: Construct | undefined
  /** Of a document type: the quotation mark we are behind. */
  #quote = ''
  /** Read and not yet told, from `#at` on. */
  #held = ''
  #at = 0
  #isBeginning = true
  /** Half a line end or half a character. */
  #half = ''
  #line = 1
  /** Where the first line end is that `#line` does not count. */
  #lineEnd = 0

  constructor(listener: XmlListener) {
    this.#listener = listener
  }

  write(piece: string): void {
    const text = this.#half + piece
    const last = text.charCodeAt(text.length - 1)
    const isHalf = last === RETURN || (last >= 0xd800 && last <= 0xdbff)
    this.#half = isHalf ? text.slice(-1) : ''
    this.#take(isHalf ? text.slice(0, -1) : text)
  }

  end(): void {
    this.#take(this.#half)
    if (this.#isBeginning) this.#begin(true)
    if (this.#construct === undefined && this.#held.charCodeAt(this.#at) !== LESS) this.#text(this.#held.length)
    if (!this.#rooted) this.#refuse((m) => m.formats.notXml)
    if (this.#names.length > 0 || this.#construct || this.#at < this.#held.length) this.#refuse((m) => m.formats.xmlCut)
  }

  #take(text: string): void {
    const lines = text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text
    const wrong = uncarriedIn(lines)
    this.#lineAt(this.#at)
    this.#held = this.#held.slice(this.#at) + (wrong < 0 ? lines : lines.slice(0, wrong))
    this.#at = 0
    this.#lineEnd = this.#held.indexOf('\n')
    if (this.#isBeginning) this.#begin(false)
    if (!this.#isBeginning) while (this.#step());
    if (wrong >= 0) this.#malformed(this.#held.length)
  }

  /** Only here may a byte order mark stand, and an XML declaration. */
  #begin(isWhole: boolean): void {
    const mark = this.#held.startsWith('\uFEFF') ? 1 : 0
    const start = this.#held.slice(mark, mark + LONGEST_DECLARATION)
    if (/^<\?xml[ \t\n]/u.test(start)) {
      const [declaration = ''] = DECLARATION.exec(start) ?? []
      if (declaration === '' && (isWhole || start.includes('?>') || start.length === LONGEST_DECLARATION))
        this.#malformed(0)
      if (declaration === '') return
      this.#at = mark + declaration.length
    } else if (!isWhole && start.length < LOOKAHEAD && '<?xml '.startsWith(start)) return
    else this.#at = mark
    this.#isBeginning = false
  }

  /** Tell of the next thing. @returns whether there was enough of it to do so. */
  #step(): boolean {
    if (this.#construct) return this.#within(this.#construct)
    if (this.#at >= this.#held.length) return false
    if (this.#held.charCodeAt(this.#at) !== LESS) {
      const next = this.#held.indexOf('<', this.#at)
      return this.#text(next < 0 ? this.#wholeReferences() : next)
    }
    const second = this.#held.charCodeAt(this.#at + 1)
    const known =
      second === SLASH ? this.#close() : second === BANG || second === QUESTION ? this.#enter() : this.#open()
    if (!known && this.#held.length - this.#at > LONGEST_TAG)
      this.#refuse((m) => m.formats.xmlLongTag(LONGEST_TAG), this.#at)
    return known
  }

  /** As far as the text goes on for certain, and no reference is cut. */
  #wholeReferences(): number {
    const end = Math.max(this.#at, this.#held.length - LOOKAHEAD)
    const ampersand = this.#held.lastIndexOf('&', end - 1)
    return ampersand >= Math.max(this.#at, end - LOOKAHEAD) ? ampersand : end
  }

  #text(end: number): boolean {
    const [held, at] = [this.#held, this.#at]
    if (end <= at) return false
    const text = held.slice(at, end)
    const closing = held.slice(at, end + 2).indexOf(']]>')
    if (closing >= 0) this.#malformed(at + closing)
    if (this.#names.length > 0) this.#listener.text(text.includes('&') ? this.#resolved(text, at) : text)
    else if (/[^ \t\n]/u.test(text)) this.#malformed(at + text.search(/[^ \t\n]/u))
    this.#at = end
    return true
  }

  #resolved(text: string, start: number): string {
    let written = ''
    let last = 0
    for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', last)) {
      REFERENCE.lastIndex = at
      const [whole = '', name = '', decimal, hexadecimal] = REFERENCE.exec(text) ?? []
      if (whole === '') this.#refuse((m) => m.formats.xmlAmpersand, start + at)
      const known = ENTITIES.get(name)
      if (name !== '' && known === undefined) this.#refuse((m) => m.formats.xmlEntity(name), start + at)
      written += text.slice(last, at) + (known ?? this.#character(decimal, hexadecimal, start + at))
      last = at + whole.length
    }
    return written + text.slice(last)
  }

  #character(decimal: string | undefined, hexadecimal = '', at: number): string {
    const point = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)
    const character = point <= 0x10ffff ? String.fromCodePoint(point) : '\0'
    return uncarriedIn(character) < 0 ? character : this.#malformed(at)
  }

  #open(): boolean {
    const held = this.#held
    const start = this.#at + 1
    let at = nameEnd(held, start)
    if (at >= held.length) return false
    if (at === start) this.#malformed(this.#at)
    const name = held.slice(start, at)
    let attributes: Record<string, string> | undefined
    for (;;) {
      const next = afterWhite(held, at)
      if (next >= held.length) return false
      const sign = held.charCodeAt(next)
      if (sign === GREATER || sign === SLASH) {
        const isAlone = sign === SLASH
        if (isAlone && next + 1 >= held.length) return false
        if (isAlone && held.charCodeAt(next + 1) !== GREATER) this.#malformed(next)
        this.#opened(name, attributes ?? NONE)
        if (isAlone) this.#closed(name)
        this.#at = next + (isAlone ? 2 : 1)
        return true
      }
      if (next === at) this.#malformed(at)
      const end = nameEnd(held, next)
      const equals = afterWhite(held, end)
      const quote = afterWhite(held, equals + 1)
      if (quote >= held.length) return false
      const mark = held[quote]!
      if (held.charCodeAt(equals) !== EQUALS || (mark !== '"' && mark !== "'")) this.#malformed(next)
      at = held.indexOf(mark, quote + 1) + 1
      if (at === 0) return false
      const attribute = held.slice(next, end)
      attributes ??= {}
      if (attribute === '' || Object.hasOwn(attributes, attribute)) this.#malformed(next)
      attributes[attribute] = this.#value(quote + 1, at - 1)
    }
  }

  #value(start: number, end: number): string {
    const value = this.#held.slice(start, end)
    if (!/[\t\n<&]/u.test(value)) return value
    if (value.includes('<')) this.#malformed(start + value.indexOf('<'))
    return this.#resolved(value.replace(/[\t\n]/gu, ' '), start)
  }

  #opened(name: string, attributes: XmlAttributes): void {
    if (this.#names.length === 0 && this.#rooted) this.#malformed(this.#at)
    this.#rooted = true
    this.#names.push(name)
    if (this.#names.length > DEPTH) this.#refuse((m) => m.formats.xmlDepth(DEPTH), this.#at)
    this.#listener.open(name, attributes, this.#lineAt(this.#at))
  }

  #close(): boolean {
    const [held, start, name = ''] = [this.#held, this.#at + 2, this.#names.at(-1)]
    const next = afterWhite(held, start + name.length)
    const isIts =
      next < held.length ? held.startsWith(name, start) : name.startsWith(held.slice(start, start + name.length))
    if (name === '' || !isIts) this.#malformed(this.#at)
    if (next >= held.length) return false
    if (held.charCodeAt(next) !== GREATER) this.#malformed(this.#at)
    this.#closed(name)
    this.#at = next + 1
    return true
  }

  #closed(name: string): void {
    this.#names.pop()
    this.#listener.close(name)
  }

  #enter(): boolean {
    const beginning = this.#held.slice(this.#at, this.#at + LOOKAHEAD)
    for (const [mark, construct] of BEGINNINGS) {
      if (mark.startsWith(beginning)) return false
      if (!beginning.startsWith(mark)) continue
      if (construct === 'instruction') return this.#enterInstruction()
      const [isOutside, isFirst] = [this.#names.length === 0, !this.#rooted]
      if ((construct === 'cdata' && isOutside) || (construct === 'doctype' && !isFirst)) this.#malformed(this.#at)
      this.#construct = construct
      this.#at += mark.length
      return true
    }
    return this.#malformed(this.#at)
  }

  #enterInstruction(): boolean {
    const start = this.#at + 2
    const end = nameEnd(this.#held, start)
    if (end + 1 >= this.#held.length) return false
    const isLong = afterWhite(this.#held, end) > end || this.#held.startsWith('?>', end)
    if (!isLong || /^(?:xml)?$/iu.test(this.#held.slice(start, end))) this.#malformed(this.#at)
    this.#construct = 'instruction'
    this.#at = end
    return true
  }

  #within(construct: Construct): boolean {
    switch (construct) {
      case 'comment':
        return this.#upTo('--', (end) => {
          if (end + 2 >= this.#held.length) return false
          if (this.#held.charCodeAt(end + 2) !== GREATER) this.#malformed(end)
          return this.#leave(end + 3)
        })
      case 'cdata': {
        const start = this.#at
        const found = this.#held.indexOf(']]>', start)
        const end = found < 0 ? Math.max(start, this.#held.length - 2) : found
        if (end > start) this.#listener.text(this.#held.slice(start, end))
        this.#at = end
        return found >= 0 && this.#leave(found + 3)
      }
      case 'instruction':
        return this.#upTo('?>', (end) => this.#leave(end + 2))
      case 'doctype':
        return this.#doctype()
    }
  }

  #upTo(mark: string, act: (found: number) => boolean): boolean {
    const found = this.#held.indexOf(mark, this.#at)
    this.#at = found < 0 ? Math.max(this.#at, this.#held.length - 1) : found
    return found >= 0 && act(found)
  }

  #leave(end: number): true {
    this.#construct = undefined
    this.#at = end
    return true
  }

  /** It names files in quotation marks, where neither its end nor its inner declarations begin. */
  #doctype(): boolean {
    const found = this.#quote
      ? this.#held.indexOf(this.#quote, this.#at)
      : this.#at + this.#held.slice(this.#at).search(/["'[>]/u)
    if (found < this.#at) {
      this.#at = this.#held.length
      return false
    }
    const sign = this.#held[found]!
    if (this.#quote) this.#quote = ''
    else if (sign === '>') return this.#leave(found + 1)
    else if (sign === '[') this.#refuse((m) => m.formats.xmlDtd, found)
    else this.#quote = sign
    this.#at = found + 1
    return true
  }

  /** The line of what stands at a place in what is held. Places are asked for in their order. */
  #lineAt(at: number): number {
    while (this.#lineEnd >= 0 && this.#lineEnd < at) {
      this.#line += 1
      this.#lineEnd = this.#held.indexOf('\n', this.#lineEnd + 1)
    }
    return this.#line
  }

  #malformed(at: number): never {
    return this.#refuse((m) => (this.#rooted ? m.formats.xmlMalformed : m.formats.notXml), at)
  }

  #refuse(problem: Say, at = this.#held.length): never {
    throw new FormatError(problem, this.#lineAt(at))
  }
}

const RETURN = 0x0d
const LESS = 0x3c
const GREATER = 0x3e
const SLASH = 0x2f
const BANG = 0x21
const QUESTION = 0x3f
const EQUALS = 0x3d

const NONE: XmlAttributes = Object.freeze({})

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])
const REFERENCE = /&(?:([\p{L}_:][\p{L}\p{N}_:.-]{0,31})|#(\d{1,12})|#x([\dA-Fa-f]{1,12}));/uy

const LONGEST_DECLARATION = 400
const DECLARATION =
  /^<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(?:"1\.\d+"|'1\.\d+')(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\n]*\?>/u

/** XML 1.0, productions 4 and 4a. */
const START =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}'
const NAME = new RegExp(`[${START}][${START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*`, 'uy')
/** By code: 2 where a name of ASCII may begin, 1 where it may go on; as long as there are codes, for no index to miss it. */
const PLAIN = new Uint8Array(0x10000)
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_:') PLAIN[sign.charCodeAt(0)] = 2
for (const sign of '0123456789-.') PLAIN[sign.charCodeAt(0)] = 1

/** Where a name ends that begins here; here where none does. */
function nameEnd(text: string, start: number): number {
  let at = start
  if (at < text.length && PLAIN[text.charCodeAt(at)] === 2) at += 1
  while (at > start && at < text.length && PLAIN[text.charCodeAt(at)]! > 0) at += 1
  if (at >= text.length || text.charCodeAt(at) < 0x80) return at
  NAME.lastIndex = start
  return NAME.test(text) ? NAME.lastIndex : start
}

function afterWhite(text: string, start: number): number {
  let at = start
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1
  return at
}
