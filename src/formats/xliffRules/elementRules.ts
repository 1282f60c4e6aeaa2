import { type ElementRule, MODULE_ATTRIBUTES, PLACES } from './grammar.ts'
import { type Node, namespaceOf } from './node.ts'
import type { Finding, RuleId } from './rule.ts'
import { VALUES, type ValueKind } from './values.ts'

/** The rules for values that have one of their own. */
const FORMS: Partial<Record<ValueKind, RuleId>> = {
  nmtoken: 'id-form',
  language: 'language-form',
  prefixed: 'prefixed-form',
  ownPrefixed: 'prefixed-form',
  hex: 'code-point',
}

/** What is wrong with an element that begins: with its name or its attributes. */
export function* inTag({ name, line, attributes }: Node, rule: ElementRule | undefined): Generator<Finding> {
  if (rule === undefined) {
    yield { rule: 'element-unknown', line, message: (m) => m.xliffRules.elementUnknown(name) }
    return
  }
  for (const [attribute, value] of attributes) {
    const kind = kindOf(attribute, rule)
    if (kind === undefined) {
      yield { rule: 'attribute-unknown', line, message: (m) => m.xliffRules.attributeUnknown(attribute, name) }
    } else if (kind !== 'any' && !VALUES[kind](value)) {
      const form = FORMS[kind] ?? 'attribute-value'
      yield { rule: form, line, message: (m) => m.xliffRules.attributeValue(value, attribute, name) }
    }
  }
  for (const attribute of rule.required) {
    if (!attributes.has(attribute)) {
      yield { rule: 'attribute-missing', line, message: (m) => m.xliffRules.attributeMissing(attribute, name) }
    }
  }
}

function kindOf(attribute: string, { attributes, others }: ElementRule): ValueKind | 'any' | undefined {
  const known = attributes.get(attribute)
  if (known !== undefined) return known
  const namespace = namespaceOf(attribute)
  const isAllowed = others.includes(namespace) || (others.includes('*') && !others.includes(`-${namespace}`))
  if (namespace === '' || !isAllowed) return undefined
  const ofModule = MODULE_ATTRIBUTES.get(namespace)
  return ofModule === undefined ? 'any' : ofModule.get(attribute.slice(namespace.length + 1))
}

/** Follows the children of an element one by one. */
export class Children {
  readonly #name: string
  readonly #rule: ElementRule
  #step = 0
  #times = 0
  readonly #modules = new Set<string>()
  #hasText = false

  constructor(name: string, rule: ElementRule) {
    this.#name = name
    this.#rule = rule
  }

  /** A child begins. One that is out of turn is said to be, and those behind it are judged as if it were not there. */
  *child({ name, line }: Node): Generator<Finding> {
    yield* this.#inPlace(name, line)
    const { steps } = this.#rule
    for (let at = this.#step; at < steps.length; at += 1) {
      const step = steps[at]!
      const times = at === this.#step ? this.#times : 0
      if (times < step.most && this.#matches(step.names, name)) {
        yield* this.#passed(this.#step, at, line)
        this.#step = at
        this.#times = times + 1
        return
      }
    }
    yield { rule: 'element-misplaced', line, message: (m) => m.xliffRules.elementMisplaced(name, this.#name) }
  }

  /** Words stand in the element. */
  *text(text: string, line: number): Generator<Finding> {
    if (this.#rule.mixed || this.#hasText || !/[^ \t\r\n]/u.test(text)) return
    this.#hasText = true
    yield { rule: 'text-misplaced', line, message: (m) => m.xliffRules.textMisplaced(this.#name) }
  }

  /** The element ends. */
  *end(line: number): Generator<Finding> {
    yield* this.#passed(this.#step, this.#rule.steps.length, line)
  }

  /** The steps from one to before another are over: those that must have been there and were not. */
  *#passed(from: number, to: number, line: number): Generator<Finding> {
    for (const [at, { least, names }] of this.#rule.steps.slice(from, to).entries()) {
      if (least === 0 || (at === 0 && this.#times > 0)) continue
      yield { rule: 'element-missing', line, message: (m) => m.xliffRules.elementMissing([...names], this.#name) }
    }
  }

  #matches(names: ReadonlySet<string>, name: string): boolean {
    return names.has(name) || (names.has('*') && namespaceOf(name) !== namespaceOf(this.#name))
  }

  /** What modules allow for where their elements begin. */
  *#inPlace(name: string, line: number): Generator<Finding> {
    const places = PLACES.get(name)
    if (places === undefined || (namespaceOf(this.#name) !== '' && !places.includes(this.#name))) return
    const isAgain = this.#modules.has(name)
    this.#modules.add(name)
    if (isAgain || !places.includes(this.#name)) {
      yield { rule: 'module-place', line, message: (m) => m.xliffRules.modulePlace(name, this.#name) }
    }
  }
}
