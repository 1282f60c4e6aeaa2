import type { XmlNode } from '../text/xmlElements.ts'
import { type Alone, type Item, isWorded, type Raw, rawOf, shortened } from './wordItems.ts'

/** A mark of a field: where it begins, what it is to do, where its result begins and ends (ISO/IEC 29500-1, 17.16.18). */
export interface Mark {
  type: 'begin' | 'instruction' | 'separate' | 'end'
  /** Of an instruction. */
  text: string
  raw: Raw
}

/** The mark that an element of a run is, if it is one. */
export function markOf(element: XmlNode, text: string, raw: Raw): Mark | undefined {
  if (element.name === 'w:instrText') return { type: 'instruction', text, raw }
  const type = element.name === 'w:fldChar' && element.attributes['w:fldCharType']
  return type === 'begin' || type === 'separate' || type === 'end' ? { type, text: '', raw } : undefined
}

/** Fields whose result somebody wrote. All others Word works out anew: page numbers, references, dates. */
const WRITTEN = /^\s*(?:HYPERLINK|FORMTEXT|QUOTE|TOC)\b/iu

const isWritten = (instruction: string): boolean => WRITTEN.test(instruction)

/** Nobody nests fields deeper. In those that are, every mark stands alone. */
const DEEPEST = 6

/** The items with each field as one: around its words where somebody wrote them, or standing alone. */
export function folded(items: Iterable<Item | Mark>): Item[] {
  const all = [...items]
  return fold(all, 0, all.length, spansOf(all), 0)
}

/** A field that begins and ends among the items, by the place of its beginning. One that goes on in another paragraph has none. */
interface Span {
  separate: number
  end: number
  instruction: string
}

function spansOf(items: readonly (Item | Mark)[]): Map<number, Span> {
  const spans = new Map<number, Span>()
  const open: { begin: number; separate: number; instruction: string }[] = []
  for (const [at, item] of items.entries()) {
    const field = open.at(-1)
    if (item.type === 'begin') open.push({ begin: at, separate: -1, instruction: '' })
    else if (field === undefined) continue
    else if (item.type === 'instruction' && field.separate < 0) field.instruction += item.text
    else if (item.type === 'separate' && field.separate < 0) field.separate = at
    else if (item.type === 'end') {
      open.pop()
      spans.set(field.begin, { separate: field.separate, end: at, instruction: field.instruction })
    }
  }
  return spans
}

function fold(
  items: readonly (Item | Mark)[],
  from: number,
  to: number,
  spans: ReadonlyMap<number, Span>,
  depth: number,
): Item[] {
  const done: Item[] = []
  for (let at = from; at < to; at++) {
    const item = items[at]!
    const span = spans.get(at)
    if (span === undefined || depth >= DEEPEST) {
      done.push(isItem(item) ? item : mark(item))
      continue
    }
    const { separate, end, instruction } = span
    const rawBetween = (start: number, stop: number) => items.slice(start, stop).flatMap(rawOfAny)
    const result = separate < 0 ? end : separate + 1
    const content = fold(items, result, end, spans, depth + 1)
    done.push(fieldOf(instruction, rawBetween(at, result), content, rawBetween(end, end + 1)))
    at = end
  }
  return done
}

const isItem = (item: Item | Mark): item is Item =>
  item.type === 'words' || item.type === 'alone' || item.type === 'around'

const rawOfAny = (item: Item | Mark): Raw => (isItem(item) ? rawOf(item) : item.raw)

/** A mark of a field that goes on in another paragraph. */
const mark = ({ type, raw }: Mark): Alone => ({
  type: 'alone',
  label: `<w:fldChar w:fldCharType="${type}"/>`,
  raw,
  shows: false,
  repeats: false,
})

/** A field as one: around what somebody wrote, or standing alone with its result. */
export function fieldOf(instruction: string, open: Raw, content: readonly Item[], close: Raw): Item {
  if (!isWritten(instruction) || !content.some(isWorded)) {
    return alone(instruction, [...open, ...content.flatMap(rawOf), ...close])
  }
  return { type: 'around', label: `${labelOf(instruction)}>`, labelEnd: '</w:fldSimple>', open, close, content }
}

const alone = (instruction: string, raw: Raw): Alone => ({
  type: 'alone',
  label: `${labelOf(instruction)}/>`,
  raw,
  // An entry of an index stands in the text without being seen.
  shows: !/^\s*(?:XE|TC|TA)\b/iu.test(instruction),
  repeats: false,
})

function labelOf(instruction: string): string {
  const quote = instruction.includes('"') ? "'" : '"'
  return shortened(`<w:fldSimple w:instr=${quote}${instruction.trim()}${quote}`)
}
