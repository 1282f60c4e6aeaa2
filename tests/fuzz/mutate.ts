/** Numbers from 0 up to 1, the same for the same seed (Mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What readers stumble over, wherever it stands. */
const SPANNERS = [
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '</',
    '/>',
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '<?',
    '<!DOCTYPE x [',
    '&#0;',
    '&x;',
    '&#xD800;',
  ],
  ...[
    '\0',
    '\r',
    '\n',
    '\t',
    '\u00A0',
    '\uFEFF',
    '\u202E',
    '😀',
    '\uD83D',
    ',',
    ';',
    '""',
    '\\',
    '<1>',
    '</1>',
    '<2/>',
  ],
  ...['id="1"', 'xml:space="preserve"', 'xmlns=""', '-1', '99999999999', 'é', '``', '**', '[', '](', '|', '\n\n', '> '],
].map((spanner) => Buffer.from(spanner))

/** A file damaged in one to eight places: bytes changed, lost, doubled, swapped, something put between, or the rest cut off. */
export function mutated(file: Uint8Array, random: () => number): Uint8Array {
  let bytes = Buffer.from(file)
  const upTo = (most: number) => Math.floor(random() * most)
  const put = (at: number, lost: number, by: Uint8Array) => {
    bytes = Buffer.concat([bytes.subarray(0, at), by, bytes.subarray(at + lost)])
  }
  for (let damages = 1 + Math.floor(8 * random() ** 3); damages > 0; damages--) {
    const at = upTo(bytes.length)
    const length = 1 + upTo(random() < 0.5 ? 4 : 200)
    const piece = bytes.subarray(at, at + length)
    switch (upTo(12)) {
      case 0:
        if (bytes.length > 0) bytes[at] = upTo(256)
        break
      case 1:
        if (bytes.length > 0) bytes[at]! ^= 1 << upTo(8)
        break
      case 2:
      case 3:
        put(at, length, Buffer.alloc(0))
        break
      case 4:
      case 5:
        put(at, 0, Buffer.concat(Array.from({ length: 1 + upTo(20) }, () => piece)))
        break
      case 6:
      case 7:
        put(upTo(bytes.length), 0, Buffer.from(piece))
        break
      case 8:
      case 9:
      case 10:
        put(at, 0, SPANNERS[upTo(SPANNERS.length)]!)
        break
      default:
        if (random() < 0.2) put(at, bytes.length, Buffer.alloc(0))
    }
  }
  return bytes
}
