import type { Edit } from '../text/edits.ts'
import { type Encoding, referring } from '../text/encoding.ts'
import { withLineFeeds } from '../text/kept.ts'
import { escapeXml } from '../text/xml.ts'
import { type LanguagePair, STATES } from '../unit.ts'
import type { Replacement } from './document.ts'
import { xliff2 } from './xliff2.ts'
import { edits2 } from './xliff2Finish.ts'
import { writeText } from './xliff2Writer.ts'
import { edits12 } from './xliff12Finish.ts'
import type { XmlElement } from './xliffContent.ts'
import { type Change, retagged } from './xliffEdits.ts'
import type { Spot } from './xliffSpots.ts'
import { TextWriter } from './xliffTextWriter.ts'

/** What differs from the file. A text that stayed as it was takes no state from it, and a draft gives it none. */
export function changesIn(spots: ReadonlyMap<number, Spot>, replacements: readonly Replacement[]): Change[] {
  return replacements.flatMap(({ slot, text, state }) => {
    const spot = spots.get(slot.start)
    if (spot === undefined) return []
    if (withLineFeeds(text) !== withLineFeeds(spot.target)) return { spot, text, state }
    const isFurther = text !== '' && state !== 'draft' && STATES.indexOf(state) > STATES.indexOf(spot.state)
    return isFurther ? { spot, text: undefined, state } : []
  })
}

/** The changes as edits of the file, in its order. */
export function editsFor(
  file: string,
  changes: readonly Change[],
  languages: LanguagePair,
  encoding: Encoding,
): Edit[] {
  const units = new Map<XmlElement, Change[]>()
  for (const change of changes) {
    const { unit } = change.spot.found
    const ofUnit = units.get(unit)
    if (ofUnit) ofUnit.push(change)
    else units.set(unit, [change])
  }
  const inUnits = [...units].flatMap(([unit, ofUnit]) => {
    const is2 = ofUnit[0]!.spot.found.generation === xliff2
    const prefix = /^<([^\s/>:]+:)?/u.exec(file.slice(unit.place!.start, unit.place!.contentStart))?.[1]
    const words = (text: string) => referring(is2 ? writeText(text, prefix) : escapeXml(text), encoding)
    const writer = new TextWriter(unit, file, is2, words)
    return (is2 ? edits2 : edits12)(file, ofUnit, (change) => writer.write(change))
  })
  return [...inUnits, ...languagesIn(file, changes, languages)].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** The elements that should say in which language the targets are and do not. */
function languagesIn(file: string, changes: readonly Change[], { target }: LanguagePair): Edit[] {
  const silent = new Set<XmlElement>()
  for (const { spot } of changes) {
    const { around, generation } = spot.found
    const holder = around.find(({ name }) => name === generation.languages.element)
    if (holder?.place && holder.attributes[generation.languages.target] === undefined) silent.add(holder)
  }
  return [...silent].flatMap((holder) => {
    const { languages } = changes[0]!.spot.found.generation
    return retagged(file, holder, { [languages.target]: target })
  })
}
