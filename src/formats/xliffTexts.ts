import { literalNumbers } from '../text/tags.ts'
import { asOpening, nameIn } from '../text/xmlTags.ts'
import type { Code } from '../unit.ts'
import type { Content, InlineElement } from './nativeCodes.ts'
import { contentOf, type Reading, type XmlElement } from './xliffContent.ts'
import { pairsIn } from './xliffTags.ts'

/** How the file writes a code: a pair has a `close`. */
export interface Written {
  open: string
  close?: string | undefined
}

/** The two texts of a segment over one table of codes, and how its file writes each code. */
export interface SegmentTexts {
  source: string
  target: string
  codes: Code[]
  written: ReadonlyMap<number, Written>
}

/**
 * The texts of a segment as people edit them: pairs nest, and a half that stands alone, or across another pair, is a code of
 * its own. Codes are numbered in the order of the source, and what only the target has behind them.
 */
export function textsOf(
  file: string,
  [source, target]: readonly [XmlElement | undefined, XmlElement | undefined],
  inline: (element: XmlElement) => Reading | undefined,
): SegmentTexts {
  const written = new Map<Content, string>()
  const remembering = (element: XmlElement): Reading | undefined => {
    const reading = inline(element)
    const tags = reading && writtenIn(file, element, reading.length)
    for (const [at, part] of (reading ?? []).entries()) if (typeof part !== 'string') written.set(part, tags![at]!)
    return reading
  }
  const contents = [contentOf(source, remembering), contentOf(target, remembering)] as const
  const table = new Table(contents.flat())
  const [ofSource, ofTarget] = contents.map((content, at) => table.tagged(content, at === 1))
  return { source: ofSource ?? '', target: ofTarget ?? '', ...table.codes(written) }
}

/** What the file has for the halves of an element, or for all of it. */
function writtenIn(file: string, { place }: XmlElement, halves: number): string[] {
  const { start, contentStart, contentEnd, end } = place!
  if (halves === 1) return [file.slice(start, end)]
  const tag = file.slice(start, contentStart)
  if (contentStart < end || !tag.endsWith('/>')) return [tag, file.slice(contentEnd, end)]
  return [asOpening(tag), `</${nameIn(tag)}>`]
}

interface Entry {
  number: number
  open?: InlineElement | undefined
  close?: InlineElement | undefined
  paired: boolean
}

const HIGHEST = 9999

/** The codes met so far, by what an element says of itself. */
class Table {
  readonly #entries = new Map<string, Entry>()
  readonly #literal: ReadonlySet<number>
  #number = 0

  constructor(content: readonly Content[]) {
    this.#literal = literalNumbers(content.map((part) => (typeof part === 'string' ? part : ' ')).join(''))
  }

  /** A text with its tags. In a target the code that comes again is the one of before. */
  tagged(content: readonly Content[], isTarget: boolean): string {
    const { partners, nested } = pairsIn(halvesIn(content))
    const times = new Map<string, number>()
    const keys = new Map<number, string>()
    const known = (key: string) => this.#entries.has(key)

    const keyOf = (part: InlineElement, at: number): string => {
      const partner = partners.get(at)
      const opening = part.type === 'close' && partner !== undefined ? keys.get(partner) : undefined
      if (opening?.startsWith('pair')) return opening
      const name = part.x ?? (part.type === 'alone' ? part.native : (part.i ?? part.native))
      const isPair = isTarget ? known(`pair ${name}`) || (nested.has(at) && !known(`open ${name}`)) : nested.has(at)
      const key = part.type !== 'alone' && isPair ? `pair ${name}` : `${part.type} ${name}`
      const again = times.get(key) ?? 0
      times.set(key, again + 1)
      if (again === 0 || (isTarget && part.x !== undefined && !known(`${key} again ${again}`))) return key
      return `${key} again ${again}`
    }
    return content
      .map((part, at) => {
        if (typeof part === 'string') return part
        const key = keyOf(part, at)
        keys.set(at, key)
        return this.#tag(key, part)
      })
      .join('')
  }

  #tag(key: string, part: InlineElement): string {
    const paired = key.startsWith('pair')
    const entry = this.#entries.get(key) ?? { number: this.#next(), paired }
    this.#entries.set(key, entry)
    const half = paired && part.type === 'close' ? 'close' : 'open'
    entry[half] ??= part
    if (entry.number > HIGHEST) return ''
    if (!paired) return `<${entry.number}/>`
    return half === 'close' ? `</${entry.number}>` : `<${entry.number}>`
  }

  #next(): number {
    do this.#number += 1
    while (this.#literal.has(this.#number))
    return this.#number
  }

  codes(written: ReadonlyMap<Content, string>): Pick<SegmentTexts, 'codes' | 'written'> {
    const entries = [...this.#entries.values()].filter(({ number }) => number <= HIGHEST)
    return {
      codes: entries.map(({ number, open, close, paired }) => ({
        number,
        open: open?.native ?? '',
        ...(paired && { close: close?.native ?? '' }),
      })),
      written: new Map(
        entries.map(({ number, open, close }) => [
          number,
          { open: (open && written.get(open)) ?? '', close: close && written.get(close) },
        ]),
      ),
    }
  }
}

/** The halves of a text, those numbered alike that name each other. */
function halvesIn(content: readonly Content[]): Parameters<typeof pairsIn>[0] {
  const numbers = new Map<string, number>()
  return content.map((part, at) => {
    if (typeof part === 'string') return { type: 'text' }
    const name = part.i ?? `alone ${at}`
    const number = numbers.get(name) ?? numbers.size
    numbers.set(name, number)
    return { type: part.type, number }
  })
}
