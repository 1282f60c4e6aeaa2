import { type Piece, pieces } from '../text/tags.ts'
import type { Code } from '../unit.ts'

/** How a half of a pair stands to its other half in the same text: around whole elements, across another pair, or without it. */
type Hold = 'nested' | 'crossing' | 'lone'

/** Words; or a tag with an id that no other tag of the text has, but for its other half. */
export type Mark = Extract<Piece, { type: 'text' }> | (Exclude<Piece, { type: 'text' }> & { id: string; hold: Hold })

/** Elements within elements: more than a text has, fewer than readers refuse. */
const DEEPEST = 100
const AGAIN = '-again'

/** The id of the code that an id is of: one that comes again in a text has another there. */
export const idOfCode = (id: string): string => (/^\d{1,4}-again\d+$/u.test(id) ? id.slice(0, id.indexOf(AGAIN)) : id)

/** A tagged text with its tags bound to each other. */
export function marksOf(text: string, codes: readonly Code[]): Mark[] {
  const cut = [...pieces(text, codes)]
  const { partners, nested } = pairsIn(cut)
  const times = new Map<number, number>()
  const ids = new Map<number, string>()
  return cut.map((piece, at): Mark => {
    if (piece.type === 'text') return piece
    const partner = partners.get(at)
    let id = partner !== undefined && partner < at ? ids.get(partner) : undefined
    if (id === undefined) {
      const before = times.get(piece.number) ?? 0
      times.set(piece.number, before + 1)
      id = before === 0 ? String(piece.number) : `${piece.number}${AGAIN}${before}`
      ids.set(at, id)
    }
    const hold = partner === undefined ? 'lone' : nested.has(at) ? 'nested' : 'crossing'
    return { ...piece, id, hold }
  })
}

/** What stands in a text, as far as it matters to pairs: halves with the same number belong together. */
type Halves = { type: 'text' } | { type: 'open' | 'close' | 'alone'; number: number }

/** Which tag is the other half of which, and which halves stand around whole elements only. */
export function pairsIn(cut: readonly Halves[]): { partners: Map<number, number>; nested: Set<number> } {
  const partners = new Map<number, number>()
  const waiting = new Map<number, number[]>()
  const nested = new Set<number>()
  const around: number[] = []
  for (const [at, piece] of cut.entries()) {
    if (piece.type === 'open') {
      const others = waiting.get(piece.number)
      if (others) others.push(at)
      else waiting.set(piece.number, [at])
      if (around.length < DEEPEST) around.push(at)
    } else if (piece.type === 'close') {
      const opening = waiting.get(piece.number)?.pop()
      if (opening === undefined) continue
      partners.set(opening, at).set(at, opening)
      const depth = around.lastIndexOf(opening)
      if (depth < 0) continue
      if (depth === around.length - 1) nested.add(opening).add(at)
      // What was opened since crosses this pair, and this pair it.
      around.length = depth
    }
  }
  return { partners, nested }
}
