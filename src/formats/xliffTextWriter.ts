import { balanced, pieces } from '../text/tags.ts'
import { attributeIn, nameIn, tagEnd, withAttributes } from '../text/xmlTags.ts'
import type { XmlElement } from './xliffContent.ts'
import type { Change } from './xliffEdits.ts'
import type { Written } from './xliffTexts.ts'

/** Writes texts of one unit with the codes of its file. */
export class TextWriter {
  readonly #taken: Set<string>
  readonly #is2: boolean
  readonly #words: (text: string) => string
  #next = 1

  constructor({ place }: XmlElement, file: string, is2: boolean, words: (text: string) => string) {
    const unit = file.slice(place!.start, place!.end)
    this.#taken = new Set([...unit.matchAll(/\b(?:id|rid)\s*=\s*["']([^"']*)/gu)].map(([, id = '']) => id))
    this.#is2 = is2
    this.#words = words
  }

  /** Pairs that do not nest are left out, and codes that may not be deleted stand behind the rest where they were. */
  write({ spot, text = '' }: Change): string {
    const { codes, written } = spot
    /** What is open: pairs nest. */
    const open: Written[] = []
    const times = new Map<number, number>()
    const out = [...pieces(balanced(text, codes), codes)].map((piece) => {
      if (piece.type === 'text') return this.#words(piece.text)
      const { type, number } = piece
      const code = written.get(number) ?? { open: '' }
      if (type === 'close') return open.pop()?.close ?? ''
      const before = times.get(number) ?? 0
      times.set(number, before + 1)
      const own = before === 0 ? code : this.#copyOf(code)
      if (type === 'open') open.push(own)
      return own.open
    })
    const source = new Set(
      [...pieces(spot.source, codes)].flatMap((piece) => (piece.type === 'text' ? [] : piece.number)),
    )
    const missing = [...source].flatMap((number) => (times.has(number) ? [] : written.get(number)!))
    return [...out, ...missing.filter(({ open }) => isKept(open)).map(({ open, close = '' }) => open + close)].join('')
  }

  /** A code that stands there a second time has an id of its own, and says whose copy it is where no original data does. */
  #copyOf({ open, close }: Written): Written {
    const id = attributeIn(open, 'id')
    if (id === undefined) return { open, close }
    if (!this.#is2) {
      if (attributeIn(open, 'rid') === undefined) return { open, close }
      const rid = this.#free()
      return { open: inTag(open, { rid }), close: close && inTag(close, { rid }) }
    }
    if (attributeIn(open, 'canCopy') === 'no') return { open: '', close: close && '' }
    const own = this.#free()
    const isDescribed = ['dataRef', 'dataRefStart'].some((name) => attributeIn(open, name) !== undefined)
    return {
      open: withAttributes(open, { id: own, ...(!isDescribed && { copyOf: id }) }),
      close: close && (/^(?:.*:)?ec$/u.test(nameIn(close)) ? withAttributes(close, { startRef: own }) : close),
    }
  }

  #free(): string {
    while (this.#taken.has(String(this.#next))) this.#next += 1
    this.#taken.add(String(this.#next))
    return String(this.#next)
  }
}

const isKept = (tag: string) => attributeIn(tag, 'canDelete') === 'no'

/** An element's first tag with other attributes, and the rest of the element as it is. */
function inTag(element: string, attributes: Readonly<Record<string, string>>): string {
  const end = tagEnd(element, 0)
  return withAttributes(element.slice(0, end), attributes) + element.slice(end)
}
