import { elements, type Node } from './node.ts'
import type { InText, Part, Scope, Side } from './rule.ts'

export const SIDES: readonly Side[] = ['source', 'target']

/** The codes and annotations of a text, in reading order. `ends` is an element's end, where it has content. */
export function* inlinesIn(text: Node | undefined): Generator<{ node: Node; ends: boolean }> {
  for (const node of text === undefined ? [] : elements(text)) {
    yield { node, ends: false }
    if (node.name !== 'pc' && node.name !== 'mrk') continue
    yield* inlinesIn(node)
    yield { node, ends: true }
  }
}

/** The elements inside the texts of all parts, those of the sources first. */
export const textsOf = (parts: readonly Part[]): InText[] =>
  SIDES.flatMap((side) =>
    parts.flatMap((part) => [...inlinesIn(part[side])].flatMap(({ node, ends }) => (ends ? [] : { node, part, side }))),
  )

/** Those of one side. */
export const inlinesOf = (scope: Scope, side: Side): InText[] => scope.inlines.filter((found) => found.side === side)
