import { childrenOf, type Node } from './node.ts'
import type { Finding, UnitRule } from './rule.ts'
import { inlinesOf } from './texts.ts'

type Found = Omit<Finding, 'rule'>

/** Those of the nodes that have an id one before them has. */
export function* repeated(nodes: Iterable<Node>, attribute = 'id'): Generator<Found> {
  const seen = new Set<string>()
  for (const { line, attributes } of nodes) {
    const id = attributes.get(attribute)
    if (id === undefined) continue
    if (seen.has(id)) yield { line, message: (m) => m.xliffRules.idTwice(id) }
    seen.add(id)
  }
}

/** Segments, codes and annotations share their ids with none in the unit; those of a target only with the same in a source. */
export const idUnique: UnitRule = {
  id: 'id-unique',
  *find(scope): Generator<Found> {
    yield* repeated(childrenOf(scope.holder, 'originalData').flatMap((holder) => childrenOf(holder, 'data')))
    const parts = scope.parts.map(({ node }) => node).filter((node) => node !== scope.holder)
    const inSources = [...inlinesOf(scope, 'source')].map(({ node }) => node)
    yield* repeated([...parts, ...inSources])

    const ofParts = new Set(parts.map(({ attributes }) => attributes.get('id')))
    const sources = new Map(inSources.map((node) => [node.attributes.get('id'), node]))
    const inTargets = [...inlinesOf(scope, 'target')].map(({ node }) => node)
    yield* repeated(inTargets)
    for (const { name, line, attributes } of inTargets) {
      const id = attributes.get('id')
      const known = sources.get(id)
      if (id === undefined || (!ofParts.has(id) && (known === undefined || isAlike(known.name, name)))) continue
      yield { line, message: (m) => m.xliffRules.idOfOther(id) }
    }
  },
}

/** A span may be one element on one side and two on the other. */
const isAlike = (a: string, b: string): boolean => kindOf(a) === kindOf(b)
const kindOf = (name: string): string =>
  name === 'mrk' || name === 'sm' ? 'annotation' : name === 'ph' ? 'placeholder' : 'span'
