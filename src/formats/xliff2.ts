import type { State, TermPair, Unit } from '../unit.ts'
import { OURS } from './xliff2Writer.ts'
import { child, children, type Reading, wordsOf, type XmlElement } from './xliffContent.ts'
import type { Generation, Segment } from './xliffGeneration.ts'
import { readProperties } from './xliffProperties.ts'
import { idOfCode } from './xliffTags.ts'

/**
 * The core of XLIFF 2.0 to 2.2. What stands between segments is nothing to translate, and where in the unit a target is to
 * stand does not change what it translates.
 */
export const xliff2: Generation = {
  version: '2.',
  languages: { element: 'xliff', source: 'srcLang', target: 'trgLang' },
  containers: new Set(['xliff', 'file', 'group']),
  unit: 'unit',
  unitName: 'name',
  notes: (unit) => children(child(unit, 'notes'), 'note'),
  properties,
  terms,
  segments,
  inline: (unit) => inlineWith(dataOf(unit)),
}

function properties(unit: XmlElement): Partial<Unit> | undefined {
  const groups = children(unit, 'metadata').flatMap((metadata) => children(metadata, 'metaGroup'))
  const metas = groups
    .filter(({ attributes }) => attributes['category'] === OURS)
    .flatMap((ours) => children(ours, 'meta'))
  return readProperties(metas.map((meta) => [meta.attributes['type'] ?? '', wordsOf(meta)]))
}

/** Of the glossary module, XLIFF 2.1 5.2: a term with its first translation. */
function terms(unit: XmlElement): TermPair[] {
  const entries = children(unit, 'glossary').flatMap((glossary) => children(glossary, 'glossEntry'))
  return entries.flatMap((entry) => {
    const [term, translation] = [child(entry, 'term'), child(entry, 'translation')]
    if (term === undefined || translation === undefined) return []
    const concept = term.attributes['source'] ?? entry.attributes['id'] ?? ''
    return { concept, source: wordsOf(term), target: wordsOf(translation) }
  })
}

const STATES: ReadonlyMap<string, State> = new Map([
  ['initial', 'initial'],
  ['translated', 'translated'],
  ['reviewed', 'approved'],
  ['final', 'approved'],
])

function segments(unit: XmlElement): Segment[] {
  return children(unit, 'segment').map((segment) => {
    const { id, state = '', subState } = segment.attributes
    return {
      id,
      element: segment,
      source: child(segment, 'source'),
      target: child(segment, 'target'),
      // A tool says a sub-state where its own words tell more: somebody has begun.
      state: state === 'initial' && subState !== undefined ? 'draft' : STATES.get(state),
    }
  })
}

const dataOf = (unit: XmlElement): ReadonlyMap<string, string> =>
  new Map(
    children(child(unit, 'originalData'), 'data').map(({ attributes: { id = '' }, content }) => [
      id,
      nativeOf(content),
    ]),
  )

const nativeOf = (content: XmlElement['content']) =>
  content.map((part) => (typeof part === 'string' ? part : characterOf(part))).join('')

/** What the inline elements of a unit read as, by its original data. */
function inlineWith(data: ReadonlyMap<string, string>): (element: XmlElement) => Reading | undefined {
  return (element) => {
    const { attributes } = element
    const { id, startRef, subType } = attributes
    const x = id === undefined ? undefined : idOfCode(id)
    const known = subType === 'xlf:lb' ? '\n' : ''
    const native = (end: '' | 'Start' | 'End') =>
      data.get(attributes[`dataRef${end}`] ?? '') ?? attributes[`disp${end}`] ?? attributes[`equiv${end}`] ?? known
    switch (element.name) {
      case 'pc':
        return [
          { type: 'open', native: native('Start'), x, i: `pc ${id}` },
          { type: 'close', native: native('End'), x, i: `pc ${id}` },
        ]
      case 'ph':
        return [{ type: 'alone', native: native(''), x }]
      case 'sc':
        return [{ type: 'open', native: native(''), x, i: id }]
      case 'ec':
        return [{ type: 'close', native: native(''), x: startRef === undefined ? x : idOfCode(startRef), i: startRef }]
      case 'cp':
        return [characterOf(element)]
      default:
        return undefined
    }
  }
}

/** A `cp` names a character that XML cannot hold. */
function characterOf({ attributes: { hex = '' } }: XmlElement): string {
  const point = /^[\dA-Fa-f]{1,6}$/u.test(hex) ? Number.parseInt(hex, 16) : 0
  const isSurrogate = point >= 0xd800 && point <= 0xdfff
  return point === 0 || isSurrogate || point > 0x10ffff ? '\uFFFD' : String.fromCodePoint(point)
}
