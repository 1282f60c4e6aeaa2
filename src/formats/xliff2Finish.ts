import type { Edit } from '../text/edits.ts'
import { nameIn } from '../text/xmlTags.ts'
import { stateAttributes } from './xliff2Writer.ts'
import { type Change, refilled, retagged, spaceBefore, type UnitEdits } from './xliffEdits.ts'

/** XLIFF 2: a target behind its source, and the state of the segment with the sub-state that is of it. */
export const edits2: UnitEdits = (file, changes, written) =>
  changes.flatMap((change) => {
    const { element: segment, source, target } = change.spot.segment
    const edits: Edit[] = retagged(file, segment, stateIn(change))
    if (change.text === undefined) return edits
    if (target) return [...edits, refilled(file, target, written(change))]
    const { start, contentStart, end } = source!.place!
    const name = nameIn(file.slice(start, contentStart)).replace(/source$/u, 'target')
    const space = source!.attributes['xml:space'] === undefined ? '' : ` xml:space="${source!.attributes['xml:space']}"`
    const indentation = spaceBefore(file, start, segment.place!.contentStart)
    return [...edits, { start: end, end, by: `${indentation}<${name}${space}>${written(change)}</${name}>` }]
  })

/** The state stays as the file words it while it means the same. One that changes takes its sub-state with it. */
function stateIn({ spot, text, state }: Change): Readonly<Record<string, string | undefined>> {
  const isSame = spot.segment.state === state && spot.target !== ''
  if (isSame) return {}
  return { subState: undefined, ...stateAttributes(text === '' ? 'initial' : state) }
}
