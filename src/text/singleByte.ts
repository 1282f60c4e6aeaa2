/** What stands where ISO 8859-1 has control characters. Some versions of Node decode the one as the other. */
const HIGH_CONTROLS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** An encoding in which a byte is a character, both ways. */
export interface SingleByte {
  decode(bytes: Uint8Array): string
  /** Nothing, where the encoding lacks a character of the text. */
  encode(text: string): Uint8Array | undefined
  has(character: string): boolean
}

const known = new Map<string, SingleByte>()

/** The encoding of that name (WHATWG), where it is one of a byte a character. */
export function singleByte(charset: string): SingleByte | undefined {
  const ready = known.get(charset)
  if (ready !== undefined) return ready
  const characters = charactersOf(charset)
  if (characters.length !== 256) return undefined
  const bytes = new Map(characters.map((character, byte) => [character, byte]))
  const made: SingleByte = {
    decode: (text) => Array.from(text, (byte) => characters[byte]).join(''),
    encode(text) {
      const encoded = Array.from(text, (character) => bytes.get(character))
      return encoded.every((byte) => byte !== undefined) ? Uint8Array.from(encoded) : undefined
    },
    has: (character) => bytes.has(character),
  }
  known.set(charset, made)
  return made
}

function charactersOf(charset: string): string[] {
  const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  if (charset === 'windows-1252') {
    const latin = Array.from(Buffer.from(everyByte).toString('latin1'))
    return [...latin.slice(0, 0x80), ...HIGH_CONTROLS, ...latin.slice(0xa0)]
  }
  return Array.from(new TextDecoder(charset).decode(everyByte))
}
