import type { Finding, UnitRule } from './rule.ts'

type Found = Omit<Finding, 'rule'>

/** The types the sub-types of the standard are of. */
const OF_STANDARD: ReadonlyMap<string, string> = new Map([
  ['xlf:b', 'fmt'],
  ['xlf:i', 'fmt'],
  ['xlf:u', 'fmt'],
  ['xlf:lb', 'fmt'],
  ['xlf:pb', 'fmt'],
  ['xlf:var', 'ui'],
])

/** A sub-type is one of a type that is said, and the standard's own ones of theirs. */
export const subType: UnitRule = {
  id: 'sub-type',
  *find(scope): Generator<Found> {
    for (const { node } of scope.inlines) {
      const { line, attributes } = node
      const said = attributes.get('subType')
      if (said === undefined) continue
      const type = attributes.get('type')
      const wanted = OF_STANDARD.get(said)
      if (type === undefined) yield { line, message: (m) => m.xliffRules.subType }
      else if (said.startsWith('xlf:') && wanted !== type)
        yield { line, message: (m) => m.xliffRules.subTypeOf(said, wanted) }
    }
    const { line, attributes, name } = scope.holder
    if (name === 'mtc:match' && attributes.has('subType') && !attributes.has('type'))
      yield { line, message: (m) => m.xliffRules.subType }
  },
}

/** What an end looks like is said by the start, where there is one; details only of something. */
export const formatStyle: UnitRule = {
  id: 'format-style',
  *find(scope): Generator<Found> {
    for (const { node } of scope.inlines) {
      const { name, line, attributes } = node
      const isStyled = attributes.has('fs:fs') || attributes.has('fs:subFs')
      if (name === 'ec' && isStyled && attributes.get('isolated') !== 'yes')
        yield { line, message: (m) => m.xliffRules.styleOnEnd }
      if (attributes.has('fs:subFs') && !attributes.has('fs:fs')) yield { line, message: (m) => m.xliffRules.subStyle }
    }
  },
}
