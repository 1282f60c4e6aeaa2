import { FormatError } from '../errors.ts'
import type { XmlNode } from '../text/xmlElements.ts'
import type { Code } from '../unit.ts'
import { type Inline, tagged } from './inline.ts'
import { itemsOf } from './wordContent.ts'
import {
  type Alone,
  type Around,
  allWords,
  type Item,
  isBlank,
  isWorded,
  rawOf,
  shortened,
  spelt,
  type Words,
} from './wordItems.ts'
import { showsOnSpace } from './wordLooks.ts'
import type { WordPart } from './wordPackage.ts'

/** The content of a paragraph as tagged text, and the way back. */
export interface TaggedContent {
  text: string
  codes: Code[]
  /** What stands outside of the text, at its edges. */
  before: readonly Item[]
  after: readonly Item[]
  /** The items of the text itself. */
  items: readonly Item[]
  /** How words outside of any pair look: the plainest of them. */
  base: XmlNode | undefined
  /** By `keyOf` a code. */
  meanings: ReadonlyMap<string, Meaning>
}

/** What a code stands for: a look that differs from that of the words around, or something in the paragraph. */
export type Meaning =
  | { type: 'look'; properties: XmlNode | undefined }
  | Alone
  | (Around & { base: XmlNode | undefined })

export const keyOf = ({ open, close }: Code): string => (close === undefined ? open : `${open}\0${close}`)

/** Tags have four digits. */
const MOST_TAGS = 9_999

/** Nothing, where no words stand in the paragraph. @throws FormatError where there are more tags in it than can be numbered. */
export function contentOf(paragraph: XmlNode, part: WordPart): TaggedContent | undefined {
  const all = itemsOf(paragraph, part)
  if (!all.some(isWorded)) return undefined
  const [before, items, after] = trimmed(all)
  const tagger = new Tagger(items, part.text)
  const content = tagged(tagger.inlines(items))
  if (content.codes.length < tagger.count) throw new FormatError((m) => m.docx.tooManyTags(MOST_TAGS))
  return { ...content, before, after, items, base: tagger.baseOf(items), meanings: tagger.meanings }
}

/** What stands before the text, the text, what stands behind it. White space is never at its edges. */
function trimmed(items: readonly Item[]): [before: Item[], text: Item[], after: Item[]] {
  const start = items.findIndex((item) => !isOutside(item))
  const end = items.findLastIndex((item) => !isOutside(item)) + 1
  const [before, text, after] = [items.slice(0, start), items.slice(start, end), items.slice(end)]

  const first = text[0]!
  if (first.type === 'words') {
    const words = first.text.trimStart()
    if (words !== first.text) before.push({ ...first, text: first.text.slice(0, -words.length) })
    text[0] = { ...first, text: words }
  }
  const last = text.at(-1)!
  if (last.type === 'words') {
    const words = last.text.trimEnd()
    if (words !== last.text) after.unshift({ ...last, text: last.text.slice(words.length) })
    text[text.length - 1] = { ...last, text: words }
  }
  return [before, text, after]
}

const isOutside = (item: Item) => (item.type === 'words' ? isBlank(item) : item.type === 'alone' && !item.shows)

class Tagger {
  readonly meanings = new Map<string, Meaning>()
  count = 0
  /** The run properties that most characters of a look have: languages and spacing differ from run to run. */
  readonly #properties: ReadonlyMap<string, XmlNode | undefined>
  readonly #part: string
  /** The label of everything that has one, and how many things would have had the same. */
  readonly #labels = new Map<string, string>()
  readonly #namesakes = new Map<string, number>()

  constructor(items: readonly Item[], part: string) {
    this.#properties = commonest([...allWords(items)])
    this.#part = part
  }

  baseOf(items: readonly Item[]): XmlNode | undefined {
    return this.#properties.get(plainestLook(spacesLikeWords(items)))
  }

  /** Words with another look than the plainest stand in pairs; what stands between two of a look stands in their pair. */
  inlines(all: readonly Item[]): Inline[] {
    const items = spacesLikeWords(all)
    const base = plainestLook(items)
    const done: Inline[] = []
    let look: string | undefined
    let stretch: Inline[] = []
    let waiting: Inline[] = []
    const endStretch = () => {
      if (look === undefined || look === base) done.push(...stretch)
      else done.push(this.#pair(look, stretch))
      done.push(...waiting)
      stretch = []
      waiting = []
    }
    for (const item of items) {
      if (item.type !== 'words') {
        waiting.push(this.#inline(item))
        continue
      }
      if (item.look === look) stretch.push(...waiting, item.text)
      else {
        endStretch()
        stretch = [item.text]
      }
      waiting = []
      look = item.look
    }
    endStretch()
    return done
  }

  #pair(look: string, content: readonly Inline[]): Inline {
    const open = this.#label(shortened(look === '' ? '<w:r>' : `<w:r><w:rPr>${look}</w:rPr>`), look)
    this.meanings.set(keyOf({ number: 0, open, close: '</w:r>' }), {
      type: 'look',
      properties: this.#properties.get(look),
    })
    this.count += 1
    return { open, close: '</w:r>', content }
  }

  #inline(item: Alone | Around): Inline {
    this.count += 1
    const open = this.#label(item.label, isCharacter(item) ? item.label : spelt(rawOf(item), this.#part))
    if (item.type === 'alone') {
      this.meanings.set(open, item)
      return { open }
    }
    const close = item.labelEnd
    this.meanings.set(keyOf({ number: 0, open, close }), { ...item, base: this.baseOf(item.content) })
    return { open, close, content: this.inlines(item.content) }
  }

  /** A label of its own for everything that is not the same. */
  #label(label: string, identity: string): string {
    const key = `${label}\0${identity}`
    const known = this.#labels.get(key)
    if (known !== undefined) return known
    const nth = (this.#namesakes.get(label) ?? 0) + 1
    const own = nth === 1 ? label : `${label}<!--${nth}-->`
    this.#namesakes.set(label, nth)
    this.#labels.set(key, own)
    return own
  }
}

/** One is as good as another, whatever their run says. */
const isCharacter = (item: Alone | Around) => item.type === 'alone' && item.repeats

function commonest(words: readonly Words[]): Map<string, XmlNode | undefined> {
  const longest = new Map<string, Words>()
  for (const word of words) {
    const known = longest.get(word.look)
    if (known === undefined || word.text.length > known.text.length) longest.set(word.look, word)
  }
  return new Map([...longest].map(([look, { properties }]) => [look, properties]))
}

/**
 * The look with the fewest properties of the words that stand right among the items. Were it that of most characters, it would not
 * be the same in the translation, whose words have other lengths.
 */
function plainestLook(items: readonly Item[]): string {
  const looks = new Set(items.flatMap((item) => (item.type === 'words' ? [item.look] : [])))
  return [...looks].reduce((plainest, look) => (isPlainer(look, plainest) ? look : plainest), [...looks][0] ?? '')
}

const isPlainer = (look: string, other: string) =>
  look.length < other.length || (look.length === other.length && look < other)

/** Nobody sees of a space alone that it is bold: it looks like the words before it, or behind. */
function spacesLikeWords(items: readonly Item[]): Item[] {
  const adopts = (item: Item) => item.type === 'words' && isBlank(item) && !showsOnSpace(item.look)
  const first = items.find((item) => item.type === 'words' && !adopts(item))
  let look = first?.type === 'words' ? first.look : undefined
  return items.map((item) => {
    if (adopts(item)) return look === undefined ? item : { ...item, look }
    if (item.type === 'words') look = item.look
    return item
  })
}
