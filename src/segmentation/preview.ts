import type { Rules } from './rules.ts'
import { type Paragraph, type Segment, segment } from './segment.ts'

/** A paragraph that other rules cut otherwise: which one, counted from 1, and both cuts. */
export interface Recut {
  paragraph: number
  before: readonly Segment[]
  after: readonly Segment[]
}

/**
 * What would become of a document if it were cut by other rules, or by none: the paragraphs whose segments would end
 * elsewhere, in order.
 */
export function* changes(paragraphs: Iterable<Paragraph>, before?: Rules, after?: Rules): Generator<Recut> {
  let number = 0
  for (const paragraph of paragraphs) {
    number += 1
    const recut = { paragraph: number, before: segment(paragraph, before), after: segment(paragraph, after) }
    if (!areAlike(recut.before, recut.after)) yield recut
  }
}

/** Two cuts of the same paragraph. */
const areAlike = (one: readonly Segment[], other: readonly Segment[]) =>
  one.length === other.length && one.every(({ text }, at) => text === other[at]!.text)
