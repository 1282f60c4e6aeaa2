import { childrenOf, elements, type Node, within } from './node.ts'
import type { Finding, Scope, UnitRule } from './rule.ts'
import { inlinesOf } from './texts.ts'
import { isNmtoken } from './values.ts'

type Found = Omit<Finding, 'rule'>

/** The prefixes of what stands around a leaf, in the order they stand in. */
const AROUND = ['f', 'g', 'u']
/** Those of the core, of the modules, and of the one extension that has registered its own. */
const LEAVES: ReadonlySet<string> = new Set('n d t ctr fs gls its itsm mda mtc pgs res slr tbx val'.split(' '))

interface Selector {
  prefix: string
  id: string
}

/** The selectors of a fragment, or nothing where it is none the standard allows. */
export function selectorsOf(fragment: string): Selector[] | undefined {
  const selectors = fragment
    .replace(/^#\/?/u, '')
    .split('/')
    .map((part) => {
      const equals = part.indexOf('=')
      return equals < 0 ? { prefix: '', id: part } : { prefix: part.slice(0, equals), id: part.slice(equals + 1) }
    })
  const isNamed = selectors.every(({ id }) => isNmtoken(id))
  const isOnce = new Set(selectors.map(({ prefix }) => prefix)).size === selectors.length
  const places = selectors.map(({ prefix }, at) =>
    AROUND.includes(prefix)
      ? AROUND.indexOf(prefix)
      : at === selectors.length - 1 && (prefix === '' || LEAVES.has(prefix))
        ? 3
        : -1,
  )
  const isInOrder = places.every((place, at) => place >= 0 && (at === 0 || place > places[at - 1]!))
  return isNamed && isOnce && isInOrder ? selectors : undefined
}

/** A reference into the document has the form of one. */
export const fragment: UnitRule = {
  id: 'fragment',
  *find(scope): Generator<Found> {
    for (const { node } of scope.inlines) {
      const ref = node.attributes.get('ref')
      if (ref?.startsWith('#') && !selectorsOf(ref))
        yield { line: node.line, message: (m) => m.xliffRules.fragment(ref) }
    }
  },
}

/** What is referred to in this unit is there. */
export const fragmentTarget: UnitRule = {
  id: 'fragment-target',
  *find(scope): Generator<Found> {
    if (scope.holder !== scope.unit) return
    for (const { node } of scope.inlines) {
      const ref = node.attributes.get('ref')
      if (ref === undefined || !ref.startsWith('#') || node.attributes.get('type') === 'comment') continue
      const selectors = selectorsOf(ref)
      if (selectors && isMissing(selectors, scope))
        yield { line: node.line, message: (m) => m.xliffRules.fragmentTarget(ref) }
    }
  },
}

/** Whether a fragment says that something is in this unit that is not. What it says of others is not known here. */
export function isMissing(selectors: readonly Selector[], scope: Scope): boolean {
  const { file, unit } = scope.ids
  const elsewhere = selectors.some(
    ({ prefix, id }) => (prefix === 'f' && id !== file) || (prefix === 'u' && id !== unit) || prefix === 'g',
  )
  const leaf = selectors.at(-1)!
  const isOfUnit = selectors.every(({ prefix }) => prefix !== 'f') || selectors.some(({ prefix }) => prefix === 'u')
  if (elsewhere || !isOfUnit || AROUND.includes(leaf.prefix)) return false
  const known = scope.known.get(leaf.prefix) ?? idsUnder(leaf.prefix, scope)
  scope.known.set(leaf.prefix, known)
  return !known.has(leaf.id)
}

function idsUnder(prefix: string, scope: Scope): ReadonlySet<string> {
  const ids = (nodes: Iterable<Node>) => new Set([...nodes].flatMap(({ attributes }) => attributes.get('id') ?? []))
  const { unit } = scope
  const listed = (holder: string, name: string) => childrenOf(unit, holder).flatMap((list) => childrenOf(list, name))
  if (prefix === 'n') return ids(listed('notes', 'note'))
  if (prefix === 'd') return ids(listed('originalData', 'data'))
  if (prefix === 't') return ids([...inlinesOf(scope, 'target')].map(({ node }) => node))
  if (prefix === '')
    return ids([...scope.parts.map(({ node }) => node), ...[...inlinesOf(scope, 'source')].map(({ node }) => node)])
  return ids(
    elements(unit)
      .flatMap((node) => [node, ...within(node)])
      .filter(({ name }) => name.startsWith(`${prefix}:`)),
  )
}
