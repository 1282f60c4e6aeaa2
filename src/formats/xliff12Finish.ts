import type { Edit } from '../text/edits.ts'
import { asOpening, nameIn } from '../text/xmlTags.ts'
import { STATES, type State } from '../unit.ts'
import { STATES_12 } from './xliff12Writer.ts'
import { child, children, type XmlElement } from './xliffContent.ts'
import { type Change, refilled, retagged, spaceBefore, type UnitEdits } from './xliffEdits.ts'
import type { Spot } from './xliffSpots.ts'

/** XLIFF 1.2: one target a unit, behind its source, in the segments its source is cut into. */
export const edits12: UnitEdits = (file, changes, written) => {
  const [{ spot }] = changes as [Change]
  const { unit } = spot.found
  const state = leastOf(changes)
  const isCut = spot.segment.source?.name === 'mrk'
  const confirmed = isCut ? confirmations(file, unit, changes) : undefined
  const attributes = confirmed ? {} : targetAttributes(changes, state)
  const approval = confirmed ? {} : approvalOf(unit, changes, state)
  return [
    ...retagged(file, unit, approval),
    ...(confirmed ?? []),
    ...(isCut ? inSegments(file, changes, written, attributes) : inTarget(file, changes[0]!, written, attributes)),
  ]
}

function inTarget(
  file: string,
  change: Change,
  written: (change: Change) => string,
  attributes: Readonly<Record<string, string | undefined>>,
): Edit[] {
  const { unit } = change.spot.found
  const target = child(unit, 'target')
  if (change.text === undefined) return target ? retagged(file, target, attributes) : []
  return target
    ? [refilled(file, target, written(change), attributes)]
    : [added(file, unit, written(change), attributes)]
}

/** The segments of a target: those that are there are filled, the others come in the order of their sources. */
function inSegments(
  file: string,
  changes: readonly Change[],
  written: (change: Change) => string,
  attributes: Readonly<Record<string, string | undefined>>,
): Edit[] {
  const { unit } = changes[0]!.spot.found
  const target = child(unit, 'target')
  const [there, missing] = [changes.filter(isThere), changes.filter((change) => !isThere(change) && change.text)]
  // Two segments of one `mid` have one target: it says what the first of them says.
  const targets = new Map(there.toReversed().map((change) => [change.spot.segment.target!, change]))
  const edits = [...targets].flatMap(([element, change]) =>
    change.text === undefined ? [] : [refilled(file, element, written(change))],
  )
  const marks = missing.map(({ spot }, at) => ({
    spot,
    mark: markOf(file, spot.segment.element, written(missing[at]!)),
  }))
  if (!target || (there.length === 0 && !hasMark(target))) {
    const content = marks.map(({ spot, mark }, at) => (at === 0 ? '' : gapBefore(file, spot)) + mark).join('')
    if (content === '') return edits
    return [...edits, target ? refilled(file, target, content, attributes) : added(file, unit, content, attributes)]
  }
  const placeFor = placesIn(unit, target)
  const inserted = marks.map(({ spot, mark }) => {
    const at = placeFor(spot)
    return { start: at, end: at, by: mark }
  })
  return [...retagged(file, target, attributes), ...edits, ...inserted]
}

const isThere = ({ spot }: Change): boolean => spot.segment.target !== undefined

const hasMark = (element: XmlElement): boolean =>
  element.content.some((part) => typeof part !== 'string' && (isSegment(part) || hasMark(part)))

const isSegment = ({ name, attributes }: XmlElement) => name === 'mrk' && attributes['mtype'] === 'seg'

/** Where segments go that a target lacks: in front of the next of the source that is there, or else at the end. */
function placesIn(unit: XmlElement, target: XmlElement): (spot: Spot) => number {
  const source = child(unit, 'seg-source') ?? child(unit, 'source')
  const orders = new Map(children(source, 'mrk').map(({ attributes }, at) => [attributes['mid'], at]))
  const there = children(target, 'mrk')
    .map(({ attributes, place }) => ({ order: orders.get(attributes['mid']) ?? -1, start: place!.start }))
    .sort((a, b) => a.order - b.order)
  let next = 0
  return ({ segment }) => {
    const order = orders.get(segment.id) ?? 0
    while (next < there.length && there[next]!.order <= order) next += 1
    return there[next]?.start ?? target.place!.contentEnd
  }
}

/** The white space in front of a segment in its source. */
const gapBefore = (file: string, { segment }: Spot): string => {
  const { start } = segment.element.place!
  return spaceBefore(file, start, Math.max(0, start - LONGEST_GAP))
}

const LONGEST_GAP = 100

/** A segment for the target with the tag its source has. */
function markOf(file: string, { place }: XmlElement, content: string): string {
  const { start, contentStart } = place!
  const tag = asOpening(file.slice(start, contentStart))
  return `${tag}${content}</${nameIn(tag)}>`
}

/** A target where none is: behind the source, and behind what it is cut into. */
function added(
  file: string,
  unit: XmlElement,
  content: string,
  attributes: Readonly<Record<string, string | undefined>>,
): Edit {
  const before = child(unit, 'seg-source') ?? child(unit, 'source')!
  const { start, contentStart, end } = before.place!
  const name = nameIn(file.slice(start, contentStart)).replace(/(?:seg-)?source$/u, 'target')
  const said = attributes['state'] === undefined ? '' : ` state="${attributes['state']}"`
  const indentation = spaceBefore(file, start, unit.place!.contentStart)
  return { start: end, end, by: `${indentation}<${name}${said}>${content}</${name}>` }
}

/** How far the unit is: as far as the segment that is least so, of those that change and those that do not. */
function leastOf(changes: readonly Change[]): State {
  const { unit, generation } = changes[0]!.spot.found
  const changed = new Map(changes.map(({ spot, state }) => [spot.segment.source, state]))
  const states = generation
    .segments(unit)
    .map(
      ({ source, target, state }) =>
        changed.get(source) ?? (target?.content.length ? (state ?? 'translated') : 'initial'),
    )
  return STATES.find((state) => states.includes(state)) ?? 'initial'
}

/** The state stays as the file words it while it means the same. Where a match came from is no longer true of another text. */
function targetAttributes(changes: readonly Change[], state: State): Record<string, string | undefined> {
  const isSame = changes.every(({ spot }) => spot.segment.state === spot.state && spot.state === state)
  const isOther = changes.some(({ text }) => text !== undefined)
  return {
    ...(isOther && { 'state-qualifier': undefined }),
    ...(!isSame && { state: STATES_12[state] }),
  }
}

function approvalOf({ attributes }: XmlElement, changes: readonly Change[], state: State): Record<string, string> {
  if (state === 'approved') return attributes['approved'] === 'yes' ? {} : { approved: 'yes' }
  const isOther = changes.some(({ text }) => text !== undefined)
  return attributes['approved'] === 'yes' && isOther ? { approved: 'no' } : {}
}

const CONFIRMATIONS: Readonly<Record<State, string | undefined>> = {
  initial: undefined,
  draft: 'Draft',
  translated: 'Translated',
  approved: 'ApprovedTranslation',
}

/** What Trados Studio says of each segment, where it does. */
function confirmations(file: string, unit: XmlElement, changes: readonly Change[]): Edit[] | undefined {
  const said = child(unit, 'seg-defs')
  if (said === undefined) return undefined
  const states = new Map(changes.map(({ spot, state }) => [spot.segment.id, { was: spot.segment.state, state }]))
  return children(said, 'seg').flatMap((definition) => {
    const change = states.get(definition.attributes['id'])
    if (change === undefined || change.was === change.state) return []
    return retagged(file, definition, { conf: CONFIRMATIONS[change.state] })
  })
}
