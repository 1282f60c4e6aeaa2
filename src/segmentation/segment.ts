import { literalNumbers, type Piece, pieces, plain } from '../text/tags.ts'
import type { Code, Kind } from '../unit.ts'
import { ENGLISH } from './english.ts'
import { FRENCH } from './french.ts'
import { COMMON, type Rule } from './rules.ts'

/** A sentence as tagged text, its codes numbered from 1 in order of appearance. */
export interface Segment {
  text: string
  codes: readonly Code[]
}

/** The rules of each language by the first part of its tag. A new language is a new file and a line here. */
const RULES: Readonly<Record<string, readonly Rule[]>> = { en: ENGLISH, fr: FRENCH }

/** Kinds that are one segment, however many full stops stand in them. */
const WHOLE: ReadonlySet<Kind> = new Set(['heading', 'cell', 'code'])

/**
 * The sentences of a paragraph, in order. Joined with the white space that stood between them they are the paragraph again,
 * but for markup that spans several: it is closed at the end of one and opened again in the next.
 */
export function segment(
  { kind, text, codes }: { kind: Kind; text: string; codes: readonly Code[] },
  language: string,
): Segment[] {
  if (text.trim() === '') return []
  if (WHOLE.has(kind)) return [renumber(kind === 'code' ? text : text.trim(), codes)]
  return cut(text, codes, language).map((sentence) => renumber(sentence.text, sentence.codes))
}

interface Compiled {
  breaks: boolean
  /** The rule at one place, and its places in a whole text. */
  here: RegExp
  anywhere: RegExp
}

const compiled = new Map<readonly Rule[], readonly Compiled[]>()

function rulesOf(language: string): readonly Compiled[] {
  const rules = RULES[language.split('-', 1)[0]!.toLowerCase()] ?? COMMON
  let ready = compiled.get(rules)
  if (ready === undefined) {
    ready = rules.map(({ breaks, before, after }) => {
      const source = `(?<=${before.source})(?=${after.source})`
      return { breaks, here: new RegExp(source, 'yu'), anywhere: new RegExp(source, 'gu') }
    })
    compiled.set(rules, ready)
  }
  return ready
}

/** Where sentences end, as offsets in the text without tags. */
function sentenceEnds(words: string, language: string): number[] {
  const rules = rulesOf(language)
  const candidates = new Set<number>()
  for (const { breaks, anywhere } of rules) {
    if (breaks) for (const { index } of words.matchAll(anywhere)) candidates.add(index)
  }
  const decide = (at: number) =>
    rules.find(({ here }) => {
      here.lastIndex = at
      return here.test(words)
    })!.breaks
  return [...candidates].filter(decide).sort((a, b) => a - b)
}

/** The sentences of a tagged text with the codes that stand in each, every pair of tags closed where it was opened. */
function cut(text: string, codes: readonly Code[], language: string): Segment[] {
  const { text: words, spanOf } = plain(text, codes)
  const tags = [...pieces(text, codes)]
  const codeOf = new Map(codes.map((code) => [code.number, code]))
  const sentences: Segment[] = []
  const open: number[] = []
  let start = 0
  let next = 0

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
    sentences.push({
      text: before + text.slice(start, end).trim() + after,
      codes: [...used].map((number) => codeOf.get(number)!),
    })
    start = end
  }

  let piece = 0
  for (const at of sentenceEnds(words, language)) {
    const end = spanOf(0, at)[1]
    while (tags[piece]!.end < end) piece++
    take(seam(tags, piece, end))
  }
  take(text.length)
  return sentences
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

function renumber(text: string, codes: readonly Code[]): Segment {
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
  return { text: renumbered.join(''), codes: kept }
}
