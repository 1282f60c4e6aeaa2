import { Invalid } from '../errors.ts'
import { singleByte } from './singleByte.ts'
import { declaredBy, OPENING } from './xmlDeclaration.ts'

/** Decodes a file bit by bit, and at its end, without any, what was still waiting. */
type Decode = (bytes?: Uint8Array) => string

/**
 * A file as it comes, in UTF-8 where it is XML in another encoding: one that it declares, or UTF-16 without a byte order mark. What is
 * said to be UTF-8 or UTF-16 and is not is left as it is: programs declare the one and write the other. @throws Invalid on an encoding
 * nobody knows, and on bytes that it has not.
 */
export async function* asUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let opening: Uint8Array | undefined = new Uint8Array()
  let decode: Decode | undefined
  const passed = (bytes: Uint8Array) => (decode === undefined ? bytes : Buffer.from(decode(bytes)))
  for await (const chunk of chunks) {
    if (opening === undefined) {
      yield passed(chunk)
      continue
    }
    opening = Buffer.concat([opening, chunk])
    if (opening.length < OPENING) continue
    decode = decoderFor(opening)
    yield passed(opening)
    opening = undefined
  }
  if (opening !== undefined) {
    decode = decoderFor(opening)
    yield passed(opening)
  }
  if (decode !== undefined) yield Buffer.from(decode())
}

/** Nothing for a file that can be passed on as it is. */
function decoderFor(opening: Uint8Array): Decode | undefined {
  const declared = declaredBy(opening)
  const label = unmarked(opening) ?? (/^utf-?\d/iu.test(declared ?? '') ? undefined : declared)
  if (label === undefined) return undefined
  const decoder = decoderOf(label)
  const single = singleByte(decoder.encoding)
  if (single !== undefined) return (bytes) => (bytes === undefined ? '' : single.decode(bytes))
  return (bytes) => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true })
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      throw new Invalid((m) => m.formats.notDeclared(label))
    }
  }
}

/** XML in UTF-16 shows it by how its first bracket stands there. */
const unmarked = ([first, second]: Uint8Array): string | undefined =>
  first === BRACKET && second === 0 ? 'utf-16le' : first === 0 && second === BRACKET ? 'utf-16be' : undefined
const BRACKET = 0x3c

/** @throws Invalid where no encoding has that label (WHATWG). */
export function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true })
  } catch (error) {
    if (error instanceof RangeError) throw new Invalid((m) => m.formats.unknownEncoding(label))
    throw error
  }
}
