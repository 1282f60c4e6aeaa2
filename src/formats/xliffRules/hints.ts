import type { Node } from './node.ts'
import type { Finding, UnitRule } from './rule.ts'
import { inlinesIn, inlinesOf, SIDES } from './texts.ts'

type Found = Omit<Finding, 'rule'>

const reorder = (node: Node): string => node.attributes.get('canReorder') ?? 'yes'
const CODES: ReadonlySet<string> = new Set(['ph', 'pc', 'sc', 'ec'])

/** What may not be moved may not be copied or deleted either. */
export const reorderHints: UnitRule = {
  id: 'reorder-hints',
  *find(scope): Generator<Found> {
    for (const { node } of scope.inlines) {
      const { line, attributes } = node
      if (reorder(node) === 'yes') continue
      if (attributes.get('canCopy') === 'no' && attributes.get('canDelete') === 'no') continue
      yield { line, message: (m) => m.xliffRules.reorderHints }
    }
  },
}

/** Codes that keep their order: one that says firstNo and those behind it that say no, the same in a target as in its source. */
export const reorderSequence: UnitRule = {
  id: 'reorder-sequence',
  *find(scope): Generator<Found> {
    for (const side of SIDES) {
      const [first] = [...inlinesOf(scope, side)].filter(({ node }) => reorder(node) !== 'yes')
      if (first && reorder(first.node) === 'no')
        yield { line: first.node.line, message: (m) => m.xliffRules.reorderFirst }
    }
    for (const { source, target } of scope.parts) {
      if (!target) continue
      const wanted = sequencesIn(source)
      const found = new Map(sequencesIn(target).map((sequence) => [sequence[0], sequence.join(' ')]))
      const standing = new Set([...inlinesIn(target)].map(({ node }) => idOf(node)))
      for (const sequence of wanted) {
        const ids = sequence.map((id) => id.replace(/^\//u, ''))
        // What was taken out is another rule's; what moved to another segment cannot be told here.
        if (!ids.every((id) => standing.has(id)) || found.get(sequence[0]) === sequence.join(' ')) continue
        yield { line: target.line, message: (m) => m.xliffRules.reorderSequence(ids) }
      }
    }
  },
}

const idOf = ({ attributes }: Node): string => attributes.get('id') ?? attributes.get('startRef') ?? ''

/** From each code that says firstNo to the last behind it that says no, with all codes between them. */
function sequencesIn(text: Node | undefined): string[][] {
  const codes = [...inlinesIn(text)].filter(({ node }) => CODES.has(node.name))
  const firsts = codes.flatMap((code, at) => (!code.ends && reorder(code.node) === 'firstNo' ? [at] : []))
  return firsts.map((from, nth) => {
    const following = codes.slice(from, firsts[nth + 1])
    const last = following.findLastIndex(({ node, ends }, at) => at === 0 || (!ends && reorder(node) === 'no'))
    return following.slice(0, last + 1).map(token)
  })
}

const token = ({ node, ends }: { node: Node; ends: boolean }): string => (ends ? `/${idOf(node)}` : idOf(node))

/** A code that may not be deleted stands in a translation as in its source, if perhaps in another segment of the unit. */
export const codeRemoved: UnitRule = {
  id: 'code-removed',
  *find(scope): Generator<Found> {
    const kept = new Set([...inlinesOf(scope, 'target')].map(({ node }) => idOf(node)))
    for (const { node, part } of inlinesOf(scope, 'source')) {
      const id = idOf(node)
      if (!part.target || node.attributes.get('canDelete') !== 'no' || kept.has(id)) continue
      yield { line: part.target.line, message: (m) => m.xliffRules.codeRemoved(id) }
    }
  },
}
