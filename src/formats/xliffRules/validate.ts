import { FormatError } from '../../errors.ts'
import { readXml, type XmlEvent } from '../../text/readXml.ts'
import { Children, inTag } from './elementRules.ts'
import { grammarOf } from './grammar.ts'
import { repeated } from './ids.ts'
import { UNIT_RULES } from './index.ts'
import { inModule } from './modules.ts'
import { Namespaces } from './namespaces.ts'
import { childrenOf, type Node, namespaceOf, within } from './node.ts'
import type { Finding, Part, RuleId, Scope } from './rule.ts'
import { sizes } from './sizes.ts'
import { textsOf } from './texts.ts'
import { isNmtoken } from './values.ts'

/**
 * What the standard does not allow in an XLIFF 2 file, by its rules for the core and the modules. Streamed: of a file no more
 * than a unit stands in memory, and the ids of its units. @throws FormatError where it is no XML, or another kind of file.
 */
export async function* validateXliff2(file: AsyncIterable<string>): AsyncGenerator<Finding> {
  const validator = new Validator()
  for await (const events of readXml(file)) {
    for (const event of events) yield* validator.take(event)
  }
}

/** An element that has begun. */
interface Frame {
  node: Node
  /** Nothing where no rule says what it holds. */
  children: Children | undefined
  /** The ids of other people's elements in a file, a group or a unit. */
  extensions: Set<string> | undefined
}

/** What a file is made of: too much to be kept in it. */
const CONTAINERS: ReadonlySet<string> = new Set(['xliff', 'file', 'group'])
const IDENTIFIED: ReadonlySet<string> = new Set(['file', 'group', 'unit'])

class Validator {
  readonly #namespaces = new Namespaces()
  readonly #frames: Frame[] = []
  #found: Finding[] = []
  #grammar = grammarOf('')
  #sizes = sizes()
  /** Ids of files, and of the groups and units of the file we are in. */
  readonly #ids = new Map(['file', 'group', 'unit'].map((name) => [name, new Set<string>()]))
  #subFlows: { id: string; line: number }[] = []

  #find(rule: RuleId, line: number, message: Finding['message']): void {
    this.#found.push({ rule, line, message })
  }

  /** Findings come unit by unit, in the order of their lines. */
  *take(event: XmlEvent): Generator<Finding> {
    if (event.type === 'open') {
      this.#open(event)
    } else if (event.type === 'text') {
      this.#text(event.text)
    } else {
      const { name } = this.#close()
      if (name !== 'unit' && name !== 'file' && this.#frames.length > 0) return
      for (const { message, ...found } of this.#found.sort((a, b) => a.line - b.line)) {
        yield { ...found, message: (m) => shortened(message(m)) }
      }
      this.#found = []
    }
  }

  #open({ qualified, name: local, attributes: said, line }: Extract<XmlEvent, { type: 'open' }>): void {
    const { name, attributes } = this.#namespaces.open(qualified.slice(0, -local.length - 1), local, said)
    const node: Node = { name, line, attributes, content: [] }
    for (const prefix of this.#namespaces.unbound) this.#find('namespace', line, (m) => m.xliffRules.unbound(prefix))
    const parent = this.#frames.at(-1)
    if (parent === undefined) this.#begin(node, local, said['version'] ?? '')

    const rule = this.#grammar.get(name)
    const namespace = namespaceOf(name)
    const isJudged = parent === undefined || parent.children !== undefined
    if (isJudged) {
      this.#found.push(...(parent?.children?.child(node) ?? []))
      if (rule !== undefined || !isOpen(namespace)) this.#found.push(...inTag(node, rule))
    }
    this.#identify(node, isJudged)
    if (name === 'file') this.#sizes = sizes()
    this.#found.push(...this.#sizes(node, this.#isWithin('slr:data')))
    if (parent && !CONTAINERS.has(parent.node.name) && parent.children) parent.node.content.push(node)
    this.#frames.push({
      node,
      children: isJudged && rule ? new Children(name, rule) : undefined,
      extensions: isJudged && IDENTIFIED.has(name) ? new Set() : undefined,
    })
  }

  #begin({ name, line }: Node, local: string, version: string): void {
    if (local !== 'xliff') throw new FormatError((m) => m.xliff.notXliff(local), line)
    this.#grammar = grammarOf(version)
    if (name === 'xliff' && version.startsWith('2')) return
    if (version.startsWith('2')) this.#find('namespace', line, (m) => m.xliffRules.namespace)
    else throw new FormatError((m) => m.xliffRules.version(version), line)
  }

  /** The id of an element that others of its kind in the file may not have. */
  #identify({ name, line, attributes }: Node, isJudged: boolean): void {
    const id = attributes.get('id')
    const taken = isJudged ? this.#ids.get(name) : undefined
    if (taken && id !== undefined) {
      if (taken.has(id)) this.#find('id-unique', line, (m) => m.xliffRules.idTwice(id))
      taken.add(id)
    }
    if (!name.startsWith('{') || this.#isWithin('skeleton')) return
    const own = id ?? attributes.get('xml:id')
    const others = this.#frames.findLast(({ extensions }) => extensions !== undefined)?.extensions
    if (own === undefined || others === undefined) return
    if (others.has(own)) this.#find('extension-id', line, (m) => m.xliffRules.idTwice(own))
    others.add(own)
  }

  #isWithin(name: string): boolean {
    return this.#frames.some(({ node }) => node.name === name)
  }

  #text(text: string): void {
    const frame = this.#frames.at(-1)
    if (frame?.children === undefined) {
      // That there is something is all that is asked of a skeleton or of a resource.
      if (frame?.node.content.length === 0 && text !== '') frame.node.content.push(' ')
      return
    }
    this.#found.push(...frame.children.text(text, frame.node.line))
    if (!CONTAINERS.has(frame.node.name)) frame.node.content.push(text)
  }

  #close(): Node {
    this.#namespaces.close()
    const { node, children } = this.#frames.pop()!
    if (children === undefined) return node
    const { name, line, attributes } = node
    this.#found.push(...children.end(line))
    if (name === 'skeleton' && attributes.has('href') !== (node.content.length === 0)) {
      this.#find('skeleton', line, (m) => m.xliffRules.skeleton)
    } else if (name === 'notes') {
      for (const found of repeated(childrenOf(node, 'note'))) this.#found.push({ rule: 'id-unique', ...found })
    } else if (name === 'unit') {
      this.#judge(node)
    } else if (name === 'file') {
      this.#endFile()
    } else if (CONTAINERS.has(this.#frames.at(-1)?.node.name ?? '')) {
      this.#found.push(...inModule(node, this.#languages().srcLang))
    }
    return node
  }

  #languages(): Pick<Scope, 'srcLang' | 'trgLang'> {
    const root = this.#frames[0]?.node.attributes
    return { srcLang: root?.get('srcLang') ?? '', trgLang: root?.get('trgLang') }
  }

  #judge(unit: Node): void {
    if (childrenOf(unit, 'ignorable').length > 0 && childrenOf(unit, 'segment').length === 0)
      this.#find('unit-segment', unit.line, (m) => m.xliffRules.unitSegment)
    for (const scope of this.#scopesOf(unit)) {
      for (const { id, find } of UNIT_RULES) {
        for (const found of find(scope)) this.#found.push({ rule: id, ...found })
      }
    }
    for (const child of childrenOf(unit, ...MODULES)) this.#found.push(...inModule(child, this.#languages().srcLang))
    for (const { line, attributes } of within(unit)) {
      for (const name of ['subFlows', 'subFlowsStart', 'subFlowsEnd']) {
        const ids = attributes.get(name)?.split(/\s+/u).filter(isNmtoken) ?? []
        this.#subFlows.push(...ids.map((id) => ({ id, line })))
      }
    }
  }

  #scopesOf(unit: Node): Scope[] {
    const around = this.#frames.map(({ node }) => node)
    const nearest = (name: string) => around.findLast(({ attributes }) => attributes.has(name))?.attributes.get(name)
    const shared = {
      unit,
      ...this.#languages(),
      outer: { language: nearest('xml:lang'), space: nearest('xml:space') },
      ids: {
        file: around.find(({ name }) => name === 'file')?.attributes.get('id') ?? '',
        groups: around.filter(({ name }) => name === 'group').map(({ attributes }) => attributes.get('id') ?? ''),
        unit: unit.attributes.get('id') ?? '',
      },
    }
    const matches = childrenOf(unit, 'mtc:matches').flatMap((holder) => childrenOf(holder, 'mtc:match'))
    const scope = (holder: Node, parts: readonly Part[]): Scope => ({
      ...shared,
      holder,
      parts,
      inlines: textsOf(parts),
      known: new Map(),
    })
    return [
      scope(unit, childrenOf(unit, 'segment', 'ignorable').map(partOf)),
      ...matches.map((match) => scope(match, [partOf(match)])),
    ]
  }

  /** Units that codes refer to may stand anywhere in the file. */
  #endFile(): void {
    const units = this.#ids.get('unit')!
    for (const { id, line } of this.#subFlows) {
      if (!units.has(id)) this.#find('sub-flow', line, (m) => m.xliffRules.subFlow(id))
    }
    this.#subFlows = []
    units.clear()
    this.#ids.get('group')!.clear()
  }
}

/** UTF-16 units. A value that breaks a rule may be as long as the file. */
const LONGEST = 300

const shortened = (sentence: string): string =>
  sentence.length > LONGEST ? `${sentence.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/u, '')}…` : sentence

/** The modules whose rules are about what they hold, wherever they stand. */
const MODULES = ['mda:metadata', 'mtc:matches', 'gls:glossary', 'res:resourceData', 'val:validation']

const partOf = (node: Node): Part => ({
  node,
  source: childrenOf(node, 'source')[0],
  target: childrenOf(node, 'target')[0],
})

/** Namespaces of which we know no elements: other people's, and modules without rules of ours. */
const isOpen = (namespace: string): boolean =>
  namespace.startsWith('{') || ['its', 'itsm', 'ctr', 'pgs'].includes(namespace)
