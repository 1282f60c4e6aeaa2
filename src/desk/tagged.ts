import type { SegmentRow } from '../../db/segments.ts'
import { Conflict } from '../errors.ts'
import { areSound, tagFaults } from '../text/tagFaults.ts'

/** @throws Conflict when a tag of the source is missing in the newest text, or torn apart. */
export function mustBeTagged({ source, target, codes }: SegmentRow): void {
  if (!areSound(tagFaults(source, target, codes))) throw new Conflict((m) => m.desk.tagsMissing)
}
