import type { Code } from '../unit.ts'

/**
 * An element that stands for native code. `i` binds the two ends of a pair; `x` names its like in the other variant. In
 * TMX these are the attributes of that name, in XLIFF its ids.
 */
export interface InlineElement {
  type: 'open' | 'close' | 'alone'
  native: string
  /** The native code without words in it that differ from language to language: what TMX calls a sub-flow. */
  shape?: string
  i?: string | undefined
  x?: string | undefined
}

/** What a segment holds in reading order: words and inline elements. */
export type Content = string | InlineElement

/** A code whose number and halves are not all known yet. */
interface Draft extends Partial<Code> {
  paired: boolean
  x?: string | undefined
}

type Resolved = string | { type: InlineElement['type']; draft: Draft }

/** The variants of a unit as tagged texts over one table of codes. `known` are codes the file lists apart. */
export function readSegments(
  variants: readonly (readonly Content[])[],
  known: readonly Code[],
): { texts: string[]; codes: Code[] } {
  if (known.length === 0 && variants.every(isWords)) {
    return { texts: variants.map((content) => content.join('')), codes: [] }
  }
  const drafts = new Drafts(known)
  const resolved = variants.map((content) => drafts.resolve(content))
  giveNumbers(drafts.all, resolved)
  const codes = drafts.all.map(({ paired, number = 0, open = '', close = '' }) => ({
    number,
    open,
    ...(paired && { close }),
  }))
  return { texts: resolved.map(tagged), codes: codes.sort((a, b) => a.number - b.number) }
}

const isWords = (content: readonly Content[]) => content.every((part) => typeof part === 'string')

/** The codes met so far, found again by what an element says of itself. */
class Drafts {
  readonly all: Draft[] = []
  readonly #like = new Map<string, Draft>()
  /** The last pair of each `x`: the other half of an `it` may stand in the other variant. */
  readonly #pairs = new Map<string, Draft>()

  constructor(known: readonly Code[]) {
    for (const code of known) {
      const { number, open, close } = code
      const draft: Draft = { ...code, x: String(number), paired: close !== undefined }
      this.all.push(draft)
      this.#remember(draft, { type: draft.paired ? 'open' : 'alone', x: draft.x, native: open })
      if (close !== undefined) this.#remember(draft, { type: 'close', x: draft.x, native: close })
    }
  }

  resolve(content: readonly Content[]): Resolved[] {
    const opened = new Map<string, Draft>()
    const seen = new Map<string, number>()
    return content.map((element) => {
      if (typeof element === 'string') return element
      const { type, i = '', native } = element
      const half = type === 'close' ? 'close' : 'open'
      const draft = (type === 'close' && opened.get(i)) || this.#find(element, half, seen)
      draft[half] ??= native
      if (draft.x !== undefined) this.#remember(draft, { ...element, x: draft.x })
      if (type === 'open' && i !== '') opened.set(i, draft)
      return { type, draft }
    })
  }

  #remember(draft: Draft, element: InlineElement, nth = 0): void {
    this.#like.set(likeness(element) + nth, draft)
  }

  /** By `x` and native code, or as the half its pair lacks; without `x`, as the n-th of its native code in a variant. */
  #find(element: InlineElement, half: 'open' | 'close', seen: Map<string, number>): Draft {
    const { type, x } = element
    const alike = likeness(element)
    const nth = x === undefined ? (seen.get(alike) ?? 0) : 0
    seen.set(alike, nth + 1)
    const pair = type === 'alone' || x === undefined ? undefined : this.#pairs.get(x)
    const found = this.#like.get(alike + nth) ?? (pair?.[half] === undefined ? pair : undefined)
    if (found) return found

    const draft: Draft = { x, paired: type !== 'alone' }
    this.all.push(draft)
    this.#remember(draft, element, nth)
    if (draft.paired && x !== undefined) this.#pairs.set(x, draft)
    return draft
  }
}

const likeness = ({ type, x = '', native, shape = native }: InlineElement) => `${type} ${x} ${shape} `

/** Each code the number its `x` says, or else the next one free; never one that would make a tag of words. */
function giveNumbers(drafts: readonly Draft[], contents: readonly Resolved[][]): void {
  const words = contents.flatMap((content) => content.map((part) => (typeof part === 'string' ? part : '\n'))).join('')
  const spelt = new Set(words.match(/<\/?\d{1,4}\/?>/gu))
  const taken = new Set(drafts.map(({ number }) => number))
  const give = (draft: Draft, number: number) => {
    const tags = draft.paired ? [`<${number}>`, `</${number}>`] : [`<${number}/>`]
    if (taken.has(number) || tags.some((tag) => spelt.has(tag))) return
    taken.add(number)
    draft.number = number
  }
  for (const draft of drafts) {
    if (draft.number === undefined && /^(?:0|[1-9]\d{0,3})$/u.test(draft.x ?? '')) give(draft, Number(draft.x))
  }
  let next = 1
  for (const draft of drafts) {
    while (draft.number === undefined) give(draft, next++)
  }
}

function tagged(content: readonly Resolved[]): string {
  return content
    .map((part) => {
      if (typeof part === 'string') return part
      const { type, draft } = part
      return type === 'alone' ? `<${draft.number}/>` : `<${type === 'close' ? '/' : ''}${draft.number}>`
    })
    .join('')
}
