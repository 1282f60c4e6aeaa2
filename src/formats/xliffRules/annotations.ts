import { childrenOf, type Node } from './node.ts'
import type { Finding, UnitRule } from './rule.ts'
import { inlinesOf, SIDES } from './texts.ts'

type Found = Omit<Finding, 'rule'>

/** An annotation in two halves begins before it ends, on the same side of the unit. */
export const annotation: UnitRule = {
  id: 'annotation',
  *find(scope): Generator<Found> {
    for (const side of SIDES) {
      const open = new Map<string, Node>()
      for (const { node } of inlinesOf(scope, side)) {
        const { name, line, attributes } = node
        if (name === 'sm') open.set(attributes.get('id') ?? '', node)
        const ended = attributes.get('startRef') ?? ''
        if (name === 'em' && !open.delete(ended)) yield { line, message: (m) => m.xliffRules.annotationEnd(ended) }
      }
      for (const [id, { line }] of open) yield { line, message: (m) => m.xliffRules.annotationStart(id) }
    }
  },
}

/** A comment is said in place or in a note of the unit, and not in both. */
export const comment: UnitRule = {
  id: 'comment',
  *find(scope): Generator<Found> {
    const notes = new Set(
      childrenOf(scope.unit, 'notes')
        .flatMap((holder) => childrenOf(holder, 'note'))
        .map(({ attributes }) => attributes.get('id')),
    )
    const { file, groups, unit } = scope.ids
    const around = [`f=${file}`, ...groups.map((group) => `g=${group}`), `u=${unit}`]
    for (const { node } of scope.inlines) {
      const { line, attributes } = node
      if (attributes.get('type') !== 'comment') continue
      const ref = attributes.get('ref')
      if (attributes.has('value') === (ref !== undefined)) {
        yield { line, message: (m) => m.xliffRules.commentTwice }
      } else if (ref !== undefined) {
        const selectors = ref.replace(/^#\/?/u, '').split('/')
        const leaf = selectors.pop() ?? ''
        const isHere = selectors.every((selector) => around.includes(selector))
        // A note of a file or a group is not one of the unit: where a file or group is named, the unit is as well.
        const isOfUnit = selectors.length === 0 || selectors.at(-1) === `u=${unit}`
        const isNote = ref.startsWith('#') && leaf.startsWith('n=') && notes.has(leaf.slice(2))
        if (!(isHere && isOfUnit && isNote)) yield { line, message: (m) => m.xliffRules.commentNote(ref) }
      }
    }
  },
}
