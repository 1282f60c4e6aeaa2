import { Invalid } from '../errors.ts'
import { asUtf8 } from './asUtf8.ts'

/**
 * The text of a file: UTF-8, or UTF-16 that says so with a byte order mark, which is dropped. Line ends stay as they are.
 * Throws `Invalid` on anything that is not text through and through, and on a file of nothing but white space.
 */
export function decode(bytes: Uint8Array): string {
  const decoder = new StrictDecoder()
  return decoder.push(bytes) + decoder.end()
}

/** The same for a file that never stands in memory whole, or what its XML declaration says. What it throws may come after text was yielded. */
export async function* decodeStream(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new StrictDecoder()
  for await (const chunk of asUtf8(chunks)) {
    const text = decoder.push(chunk)
    if (text !== '') yield text
  }
  const rest = decoder.end()
  if (rest !== '') yield rest
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** Byte order marks. */
export const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** Stray ones are met in real texts; a file with more than one in a hundred characters is something else. */
const CONTROL = /[\x01-\x08\x0e-\x1f\x7f]/gu
const TOLERATED = 0.01

class StrictDecoder {
  private encoding: Encoding | undefined
  private decoder = new TextDecoder()
  private waiting: Uint8Array = new Uint8Array()
  private decoded = 0
  private line = 1
  private characters = 0
  private controls = 0
  private blank = true

  push(chunk: Uint8Array): string {
    const bytes = this.waiting.length === 0 ? chunk : Buffer.concat([this.waiting, chunk])
    if (this.encoding === undefined && bytes.length < 3) {
      this.waiting = Uint8Array.from(bytes)
      return ''
    }
    const start = this.skipMark(bytes)
    const end = Math.max(start, wholeCharacters(bytes, this.encoding!))
    this.waiting = bytes.slice(end)
    return this.take(bytes.subarray(start, end))
  }

  end(): string {
    const text = this.take(this.waiting.subarray(this.skipMark(this.waiting)))
    if (this.blank) throw new Invalid((m) => m.formats.empty)
    if (this.controls > this.characters * TOLERATED) throw new Invalid((m) => m.formats.binary)
    return text
  }

  /** How many bytes to pass over: only the first ones can be a mark, and they settle the encoding. */
  private skipMark(bytes: Uint8Array): number {
    if (this.encoding !== undefined) return 0
    const [encoding, mark] = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte)) ?? ['utf-8', []]
    this.encoding = encoding
    this.decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
    this.decoded = mark.length
    return mark.length
  }

  private take(bytes: Uint8Array): string {
    const encoding = this.encoding!
    if (encoding === 'utf-8' && bytes.includes(0)) throw new Invalid((m) => m.formats.binary)
    let text: string
    try {
      text = this.decoder.decode(bytes)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      if (encoding !== 'utf-8') throw new Invalid((m) => m.formats.notUtf16)
      const at = firstBadByte(bytes)
      const [byte, line] = [this.decoded + at + 1, this.line + lineFeedsIn(bytes.subarray(0, at))]
      throw new Invalid((m) => m.formats.notUtf8(byte, line))
    }
    if (text.includes('\0')) throw new Invalid((m) => m.formats.binary)
    this.decoded += bytes.length
    if (encoding === 'utf-8') this.line += lineFeedsIn(bytes)
    this.characters += text.length
    this.controls += text.match(CONTROL)?.length ?? 0
    this.blank &&= text.trim() === ''
    return text
  }
}

/** Where the last whole character ends: a chunk may stop in the middle of one. */
function wholeCharacters(bytes: Uint8Array, encoding: Encoding): number {
  if (encoding === 'utf-8') {
    const lead = bytes.findLastIndex((byte, at) => (byte & 0xc0) !== 0x80 || at < bytes.length - 3)
    const byte = bytes[lead] ?? 0
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return lead + length > bytes.length ? lead : bytes.length
  }
  const even = bytes.length - (bytes.length % 2)
  const high = bytes[encoding === 'utf-16le' ? even - 1 : even - 2] ?? 0
  return high >= 0xd8 && high <= 0xdb ? even - 2 : even
}

function lineFeedsIn(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1
  return count
}
const LINE_FEED = 0x0a

/** The decoder does not say where it stopped: a replacement character that does not stand in the bytes themselves does. */
function firstBadByte(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  let offset = 0
  let last = 0
  for (const { index } of lenient.matchAll(/\uFFFD/gu)) {
    offset += Buffer.byteLength(lenient.slice(last, index))
    last = index + 1
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) return offset
    offset += 3
  }
  return offset
}
