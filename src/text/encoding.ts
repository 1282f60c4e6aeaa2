import { isUtf8 } from 'node:buffer'
import { EncodingUnknown, Invalid } from '../errors.ts'
import { decoderOf } from './asUtf8.ts'
import { decode, MARKS } from './decode.ts'
import { singleByte } from './singleByte.ts'

/** What no byte of a file tells: somebody has to be asked. */
export const ASKED_ENCODINGS = ['windows-1252'] as const
export type AskedEncoding = (typeof ASKED_ENCODINGS)[number]

/** How a text stands in its file: a WHATWG name, and whether a byte order mark stands in front. */
export interface Encoding {
  charset: string
  marked: boolean
}

/**
 * The text of a file without its byte order mark, and how to write it again. A mark says the encoding, else `label`, else the bytes:
 * UTF-16 is told by its zeros. @throws EncodingUnknown where Windows-1252 is likely. @throws Invalid where it is no text.
 */
export function decodeText(bytes: Uint8Array, label?: string): { text: string; encoding: Encoding } {
  const [marked] = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte)) ?? []
  if (marked !== undefined) return { text: decode(bytes), encoding: { charset: marked, marked: true } }
  const charset = label === undefined ? sniffed(bytes) : decoderOf(label).encoding
  return { text: decodeAs(charset, bytes), encoding: { charset, marked: false } }
}

function decodeAs(charset: string, bytes: Uint8Array): string {
  if (charset === 'utf-8') return decode(bytes)
  if (charset.startsWith('utf-16')) return decode(Buffer.concat([markOf(charset), bytes]))
  const text = singleByte(charset)?.decode(bytes)
  if (text === undefined) throw new Invalid((m) => m.formats.unknownEncoding(charset))
  return decode(Buffer.from(text))
}

const markOf = (charset: string) => Buffer.from(MARKS.find(([marked]) => marked === charset)![1])

/** Bytes that are looked at for zeros. */
const SNIFFED = 1024

function sniffed(bytes: Uint8Array): string {
  const start = bytes.subarray(0, SNIFFED)
  const zeros = [0, 0]
  for (const [at, byte] of start.entries()) if (byte === 0) zeros[at % 2]! += 1
  const [even = 0, odd = 0] = zeros
  if (bytes.length % 2 === 0 && Math.max(even, odd) > start.length / 4) {
    if (even === 0) return 'utf-16le'
    if (odd === 0) return 'utf-16be'
  }
  if (!isUtf8(bytes)) refuseToGuess(bytes)
  return 'utf-8'
}

/** UTF-16 units of a word that are shown on either side. */
const AROUND = 30

function refuseToGuess(bytes: Uint8Array): void {
  const text = singleByte('windows-1252')!.decode(bytes)
  // Five of its bytes mean nothing, and no text has a zero: where one stands, it is another encoding.
  if (/[\0\x80-\x9f]/u.test(text)) return
  const at = text.search(/\P{ASCII}/u)
  const [before = ''] = /[\p{L}\p{M}]*$/u.exec(text.slice(Math.max(0, at - AROUND), at)) ?? []
  const [behind = ''] = /^.[\p{L}\p{M}]*/u.exec(text.slice(at, at + AROUND)) ?? []
  throw new EncodingUnknown('windows-1252', before + behind)
}

/** Whether the encoding has a character. */
export const has = ({ charset }: Encoding, character: string): boolean =>
  charset.startsWith('utf-') || singleByte(charset)!.has(character)

/**
 * XML with the characters its encoding lacks by their numbers. What calls itself ISO 8859-1 is Windows-1252 to some and not to others:
 * what the two do not share is lacking.
 */
export const referring = (xml: string, encoding: Encoding): string =>
  encoding.charset.startsWith('utf-')
    ? xml
    : xml.replace(/\P{ASCII}/gu, (character) =>
        has(encoding, character) && (encoding.charset !== 'windows-1252' || character <= '\u00FF')
          ? character
          : `&#${character.codePointAt(0)};`,
      )

/** The bytes of a text. One with characters its encoding lacks is written as UTF-8 with a byte order mark, which every program knows. */
export function encodeText(text: string, { charset, marked }: Encoding): Uint8Array {
  if (charset.startsWith('utf-')) {
    const bytes = charset === 'utf-8' ? Buffer.from(text, 'utf8') : Buffer.from(text, 'utf16le')
    if (charset === 'utf-16be') bytes.swap16()
    return marked ? Buffer.concat([markOf(charset), bytes]) : bytes
  }
  return singleByte(charset)!.encode(text) ?? encodeText(text, { charset: 'utf-8', marked: true })
}
