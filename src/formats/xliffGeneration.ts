import type { State, TermPair, Unit } from '../unit.ts'
import type { Reading, XmlElement } from './xliffContent.ts'

/** A stretch of a unit with its translation. `state` is what the file says of it, where it says anything. */
export interface Segment {
  id?: string | undefined
  /** What holds its texts, or is its source: where it begins. */
  element: XmlElement
  source: XmlElement | undefined
  target: XmlElement | undefined
  state?: State | undefined
}

/** What XLIFF 1 and XLIFF 2 say in different words. */
export interface Generation {
  /** What the `version` of such a file begins with. */
  version: string
  /** The element that names the languages of all it holds, and the attributes it does so with. */
  languages: { element: string; source: string; target: string }
  /** The elements in which units stand, at any depth. All others are passed over with what they hold. */
  containers: ReadonlySet<string>
  unit: string
  /** The attribute with the name people know a unit by, for one that has no `id`. */
  unitName: string
  notes(unit: XmlElement): XmlElement[]
  /** What our own writer says of a unit in places of its own; nothing of one that it did not write. */
  properties(unit: XmlElement): Partial<Unit> | undefined
  /** The terms a unit says it has, where the format has a place for them. */
  terms?(unit: XmlElement): TermPair[]
  segments(unit: XmlElement): Segment[]
  /** How the elements inside the texts of a unit read. */
  inline(unit: XmlElement): (element: XmlElement) => Reading | undefined
}
