import type { Edit } from '../text/edits.ts'
import { pieces } from '../text/tags.ts'
import { escapeXml } from '../text/xml.ts'
import type { XmlNode } from '../text/xmlElements.ts'
import type { Code } from '../unit.ts'
import { allAlone, type Item, rawOf, spelt } from './wordItems.ts'
import { inLanguage, type Surroundings } from './wordLanguage.ts'
import { keyOf, type Meaning, type TaggedContent } from './wordTagged.ts'

/** How a paragraph is put back into its part. */
export interface Writing extends Surroundings {
  /** Paragraphs in text boxes of this one that were written before. */
  inside: readonly Edit[]
}

interface Replaced {
  text: string
  codes: readonly Code[]
}

/**
 * The content of a paragraph with another text. Nothing is written that did not stand in the paragraph: a code that is not of it is
 * passed over, and what stands once in it, as a note does, stands once again. A mark nobody sees, as the end of a bookmark, is put
 * behind the text where its tag was left out.
 */
export function written(content: TaggedContent, { text, codes }: Replaced, writing: Writing): string {
  const table = new Map(codes.map((code) => [code.number, content.meanings.get(keyOf(code))]))
  const left = new Left(content.items, writing)
  const open: Opened[] = [{ properties: content.base, close: '' }]
  const xml = content.before.map((item) => original(item, writing))

  for (const piece of pieces(text, codes)) {
    if (piece.type === 'text') {
      xml.push(run(piece.text, inLanguage(open.at(-1)!.properties, writing), writing))
    } else if (piece.type === 'close') {
      if (open.length > 1) xml.push(open.pop()!.close)
    } else {
      const meaning = table.get(piece.number)
      if (piece.type === 'alone') xml.push(left.take(meaning))
      else {
        if (meaning?.type === 'around') xml.push(spelt(meaning.open, writing.part, writing.inside))
        open.push(opened(meaning, open.at(-1)!, writing))
      }
    }
  }
  xml.push(...open.reverse().map(({ close }) => close), ...left.unseen())
  return xml.join('') + content.after.map((item) => original(item, writing)).join('')
}

/** Inside of which pair we are: how its words look, and what ends it. */
interface Opened {
  properties: XmlNode | undefined
  close: string
}

function opened(meaning: Meaning | undefined, around: Opened, { part, inside }: Writing): Opened {
  if (meaning?.type === 'around') return { properties: meaning.base, close: spelt(meaning.close, part, inside) }
  return { properties: meaning?.type === 'look' ? meaning.properties : around.properties, close: '' }
}

/** White space that was cut off the text's edge is no whole run any more. */
function original(item: Item, writing: Writing): string {
  if (item.type !== 'words') return spelt(rawOf(item), writing.part, writing.inside)
  const { properties } = item
  return run(item.text, properties ? writing.part.slice(properties.start, properties.end) : '', writing)
}

/** What may still be written of the things that stand alone in a paragraph. */
class Left {
  readonly #counts = new Map<string, number>()
  readonly #unseen: string[] = []
  readonly #writing: Writing

  constructor(items: readonly Item[], writing: Writing) {
    this.#writing = writing
    for (const { raw, shows, repeats } of allAlone(items)) {
      if (repeats) continue
      const xml = spelt(raw, writing.part, writing.inside)
      this.#counts.set(xml, (this.#counts.get(xml) ?? 0) + 1)
      if (!shows) this.#unseen.push(xml)
    }
  }

  take(meaning: Meaning | undefined): string {
    if (meaning?.type !== 'alone') return ''
    const xml = spelt(meaning.raw, this.#writing.part, this.#writing.inside)
    return meaning.repeats || this.#isLeft(xml) ? xml : ''
  }

  unseen(): string[] {
    return this.#unseen.filter((xml) => this.#isLeft(xml))
  }

  #isLeft(xml: string): boolean {
    const count = this.#counts.get(xml) ?? 0
    this.#counts.set(xml, count - 1)
    return count > 0
  }
}

const ELEMENTS: ReadonlyMap<string, string> = new Map([
  ['\t', 'tab'],
  ['\n', 'br'],
  ['\u2011', 'noBreakHyphen'],
  ['\u00AD', 'softHyphen'],
])

function run(text: string, properties: string, { prefix }: Writing): string {
  if (text === '') return ''
  const content = text
    .replace(/\r\n?/gu, '\n')
    .split(/([\t\n\u2011\u00AD])/u)
    .map((part) => {
      if (part === '') return ''
      const element = ELEMENTS.get(part)
      if (element !== undefined) return `<${prefix}${element}/>`
      // Without it Word leaves out the spaces at the ends.
      const space = part.trim() === part ? '' : ' xml:space="preserve"'
      return `<${prefix}t${space}>${escapeXml(part)}</${prefix}t>`
    })
  return `<${prefix}r>${properties}${content.join('')}</${prefix}r>`
}
