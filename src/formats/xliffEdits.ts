import type { Edit } from '../text/edits.ts'
import { asOpening, nameIn, withAttributes } from '../text/xmlTags.ts'
import type { State } from '../unit.ts'
import type { XmlElement } from './xliffContent.ts'
import type { Spot } from './xliffSpots.ts'

/** A segment that says something else now. `text` is nothing where only its state is another. */
export interface Change {
  spot: Spot
  text: string | undefined
  state: State
}

/** How a generation of XLIFF writes the changes of one unit, and the texts in it. */
export type UnitEdits = (file: string, changes: readonly Change[], written: (change: Change) => string) => Edit[]

/** An element's first tag with other attributes. */
export function retagged(
  file: string,
  { place }: XmlElement,
  attributes: Readonly<Record<string, string | undefined>>,
): Edit[] {
  const { start, contentStart } = place!
  const tag = file.slice(start, contentStart)
  const by = withAttributes(tag, attributes)
  return by === tag ? [] : [{ start, end: contentStart, by }]
}

/** An element with other content and other attributes. */
export function refilled(
  file: string,
  { place }: XmlElement,
  content: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
): Edit {
  const { start, contentStart, end } = place!
  const tag = withAttributes(file.slice(start, contentStart), attributes)
  return { start, end, by: `${asOpening(tag)}${content}</${nameIn(tag)}>` }
}

/** The white space in front of a place, back to another one. */
export function spaceBefore(file: string, place: number, from: number): string {
  const before = file.slice(from, place)
  return before.slice(before.trimEnd().length)
}
