import type { Node } from './node.ts'
import type { Finding } from './rule.ts'

const RANGE = /^(?:\d+,)?(?:\d+|\*)$/u
const NUMBER = /^\d*$/u

type Form = readonly [attribute: string, form: RegExp]

const CODE_POINTS: readonly Form[] = [
  ['slr:sizeRestriction', RANGE],
  ['slr:sizeInfo', NUMBER],
]
const BYTES: readonly Form[] = [
  ['slr:storageRestriction', RANGE],
  ['slr:equivStorage', NUMBER],
]

/** What the profiles of the standard ask of attributes; other people's profiles ask what they like. */
const PROFILES: ReadonlyMap<string, readonly Form[]> = new Map([
  ['xliff:codepoints', CODE_POINTS],
  ['xliff:utf8', BYTES],
  ['xliff:utf16', BYTES],
  ['xliff:utf32', BYTES],
])

/** What a file has said of sizes so far. */
interface Said {
  profiles: Set<string>
  data: Set<string>
}

/** Judges the elements of a file as they begin. */
export function sizes(): (node: Node, isInData: boolean) => Iterable<Finding> {
  const said: Said = { profiles: new Set(), data: new Set() }
  return (node, isInData) => judged(node, isInData, said)
}

function* judged({ name, line, attributes }: Node, isInData: boolean, { profiles, data }: Said): Generator<Finding> {
  if (name === 'slr:profiles') {
    for (const attribute of ['generalProfile', 'storageProfile']) profiles.add(attributes.get(attribute) ?? '')
  }
  const id = attributes.get('id')
  if (isInData && id !== undefined) data.add(id)

  for (const [attribute, form] of [...PROFILES].flatMap(([profile, forms]) => (profiles.has(profile) ? forms : []))) {
    const value = attributes.get(attribute)
    if (value !== undefined && !form.test(value))
      yield { rule: 'size-restriction', line, message: (m) => m.xliffRules.attributeValue(value, attribute, name) }
  }
  const ref = attributes.get('slr:sizeInfoRef')
  if (ref === undefined) return
  if (attributes.has('slr:sizeInfo')) yield { rule: 'size-restriction', line, message: (m) => m.xliffRules.sizeTwice }
  if (!data.has(ref)) yield { rule: 'size-restriction', line, message: (m) => m.xliffRules.sizeData(ref) }
}
