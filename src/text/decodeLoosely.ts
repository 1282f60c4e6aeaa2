import { isUtf8 } from 'node:buffer'
import { Invalid } from '../errors.ts'
import { decoderOf } from './asUtf8.ts'
import { decode } from './decode.ts'
import { singleByte } from './singleByte.ts'
import { declaredBy } from './xmlDeclaration.ts'

/** A text, and where somebody should look whether its encoding was guessed right: the first word that would show it. */
export interface LooselyDecoded {
  text: string
  guessed?: { line: number; word: string }
}

/**
 * The text of a file that says its encoding in an XML declaration, or none: UTF-8, UTF-16 with a byte order mark, or else
 * Windows-1252, in which spreadsheets of Western Europe save. @throws Invalid where it is none of them.
 */
export function decodeLoosely(bytes: Uint8Array): LooselyDecoded {
  const declared = declaredBy(bytes)
  if (declared !== undefined) return { text: decodeAs(declared, bytes) }
  if (isUtf8(bytes) || /^(?:\xff\xfe|\xfe\xff|\s*<)/u.test(beginningOf(bytes))) return { text: decode(bytes) }
  const text = fromWindows1252(bytes)
  // Five of its bytes mean nothing: where one stands, it is another encoding.
  if (/[\x80-\x9f]/u.test(text)) return { text: decode(bytes) }
  const guessed = firstForeignWord(text)
  return { text: judged(text), ...(guessed && { guessed }) }
}

const beginningOf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 200)).toString('latin1')

function decodeAs(label: string, bytes: Uint8Array): string {
  const decoder = decoderOf(label)
  if (/^utf-/u.test(decoder.encoding)) return decode(bytes)
  if (decoder.encoding === 'windows-1252') return judged(fromWindows1252(bytes))
  try {
    return judged(decoder.decode(bytes))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new Invalid((m) => m.formats.notDeclared(label))
  }
}

const fromWindows1252 = (bytes: Uint8Array): string => singleByte('windows-1252')!.decode(bytes)

/** The text, if it is one through and through. */
const judged = (text: string): string => decode(Buffer.from(text))

/** UTF-16 units of a word that are shown on either side. */
const AROUND = 30

function firstForeignWord(text: string): LooselyDecoded['guessed'] {
  const at = text.search(/[^\p{ASCII}\s]/u)
  if (at < 0) return undefined
  const [before = ''] = /[^\s,;"|]*$/u.exec(text.slice(Math.max(0, at - AROUND), at)) ?? []
  const [behind = ''] = /^[^\s,;"|]*/u.exec(text.slice(at, at + AROUND)) ?? []
  const line = 1 + (text.slice(0, at).match(/\r\n?|\n/gu)?.length ?? 0)
  return { line, word: before + behind }
}
