import { type Piece, pieces } from '../text/tags.ts'
import { escapeXml } from '../text/xml.ts'
import type { Code, Unit } from '../unit.ts'

/** A tag of a text and, when its other half stands there too, the `i` that binds the two: `bpt` to `ept`. */
type Bound = Piece & { i?: number }

/** A tagged text as the content of a `seg`. A half whose other half is missing is an `it`. */
export function writeSegment(text: string, codes: readonly Code[] = []): string {
  if (codes.length === 0) return escapeXml(text)
  const table = new Map(codes.map((code) => [code.number, code]))
  return bound(text, codes)
    .map((piece) => {
      if (piece.type === 'text') return escapeXml(piece.text)
      const { type, number, i } = piece
      const { open, close = '' } = table.get(number)!
      const native = escapeXml(type === 'close' ? close : open)
      if (type === 'alone') return `<ph x="${number}">${native}</ph>`
      if (i === undefined) return `<it pos="${type === 'open' ? 'begin' : 'end'}" x="${number}">${native}</it>`
      return type === 'open' ? `<bpt i="${i}" x="${number}">${native}</bpt>` : `<ept i="${i}">${native}</ept>`
    })
    .join('')
}

/** The codes that no `seg` of the unit holds whole. */
export function codesOutside({ source, target, codes = [] }: Unit): readonly Code[] {
  const inside = new Set<number>()
  for (const piece of [source, target].flatMap((text) => bound(text, codes))) {
    if (piece.type !== 'text' && (piece.type === 'alone' || piece.i !== undefined)) inside.add(piece.number)
  }
  return codes.filter(({ number }) => !inside.has(number))
}

/** TMX wants an `i` once in a segment: a pair that comes again gets one above every tag's number. */
function bound(text: string, codes: readonly Code[]): Bound[] {
  const cut: Bound[] = [...pieces(text, codes)]
  const open = new Map<number, Bound[]>()
  const given = new Set<number>()
  let above = 9999
  for (const piece of cut) {
    if (piece.type === 'open') {
      const waiting = open.get(piece.number)
      if (waiting) waiting.push(piece)
      else open.set(piece.number, [piece])
    } else if (piece.type === 'close') {
      const opening = open.get(piece.number)?.pop()
      if (opening === undefined) continue
      opening.i = piece.i = given.has(piece.number) ? ++above : piece.number
      given.add(opening.i)
    }
  }
  return cut
}
