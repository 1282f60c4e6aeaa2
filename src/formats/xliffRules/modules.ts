import { isMissing, selectorsOf } from './fragments.ts'
import { repeated } from './ids.ts'
import { childrenOf, elements, type Node, within } from './node.ts'
import type { Finding, Scope, UnitRule } from './rule.ts'

type Found = Omit<Finding, 'rule'>

/** Whether what a module refers to is a stretch of text of this unit. */
function isText(ref: string | undefined, scope: Scope): boolean {
  const selectors = ref?.startsWith('#') ? selectorsOf(ref) : undefined
  const leaf = selectors?.at(-1)
  return leaf !== undefined && ['', 't'].includes(leaf.prefix) && !isMissing(selectors!, scope)
}

/** A match is offered for a stretch of text of its unit. */
export const matchReference: UnitRule = {
  id: 'match-reference',
  *find(scope): Generator<Found> {
    if (scope.holder !== scope.unit) return
    for (const match of childrenOf(scope.unit, 'mtc:matches').flatMap((matches) => childrenOf(matches, 'mtc:match'))) {
      const { line, attributes } = match
      if (!isText(attributes.get('ref'), scope)) yield { line, message: (m) => m.xliffRules.matchReference }
    }
  },
}

/** A match is in the languages of the document; only its texts may say so. */
export const matchLanguage: UnitRule = {
  id: 'match-language',
  *find({ holder, unit }): Generator<Found> {
    if (holder !== unit && holder.attributes.has('xml:lang'))
      yield { line: holder.line, message: (m) => m.xliffRules.matchLanguage }
  },
}

const entriesOf = (unit: Node): Node[] =>
  childrenOf(unit, 'gls:glossary').flatMap((glossary) => childrenOf(glossary, 'gls:glossEntry'))

/** An entry of a glossary has a translation or a definition. */
export const glossaryEntry: UnitRule = {
  id: 'glossary-entry',
  *find({ holder, unit }): Generator<Found> {
    if (holder !== unit) return
    for (const entry of entriesOf(unit)) {
      if (childrenOf(entry, 'gls:translation', 'gls:definition').length === 0)
        yield { line: entry.line, message: (m) => m.xliffRules.glossaryEntry }
    }
  },
}

/** An entry of a glossary is about a stretch of text of its unit, where it says about what. */
export const glossaryReference: UnitRule = {
  id: 'glossary-reference',
  *find(scope): Generator<Found> {
    if (scope.holder !== scope.unit) return
    for (const { line, attributes } of entriesOf(scope.unit).flatMap((entry) => [
      entry,
      ...childrenOf(entry, 'gls:translation'),
    ])) {
      // Examples of the standard itself have refs in forms of their own.
      if (attributes.get('ref')?.startsWith('#') && !isText(attributes.get('ref'), scope))
        yield { line, message: (m) => m.xliffRules.glossaryReference }
    }
  },
}

/** Sizes are said of an end only where it is isolated. */
export const sizeRestriction: UnitRule = {
  id: 'size-restriction',
  *find(scope): Generator<Found> {
    for (const { node } of scope.inlines) {
      const { name, line, attributes } = node
      const isSized = [...attributes.keys()].some((attribute) => attribute.startsWith('slr:'))
      if (name === 'ec' && isSized && attributes.get('isolated') !== 'yes')
        yield { line, message: (m) => m.xliffRules.sizeOnEnd }
    }
  },
}

/** The rules of modules that hold wherever one of their elements begins the module: in a file, a group or a unit. */
export function* inModule(module: Node, srcLang: string): Generator<Finding> {
  const all = [module, ...within(module)]
  if (module.name === 'mda:metadata') {
    for (const found of repeated(all)) yield { rule: 'id-unique', ...found }
  } else if (module.name === 'mtc:matches') {
    for (const found of repeated(elements(module))) yield { rule: 'id-unique', ...found }
  } else if (module.name === 'gls:glossary') {
    for (const found of repeated(all)) yield { rule: 'id-unique', ...found }
  } else if (module.name === 'res:resourceData') {
    for (const found of repeated(elements(module))) yield { rule: 'id-unique', ...found }
    for (const found of inResources(all, srcLang)) yield { rule: 'resource', ...found }
  } else if (module.name === 'val:validation') {
    for (const found of inValidation(elements(module))) yield { rule: 'validation', ...found }
  }
}

/** A resource is in place or somewhere else, and its source in the language of the document's. */
function* inResources(nodes: readonly Node[], srcLang: string): Generator<Found> {
  for (const { name, line, attributes, content } of nodes) {
    if (name !== 'res:source' && name !== 'res:target') continue
    const isEmpty = content.every((part) => typeof part === 'string' && part.trim() === '')
    if (attributes.has('href') !== isEmpty) yield { line, message: (m) => m.xliffRules.resource }
    const said = attributes.get('xml:lang')
    if (name === 'res:source' && said !== undefined && said.toLowerCase() !== srcLang.toLowerCase())
      yield { line, message: (m) => m.xliffRules.textLanguage(said, srcLang) }
  }
}

const TESTS = ['isPresent', 'isNotPresent', 'startsWith', 'endsWith']

/** A rule for validation asks one thing, and how often or whether in the source only of what is to be there. */
function* inValidation(rules: readonly Node[]): Generator<Found> {
  for (const { line, attributes } of rules) {
    const asked = TESTS.filter((name) => attributes.has(name)).length
    const isOwn = [...attributes.keys()].some((name) => name.startsWith('{'))
    if (asked + (asked === 0 && isOwn ? 1 : 0) !== 1) yield { line, message: (m) => m.xliffRules.validationOne }
    else if (attributes.has('occurs') && !attributes.has('isPresent'))
      yield { line, message: (m) => m.xliffRules.validationOccurs }
    else if (attributes.get('existsInSource') === 'yes' && attributes.has('isNotPresent'))
      yield { line, message: (m) => m.xliffRules.validationSource }
  }
}
