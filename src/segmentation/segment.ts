import { literalNumbers, type Piece, pieces, plain } from '../text/tags.ts'
import type { Code, Kind } from '../unit.ts'
import type { Rules } from './rules.ts'

/** What is cut: a text with its tags, and what it is to the eye. */
export interface Paragraph {
  kind: Kind
  text: string
  codes: readonly Code[]
}

/** A sentence as tagged text, its codes numbered from 1 in order of appearance. */
export interface Segment {
  text: string
  codes: readonly Code[]
  /** The white space between it and the segment before it in its paragraph, exactly; nothing in front of the first. */
  gap: string
}

/** Kinds that are one segment, however many full stops stand in them. */
const WHOLE: ReadonlySet<Kind> = new Set(['heading', 'cell', 'code'])

/**
 * The sentences of a paragraph, in order. Joined with their gaps they are the paragraph again, without the white space at its
 * two ends, and but for markup that spans several: it is closed at the end of one and opened again in the next, and
 * its codes say of which `pair` they are parts. Without rules a paragraph is one segment.
 */
export function segment({ kind, text, codes }: Paragraph, rules?: Rules): Segment[] {
  if (text.trim() === '') return []
  if (rules === undefined || WHOLE.has(kind))
    return [renumber({ text: kind === 'code' ? text : text.trim(), codes, gap: '' })]
  return cut(text, codes, rules).map(renumber)
}

/** Where sentences end, as offsets in the text without tags. Rules of other tools may put an end into white space, or two around it. */
function sentenceEnds(words: string, rules: Rules): number[] {
  const last = words.trimEnd().length
  let word = words.search(/\S/u)
  return rules.ends(words).filter((end) => {
    if (end <= word || end >= last) return false
    word = end + words.slice(end).search(/\S/u)
    return true
  })
}

/** The sentences of a tagged text with the codes that stand in each, every pair of tags closed where it was opened. */
function cut(text: string, codes: readonly Code[], rules: Rules): Segment[] {
  const { text: words, spanOf } = plain(text, codes)
  const tags = [...pieces(text, codes)]
  const codeOf = new Map(codes.map((code) => [code.number, code]))
  const sentences: { text: string; used: ReadonlySet<number>; gap: string }[] = []
  const spanning = new Set<number>()
  const open: number[] = []
  let start = 0
  let next = 0
  let space = ''

  const take = (end: number) => {
    const before = open.map((number) => `<${number}>`).join('')
    const used = new Set(open)
    for (; next < tags.length && tags[next]!.start < end; next++) {
      const tag = tags[next]!
      if (tag.type !== 'text') used.add(tag.number)
      if (tag.type === 'open') open.push(tag.number)
      if (tag.type === 'close' && open.includes(tag.number)) open.splice(open.lastIndexOf(tag.number), 1)
    }
    const after = open
      .map((number) => `</${number}>`)
      .reverse()
      .join('')
    const taken = text.slice(start, end)
    const sentence = taken.trim()
    const at = taken.indexOf(sentence)
    const gap = sentences.length === 0 ? '' : space + taken.slice(0, at)
    sentences.push({ text: before + sentence + after, used, gap })
    space = taken.slice(at + sentence.length)
    start = end
  }

  let piece = 0
  for (const at of sentenceEnds(words, rules)) {
    const end = spanOf(0, at)[1]
    while (tags[piece]!.end < end) piece++
    take(seam(tags, piece, end))
    for (const number of open) spanning.add(number)
  }
  take(text.length)
  return sentences.map(({ used, ...sentence }) => ({
    ...sentence,
    codes: [...used].map((number) => {
      const code = codeOf.get(number)!
      return spanning.has(number) ? { ...code, pair: number } : code
    }),
  }))
}

/** Behind the tags that close with a sentence or stand right at its end, before those that open the next. */
function seam(tags: readonly Piece[], from: number, end: number): number {
  let place = end
  let opened = 0
  let touching = true
  for (let at = from; at < tags.length; at++) {
    const tag = tags[at]!
    if (tag.end <= end) continue
    if (tag.type === 'text') {
      if (/^\s*\S/u.test(tag.text.slice(Math.max(end - tag.start, 0)))) break
      touching = false
    } else if (tag.type === 'open') {
      opened++
      touching = false
    } else if (tag.type === 'close') {
      if (opened > 0) opened--
      else place = tag.end
    } else if (touching) {
      place = tag.end
    }
  }
  return place
}

function renumber({ text, codes, gap }: Segment): Segment {
  const parts = [...pieces(text, codes)]
  const words = parts.map((part) => (part.type === 'text' ? part.text : ' ')).join('')
  const literal = literalNumbers(words)
  const numbers = new Map<number, number>()
  const kept: Code[] = []
  let number = 0

  const numberOf = (old: number): number => {
    const known = numbers.get(old)
    if (known !== undefined) return known
    do number++
    while (literal.has(number))
    numbers.set(old, number)
    kept.push({ ...codes.find((code) => code.number === old)!, number })
    return number
  }
  const renumbered = parts.map((part) => {
    if (part.type === 'text') return part.text
    const own = numberOf(part.number)
    return part.type === 'open' ? `<${own}>` : part.type === 'close' ? `</${own}>` : `<${own}/>`
  })
  return { text: renumbered.join(''), codes: kept, gap }
}
