import type { State, Unit } from '../unit.ts'
import type { Content } from './nativeCodes.ts'
import { CONTEXT } from './xliff12Writer.ts'
import { child, children, contentOf, type Reading, wordsOf, type XmlElement } from './xliffContent.ts'
import type { Generation, Segment } from './xliffGeneration.ts'
import { readProperties } from './xliffProperties.ts'
import { idOfCode } from './xliffTags.ts'

/** XLIFF 1.0 to 1.2, and what Trados Studio adds to it. */
export const xliff12: Generation = {
  version: '1.',
  languages: { element: 'file', source: 'source-language', target: 'target-language' },
  containers: new Set(['xliff', 'file', 'body', 'group', 'bin-unit']),
  unit: 'trans-unit',
  unitName: 'resname',
  notes: (unit) => children(unit, 'note'),
  properties,
  segments,
  inline: () => inline,
}

function properties(unit: XmlElement): Partial<Unit> | undefined {
  const contexts = children(unit, 'context-group').flatMap((group) => children(group, 'context'))
  const ours = contexts.filter(({ attributes }) => attributes['context-type']?.startsWith(CONTEXT))
  return readProperties(
    ours.map((context) => [context.attributes['context-type']!.slice(CONTEXT.length), wordsOf(context)]),
  )
}

const STATES: ReadonlyMap<string, State> = new Map([
  ['new', 'initial'],
  ['needs-translation', 'initial'],
  ['needs-l10n', 'draft'],
  ['needs-review-translation', 'draft'],
  ['needs-review-l10n', 'draft'],
  // These two are about what surrounds the text.
  ['needs-adaptation', 'translated'],
  ['needs-review-adaptation', 'translated'],
  ['translated', 'translated'],
  ['signed-off', 'approved'],
  ['final', 'approved'],
])

/** How Trados Studio says in `sdl:seg-defs` what state a segment is in; of one nobody has touched it says nothing. */
const CONFIRMATIONS: ReadonlyMap<string, State> = new Map([
  ['', 'initial'],
  ['Draft', 'draft'],
  ['RejectedTranslation', 'draft'],
  ['RejectedSignOff', 'draft'],
  ['Translated', 'translated'],
  ['ApprovedTranslation', 'approved'],
  ['ApprovedSignOff', 'approved'],
])

/** The segments both sides are cut into, or the unit as one where they are not. */
function segments(unit: XmlElement): Segment[] {
  const source = child(unit, 'source')
  const target = child(unit, 'target')
  const state = unit.attributes['approved'] === 'yes' ? 'approved' : STATES.get(target?.attributes['state'] ?? '')

  const whole = { element: unit, source, target, state }
  const sources = [...marks(child(unit, 'seg-source') ?? source)]
  const targets = new Map([...marks(target)].map((mark) => [mark.attributes['mid'], mark]))
  if (sources.length === 0 || (targets.size === 0 && hasWords(contentOf(target, inline)))) return [whole]

  const confirmed = new Map(
    children(child(unit, 'seg-defs'), 'seg').map(({ attributes: { id, conf = '' } }) => [id, CONFIRMATIONS.get(conf)]),
  )
  return sources.map((mark) => {
    const { mid } = mark.attributes
    return {
      id: mid,
      element: mark,
      source: mark,
      target: targets.get(mid),
      state: confirmed.get(mid) ?? state,
    }
  })
}

const hasWords = (content: readonly Content[]) => content.some((part) => typeof part === 'string' && part.trim() !== '')

/** The segments of a text, which may stand inside inline codes. */
function* marks(text: XmlElement | undefined): Generator<XmlElement> {
  for (const part of text?.content ?? []) {
    if (typeof part === 'string') continue
    if (part.name === 'mrk' && part.attributes['mtype'] === 'seg') yield part
    else yield* marks(part)
  }
}

function inline(element: XmlElement): Reading | undefined {
  const { id, rid = id, pos, mtype, ctype, 'equiv-text': equivalent = ctype === 'lb' ? '\n' : '' } = element.attributes
  const native = wordsOf(element) || equivalent
  const x = rid === undefined ? undefined : idOfCode(rid)
  switch (element.name) {
    case 'g':
      return [
        { type: 'open', native: equivalent, x, i: `g ${id}` },
        { type: 'close', native: '', x, i: `g ${id}` },
      ]
    case 'x':
    case 'ph':
      return [{ type: 'alone', native, x }]
    case 'bx':
    case 'bpt':
      return [{ type: 'open', native, x, i: rid }]
    case 'ex':
    case 'ept':
      return [{ type: 'close', native, x, i: rid }]
    case 'it':
      return [{ type: pos === 'close' ? 'close' : 'open', native, x }]
    case 'mrk':
      // A change that Trados Studio tracks: these words are no longer there.
      return mtype === 'x-sdl-deleted' ? [''] : undefined
    default:
      return undefined
  }
}
