import { balanced, literalNumbers, pieces } from '../text/tags.ts'
import type { Code } from '../unit.ts'

/** A segment's text as it goes back into its paragraph. `gap` is the white space between it and the one before it. */
export interface Part {
  text: string
  codes: readonly Code[]
  gap: string
}

/**
 * The paragraph that its segments make, numbered anew. A pair that was closed at the end of one segment only to be opened again in
 * the next is one pair again. What is left of a pair without its other half is left out, so that pairs nest.
 */
export function joined(parts: readonly Part[]): { text: string; codes: Code[] } {
  const shown = literalNumbers(parts.map(({ text, codes }) => words(text, codes)).join(' '))
  const codes: Code[] = []
  const numbers = new Map<string, number>()
  let number = 0
  const numberOf = (code: Code, part: number): number => {
    const key = code.pair === undefined ? `${part} ${code.number}` : `pair ${code.pair}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    do number++
    while (shown.has(number))
    numbers.set(key, number)
    const { pair: _, ...whole } = code
    codes.push({ ...whole, number })
    return number
  }

  const text: string[] = []
  const spanning = new Set<string>()
  for (const [at, part] of parts.entries()) {
    const table = new Map(part.codes.map((code) => [code.number, code]))
    const renumbered = [...pieces(balanced(part.text, part.codes), part.codes)].map((piece) => {
      if (piece.type === 'text') return piece.text
      const code = table.get(piece.number)!
      const own = numberOf(code, at)
      if (code.pair !== undefined) spanning.add(`</${own}>`)
      return piece.type === 'open' ? `<${own}>` : piece.type === 'close' ? `</${own}>` : `<${own}/>`
    })
    const from = unsewn(text, renumbered, spanning)
    if (at > 0 && part.gap !== '') text.push(part.gap)
    for (const piece of renumbered.slice(from)) text.push(piece)
  }
  return { text: text.join(''), codes }
}

const words = (text: string, codes: readonly Code[]) =>
  [...pieces(text, codes)].map((piece) => (piece.type === 'text' ? piece.text : ' ')).join('')

/** Takes from the end of one segment the ends of spanning pairs that open again in the next, and tells behind how many tags that one goes on. */
function unsewn(before: string[], after: readonly string[], spanning: ReadonlySet<string>): number {
  let met = 0
  while (spanning.has(before.at(-1) ?? '') && before.at(-1) === after[met]?.replace('<', '</')) {
    before.pop()
    met += 1
  }
  return met
}
