import type { Code } from '../unit.ts'
import { balanced, pieces } from './tags.ts'

/** What is wrong with the tags of a translation, by their numbers. */
export interface TagFaults {
  /** They stand in the source and not in the translation. */
  missing: readonly number[]
  /** Half a pair stands without its other half, or two pairs cross. */
  broken: readonly number[]
}

/** What of the tags of a source its translation lacks or tears apart. One that stands there twice is no fault. */
export function tagFaults(source: string, target: string, codes: readonly Code[]): TagFaults {
  const there = countsIn(target, codes)
  const whole = countsIn(balanced(target, codes), codes)
  return {
    missing: [...countsIn(source, codes).keys()].filter((number) => !there.has(number)),
    broken: [...there.keys()].filter((number) => there.get(number) !== whole.get(number)),
  }
}

/** Whether nothing is wrong. */
export const areSound = ({ missing, broken }: TagFaults): boolean => missing.length === 0 && broken.length === 0

/** How often each number stands in a text, both halves of a pair counted. */
function countsIn(text: string, codes: readonly Code[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const piece of pieces(text, codes)) {
    if (piece.type !== 'text') counts.set(piece.number, (counts.get(piece.number) ?? 0) + 1)
  }
  return counts
}
