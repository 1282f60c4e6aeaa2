import type { Say } from '../../messages/index.ts'
import type { Node } from './node.ts'

/** Something in a file that the standard does not allow. `line` is where the element begins that breaks the rule. */
export interface Finding {
  rule: RuleId
  line: number
  message: Say
}

/** What a rule looks at: a unit, or a match that is offered for one, whose texts are bound to one another by their ids. */
export interface Scope {
  unit: Node
  /** The unit itself, or the match. */
  holder: Node
  /** The segments and what stands between them, or the match. */
  parts: readonly Part[]
  /** What stands inside the texts of the parts: those of the sources first, each in reading order. */
  inlines: readonly InText[]
  srcLang: string
  trgLang: string | undefined
  /** What is said further up of the language of all texts, and of their white space. */
  outer: { language: string | undefined; space: string | undefined }
  /** The ids of the elements around, as fragments name them. */
  ids: { file: string; groups: readonly string[]; unit: string }
  /** The ids that were looked up so far, by the prefix fragments name them with. */
  known: Map<string, ReadonlySet<string>>
}

export type Side = 'source' | 'target'

/** A code or an annotation, and whose text it is in. */
export interface InText {
  node: Node
  part: Part
  side: Side
}

export interface Part {
  node: Node
  source: Node | undefined
  target: Node | undefined
}

/** A rule about what stands in a unit. */
export interface UnitRule {
  id: RuleId
  find(scope: Scope): Iterable<Omit<Finding, 'rule'>>
}

/** Every rule, with the clause of XLIFF 2.1 it is from. */
export const CLAUSES = {
  namespace: '1.1.3',
  'element-unknown': '4.2',
  'element-misplaced': '4.2',
  'element-missing': '4.2',
  'text-misplaced': '4.2',
  'module-place': '4.2.2',
  'attribute-unknown': '4.3',
  'attribute-missing': '4.3',
  'attribute-value': '4.3.1',
  'id-form': '4.3.1.21',
  'language-form': '4.3.2.1',
  'prefixed-form': '4.3.1.40',
  'code-point': '4.3.1.19',
  skeleton: '4.2.2.3',
  'unit-segment': '4.2.2.5',
  'id-unique': '4.3.1.21',
  'extension-id': '4.9.2',
  'target-language': '4.2.2.1',
  'text-language': '4.3.2.1',
  'white-space': '4.3.2.2',
  'state-target': '4.3.1.31',
  'sub-state': '4.3.1.35',
  'sub-type': '4.3.1.36',
  'target-order': '4.3.1.24',
  'data-reference': '4.3.1.9',
  'copy-of': '4.7.2.4.1',
  'start-end': '4.7.2.2',
  isolated: '4.3.1.22',
  'start-end-hints': '4.2.3.5',
  'reorder-hints': '4.7.2.6',
  'reorder-sequence': '4.7.2.6',
  'code-removed': '4.7.2.6',
  'sub-flow': '4.3.1.32',
  annotation: '4.7.3.2',
  comment: '4.7.3.1.3',
  fragment: '3',
  'fragment-target': '3',
  'format-style': '5.3.5',
  'match-reference': '5.1.7.5',
  'match-language': '5.1.6.3',
  'glossary-entry': '5.2.4.3',
  'glossary-reference': '5.2.5.2',
  'size-restriction': '5.7.5',
  resource: '5.5.4',
  validation: '5.8.4',
} as const satisfies Readonly<Record<string, string>>

export type RuleId = keyof typeof CLAUSES
