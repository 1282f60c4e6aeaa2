import { childrenOf, type Node } from './node.ts'
import type { Finding, Scope, Side, UnitRule } from './rule.ts'
import { inlinesOf, SIDES } from './texts.ts'

type Found = Omit<Finding, 'rule'>

const CODES: ReadonlySet<string> = new Set(['ph', 'pc', 'sc', 'ec'])
const REFERENCES = ['dataRef', 'dataRefStart', 'dataRefEnd'] as const

const hasData = ({ attributes }: Node) => REFERENCES.some((name) => attributes.has(name))

/** The codes of both sides. */
const codesOf = (scope: Scope): Node[] => scope.inlines.map(({ node }) => node).filter(({ name }) => CODES.has(name))

/** Original data is in the same unit; a spanning code that has some has some at either end. */
export const dataReference: UnitRule = {
  id: 'data-reference',
  *find(scope): Generator<Found> {
    const data = new Set(
      childrenOf(scope.holder, 'originalData')
        .flatMap((holder) => childrenOf(holder, 'data'))
        .map(({ attributes }) => attributes.get('id')),
    )
    for (const { line, attributes } of codesOf(scope)) {
      for (const name of REFERENCES) {
        const id = attributes.get(name)
        if (id === undefined || data.has(id)) continue
        yield { line, message: (m) => m.xliffRules.dataReference(id) }
      }
      if (attributes.has('dataRefStart') !== attributes.has('dataRefEnd')) {
        yield { line, message: (m) => m.xliffRules.dataReferencePair }
      }
    }
  },
}

/** A copy says whose it is only where no original data does, and only of a code that may be copied. */
export const copyOf: UnitRule = {
  id: 'copy-of',
  *find(scope): Generator<Found> {
    const codes = new Map<string, Node>()
    for (const code of codesOf(scope)) {
      const id = code.attributes.get('id')
      if (id !== undefined && !codes.has(id)) codes.set(id, code)
    }
    for (const code of codesOf(scope)) {
      const { line, attributes } = code
      const id = attributes.get('copyOf')
      if (id === undefined) continue
      const base = codes.get(id)
      if (base === undefined || base === code) yield { line, message: (m) => m.xliffRules.copyOfNothing(id) }
      else if (base.attributes.get('canCopy') === 'no') yield { line, message: (m) => m.xliffRules.copyNotAllowed(id) }
      else if (hasData(code) || hasData(base)) yield { line, message: (m) => m.xliffRules.copyOfData(id) }
    }
  },
}

/** The starts of one side by their id, and which of them end where. */
function* spansOf(scope: Scope, side: Side): Generator<{ start?: Node; end?: Node; isBefore: boolean }> {
  const starts = new Map<string, Node>()
  const ended = new Set<Node>()
  const early = new Map<string, Node>()
  for (const { node } of inlinesOf(scope, side)) {
    if (node.name === 'sc') {
      const id = node.attributes.get('id') ?? ''
      starts.set(id, node)
      const end = early.get(id)
      if (end === undefined) continue
      early.delete(id)
      ended.add(node)
      yield { start: node, end, isBefore: false }
    } else if (node.name === 'ec' && node.attributes.get('startRef') !== undefined) {
      const id = node.attributes.get('startRef')!
      const start = starts.get(id)
      if (start === undefined || ended.has(start)) {
        early.set(id, node)
        continue
      }
      ended.add(start)
      yield { start, end: node, isBefore: true }
    } else if (node.name === 'ec') {
      yield { end: node, isBefore: true }
    }
  }
  for (const end of early.values()) yield { end, isBefore: true }
  for (const start of starts.values()) if (!ended.has(start)) yield { start, isBefore: true }
}

/** A start has its end behind it in the same unit, and an end its start before it, unless they say that they are isolated. */
export const startEnd: UnitRule = {
  id: 'start-end',
  *find(scope): Generator<Found> {
    for (const side of SIDES) {
      for (const { start, end, isBefore } of spansOf(scope, side)) {
        const startId = start?.attributes.get('id') ?? ''
        const endRef = end?.attributes.get('startRef') ?? ''
        if (start && end && !isBefore) yield { line: end.line, message: (m) => m.xliffRules.endBeforeStart(endRef) }
        else if (start && !end && start.attributes.get('isolated') !== 'yes')
          yield { line: start.line, message: (m) => m.xliffRules.startWithoutEnd(startId) }
        else if (end && !start && endRef !== '' && end.attributes.get('isolated') !== 'yes')
          yield { line: end.line, message: (m) => m.xliffRules.endWithoutStart(endRef) }
      }
    }
  },
}

/** Only what has no other half in its unit is isolated. An end says an id then, and only then a direction; else where it starts. */
export const isolated: UnitRule = {
  id: 'isolated',
  *find(scope): Generator<Found> {
    for (const side of SIDES) {
      for (const { start, end } of spansOf(scope, side)) {
        if (start && end && start.attributes.get('isolated') === 'yes')
          yield { line: start.line, message: (m) => m.xliffRules.isolatedPair }
        if (!end) continue
        const { line, attributes } = end
        const isIsolated = attributes.get('isolated') === 'yes'
        if (isIsolated !== attributes.has('id') || isIsolated === attributes.has('startRef'))
          yield { line, message: (m) => m.xliffRules.isolatedEnd }
        if (!isIsolated && attributes.has('dir')) yield { line, message: (m) => m.xliffRules.isolatedDirection }
      }
    }
  },
}

/** What may be done with a spanning code is the same at either end. */
export const startEndHints: UnitRule = {
  id: 'start-end-hints',
  *find(scope): Generator<Found> {
    for (const side of SIDES) {
      for (const { start, end } of spansOf(scope, side)) {
        if (!start || !end) continue
        for (const name of ['canCopy', 'canDelete', 'canOverlap', 'canReorder']) {
          const said = start.attributes.get(name) ?? 'yes'
          const wanted = said === 'firstNo' ? 'no' : said
          if ((end.attributes.get(name) ?? 'yes') !== wanted)
            yield { line: end.line, message: (m) => m.xliffRules.startEndHints(name, wanted) }
        }
      }
    }
  },
}
