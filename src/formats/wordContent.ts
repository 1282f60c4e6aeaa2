import { childOf, childrenOf, type XmlNode } from '../text/xmlElements.ts'
import { unboundOpening } from './wordBindings.ts'
import { fieldOf, folded, type Mark, markOf } from './wordFields.ts'
import { type Alone, type Item, isWorded, type Raw, shortened } from './wordItems.ts'
import { appearanceOf } from './wordLooks.ts'
import { prefixOf } from './wordNames.ts'
import type { WordPart } from './wordPackage.ts'
import { isParagraphStyleHidden, isRunHidden, looksOf, valOf } from './wordStyles.ts'

/** What a paragraph holds behind its properties, in reading order. */
export function itemsOf(paragraph: XmlNode, part: WordPart): Item[] {
  return merged(new ContentReader(part, childOf(paragraph, 'w:pPr')).read(paragraph))
}

/** Marks that nobody sees and that stand side by side are one. */
function merged(items: readonly Item[]): Item[] {
  const done: Item[] = []
  let marks: Alone[] = []
  const endMarks = () => {
    if (marks.length === 1) done.push(marks[0]!)
    else if (marks.length > 1) {
      const label = shortened(marks.map((mark) => mark.label).join(''))
      done.push({ ...marks[0]!, label, raw: marks.flatMap(({ raw }) => raw) })
    }
    marks = []
  }
  for (const item of items) {
    if (item.type === 'alone' && !item.shows && !item.repeats) marks.push(item)
    else {
      endMarks()
      done.push(item.type === 'around' ? { ...item, content: merged(item.content) } : item)
    }
  }
  endMarks()
  return done
}

/** Marks for programs, and for Word alone: nothing is lost when Word makes them anew. */
const NOISE: ReadonlySet<string> = new Set(['w:pPr', 'w:rPr', 'w:proofErr', 'w:lastRenderedPageBreak'])
const LAST_EDITED = '_GoBack'
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['w:tab', '\t'],
  ['w:noBreakHyphen', '\u2011'],
  ['w:softHyphen', '\u00AD'],
])
const REPEATS: ReadonlySet<string> = new Set(['w:br', 'w:cr', 'w:sym', 'w:ptab'])
/** At the edge of a text a break says nothing of it, and a picture stands for itself. */
const SHOWS: ReadonlySet<string> = new Set([
  'w:footnoteReference',
  'w:endnoteReference',
  'w:sym',
  'w:ruby',
  'm:oMath',
  'w:pgNum',
])

/** A box to tick, which Word draws as a letter. */
const isTicked = (properties: XmlNode | undefined) =>
  childrenOf(properties).some(({ name }) => name.endsWith(':checkbox'))

class ContentReader {
  readonly #text: string
  readonly #part: WordPart
  readonly #style: string | undefined
  readonly #hidden: boolean
  /** The bookmark Word leaves where it was edited last, by its number. */
  readonly #dropped = new Set<string | undefined>()

  constructor(part: WordPart, properties: XmlNode | undefined) {
    this.#text = part.text
    this.#part = part
    this.#style = valOf(childOf(properties, 'w:pStyle'))
    this.#hidden = isParagraphStyleHidden(properties, part.styles)
  }

  read(container: XmlNode): Item[] {
    return folded(this.#items(container))
  }

  *#items(container: XmlNode): Generator<Item | Mark> {
    for (const child of container.children) {
      if (typeof child === 'string' || NOISE.has(child.name)) continue
      switch (child.name) {
        case 'w:r':
          yield* this.#run(child)
          break
        case 'w:smartTag':
          yield* this.#items(child)
          break
        case 'w:hyperlink':
        case 'w:dir':
        case 'w:bdo':
        case 'w:customXml':
          yield* this.#around(child, child)
          break
        case 'w:sdt':
          if (isTicked(childOf(child, 'w:sdtPr'))) yield this.#alone(child, true)
          else yield* this.#around(child, childOf(child, 'w:sdtContent'))
          break
        case 'w:fldSimple':
          yield this.#simpleField(child)
          break
        case 'w:bookmarkStart':
        case 'w:bookmarkEnd':
          if (!this.#isLastEdited(child)) yield this.#alone(child)
          break
        default:
          yield this.#alone(child)
      }
    }
  }

  #isLastEdited({ name, attributes: { 'w:name': own, 'w:id': id } }: XmlNode): boolean {
    if (name === 'w:bookmarkStart' && own === LAST_EDITED) this.#dropped.add(id)
    return this.#dropped.has(id)
  }

  *#around(element: XmlNode, holder: XmlNode | undefined): Generator<Item> {
    const content = holder ? this.read(holder) : []
    if (holder === undefined || !content.some(isWorded)) {
      yield this.#alone(
        element,
        content.some((item) => item.type === 'alone' && item.shows),
      )
      return
    }
    yield {
      type: 'around',
      label: this.#opening(element),
      labelEnd: this.#text.slice(element.contentEnd, element.end),
      open: unboundOpening(element, holder),
      close: [{ start: holder.contentEnd, end: element.end }],
      content,
    }
  }

  /** The tag of an element; of a link, with the address it leads to. */
  #opening({ start, contentStart, attributes }: XmlNode): string {
    const tag = this.#text.slice(start, contentStart)
    const { 'r:id': id } = attributes
    const address = id === undefined ? undefined : this.#part.addresses.get(id)
    return shortened(address === undefined ? tag : tag.replace(`"${id}"`, `"${address}"`))
  }

  #simpleField(element: XmlNode): Item {
    const { 'w:instr': instruction = '' } = element.attributes
    const open = [{ start: element.start, end: element.contentStart }]
    const close = [{ start: element.contentEnd, end: element.end }]
    return fieldOf(instruction, open, this.read(element), close)
  }

  *#run(run: XmlNode): Generator<Item | Mark> {
    const properties = childOf(run, 'w:rPr')
    const prefix = prefixOf(run, this.#text)
    const open = `<${prefix}r>${properties ? this.#text.slice(properties.start, properties.end) : ''}`
    const close = `</${prefix}r>`
    const rawOf = ({ start, end }: XmlNode): Raw => [open, { start, end }, close]
    const hidden = this.#hidden || isRunHidden(properties, this.#part.styles)
    const look = appearanceOf(properties, this.#text, () => this.#styled(properties))

    for (const child of run.children) {
      if (typeof child === 'string') continue
      const text = child.name === 'w:t' ? wordsIn(child) : CHARACTERS.get(child.name)
      if (text !== undefined) {
        const raw = rawOf(child)
        if (hidden) yield { type: 'alone', label: `<${prefix}vanish/>`, raw, shows: false, repeats: false }
        else if (text !== '') yield { type: 'words', text, look, properties, raw }
      } else if (!NOISE.has(child.name)) {
        yield markOf(child, wordsIn(child), rawOf(child)) ?? { ...this.#alone(child), raw: rawOf(child) }
      }
    }
  }

  #styled(properties: XmlNode | undefined): ReadonlySet<string> {
    return looksOf(this.#part.styles, this.#style, valOf(childOf(properties, 'w:rStyle')))
  }

  #alone(element: XmlNode, shows = SHOWS.has(element.name)): Alone {
    const { start, end, name } = element
    return { type: 'alone', label: this.#label(element), raw: [{ start, end }], shows, repeats: REPEATS.has(name) }
  }

  /** A short element as it stands; of a long one its tag, with the name that Word gives a picture. */
  #label(element: XmlNode): string {
    const { start, contentStart, end } = element
    if (end - start <= LONGEST_ELEMENT) return this.#text.slice(start, end)
    const tag = this.#text.slice(start, contentStart)
    const name = drawingName(element)
    return shortened(name === undefined ? tag : tag.replace(/(?<!\s)\s*>$/u, ` name="${name}">`))
  }
}

const LONGEST_ELEMENT = 120

function drawingName(element: XmlNode): string | undefined {
  for (const child of childrenOf(element)) {
    const { name, attributes } = child
    const found = name.endsWith(':docPr') ? (attributes['descr'] ?? attributes['name']) : drawingName(child)
    if (found !== undefined) return found
  }
  return undefined
}

/** What an element says, as Word shows it: spaces at its ends count only where it says so, a line end is a space. */
function wordsIn({ attributes, children }: XmlNode): string {
  const text = children
    .filter((child) => typeof child === 'string')
    .join('')
    .replace(/[\r\n]+/gu, ' ')
  return attributes['xml:space'] === 'preserve' ? text : text.replace(/^[ \t]+|(?<![ \t])[ \t]+$/gu, '')
}
