import { annotation, comment } from './annotations.ts'
import { copyOf, dataReference, isolated, startEnd, startEndHints } from './codes.ts'
import { fragment, fragmentTarget } from './fragments.ts'
import { codeRemoved, reorderHints, reorderSequence } from './hints.ts'
import { idUnique } from './ids.ts'
import { glossaryEntry, glossaryReference, matchLanguage, matchReference, sizeRestriction } from './modules.ts'
import type { UnitRule } from './rule.ts'
import { stateTarget, subState, targetLanguage, targetOrder, textLanguage, whiteSpace } from './targets.ts'
import { formatStyle, subType } from './types.ts'

/** The rules about what stands in a unit. A new rule is an object and a line here; those of elements by themselves are in the grammar. */
export const UNIT_RULES: readonly UnitRule[] = [
  idUnique,
  targetLanguage,
  textLanguage,
  whiteSpace,
  stateTarget,
  subState,
  targetOrder,
  dataReference,
  copyOf,
  startEnd,
  isolated,
  startEndHints,
  reorderHints,
  reorderSequence,
  codeRemoved,
  subType,
  annotation,
  comment,
  fragment,
  fragmentTarget,
  formatStyle,
  matchReference,
  matchLanguage,
  glossaryEntry,
  glossaryReference,
  sizeRestriction,
]
