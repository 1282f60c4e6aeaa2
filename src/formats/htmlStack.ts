import type { Kind } from '../unit.ts'
import { closedBy, endedBy, endsAll, isBlock, isVerbatim, KIND_OF, type Offered, offeredIn } from './htmlElements.ts'
import type { Attribute, StartTag } from './htmlTokens.ts'

/** What holds inside an element, by itself and by all it stands in. */
export interface Context {
  kind: Kind
  /** How its words are offered, were all of them to be translated. */
  words: Offered
  translate: boolean
  /** White space is as written. */
  verbatim: boolean
}

/** How the words of a place are offered. */
export const offered = ({ words, translate }: Context): Offered => (translate ? words : 'not')

const OUTSIDE: Context = { kind: 'paragraph', words: 'together', translate: true, verbatim: false }

/**
 * The elements that are open at a place of a document, those that nobody closes ended as a browser ends them. How deep they
 * are nested costs nothing.
 */
export class OpenElements {
  readonly #open: { name: string; context: Context }[] = []
  /** Where in `#open` the elements of a name stand. */
  readonly #places = new Map<string, number[]>()
  readonly #blocks: number[] = []

  get context(): Context {
    return this.#open.at(-1)?.context ?? OUTSIDE
  }

  /** What a start tag ends that is still open. */
  endBefore(name: string): void {
    for (const { ended, within } of endedBy(name)) {
      const barrier = this.#last(within)
      for (let at = this.#last(ended); at > barrier; at = this.#last(ended)) this.#cut(at)
    }
  }

  /** The context in an element that would stand here. */
  contextOf({ name, attributes }: StartTag): Context {
    const outer = this.context
    const verbatim = outer.verbatim || isVerbatim(name)
    return {
      kind: verbatim ? 'code' : (KIND_OF.get(name) ?? outer.kind),
      words: offeredIn(name, outer.words, this.#last(['svg']) >= 0),
      translate: translates(attributes) ?? outer.translate,
      verbatim,
    }
  }

  open(name: string, context: Context): void {
    const at = this.#open.length
    this.#open.push({ name, context })
    const places = this.#places.get(name)
    if (places === undefined) this.#places.set(name, [at])
    else places.push(at)
    if (isBlock(name)) this.#blocks.push(at)
  }

  close(name: string): void {
    const { ended, within } = closedBy(name)
    const at = this.#last(ended)
    if (at < 0 || at < this.#last(within)) return
    if (endsAll(name) || at > (this.#blocks.at(-1) ?? -1)) this.#cut(at)
    else this.#places.get(name)!.pop()
  }

  #last(names: readonly string[]): number {
    return Math.max(-1, ...names.map((name) => this.#places.get(name)?.at(-1) ?? -1))
  }

  #cut(from: number): void {
    while (this.#open.length > from) {
      const at = this.#open.length - 1
      const { name } = this.#open.pop()!
      const places = this.#places.get(name)!
      if (places.at(-1) === at) places.pop()
      if (this.#blocks.at(-1) === at) this.#blocks.pop()
    }
  }
}

/** What an element says of itself: HTML's own attribute, and the class that page translators go by. */
function translates(attributes: readonly Attribute[]): boolean | undefined {
  const value = attributes
    .find(({ name }) => name === 'translate')
    ?.value.trim()
    .toLowerCase()
  if (value === 'no') return false
  if (value === 'yes' || value === '') return true
  const classes = attributes.find(({ name }) => name === 'class')?.value ?? ''
  return /(?<!\S)notranslate(?!\S)/u.test(classes) ? false : undefined
}
