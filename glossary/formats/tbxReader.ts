import { FormatError } from '../../src/errors.ts'
import { readXml } from '../../src/text/readXml.ts'

/** An element with all it holds. Its language is its own `xml:lang`, or that of the nearest element around it. */
export interface XmlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  line: number
  language: string
  content: (XmlElement | string)[]
}

/** What an element says of the concept, the language or the term it stands in: its data category, and the text. */
export interface Fact {
  category: string
  text: string
  line: number
}

type Names = ReadonlySet<string>

// TBX 3 and 2, by local names: some files put the elements of one in the namespace of the other.
const ROOTS: Names = new Set(['tbx', 'martif'])
const HEADERS: Names = new Set(['tbxHeader', 'martifHeader'])
const ENTRIES: Names = new Set(['conceptEntry', 'termEntry'])
const LANGUAGES: Names = new Set(['langSec', 'langSet'])
const TERMS: Names = new Set(['termSec', 'tig', 'ntig'])
const GROUPS: Names = new Set(['termGrp', 'termNoteGrp', 'descripGrp', 'adminGrp'])
/** Who wrote the entry and when, which a glossary does not keep. */
const HISTORY: Names = new Set(['transacGrp', 'transac', 'transacNote', 'date'])
/** What stands for the markup of another file: no words. */
const CODES: Names = new Set(['bpt', 'ept', 'it', 'ph', 'ut'])

export const isEntry = ({ name }: XmlElement): boolean => ENTRIES.has(name)

/** The header of a TBX file and its entries, each as its end is reached. */
export async function* readParts(file: AsyncIterable<string>): AsyncGenerator<XmlElement> {
  const open: XmlElement[] = []
  let part: XmlElement | undefined
  for await (const events of readXml(file)) {
    for (const event of events) {
      const around = open.at(-1)
      if (event.type === 'text') {
        if (part) around?.content.push(event.text)
      } else if (event.type === 'close') {
        open.pop()
        if (!part || part !== around) continue
        yield part
        part = undefined
      } else {
        const { name, attributes, line } = event
        if (!around && !ROOTS.has(name)) throw new FormatError((m) => m.tbx.notTbx(name), line)
        // Before it was TBX, MARTIF said `lang`.
        const language = attributes['xml:lang'] ?? attributes['lang'] ?? around?.language ?? ''
        const element: XmlElement = { name, attributes, line, language, content: [] }
        if (part) around?.content.push(element)
        else if (HEADERS.has(name) || ENTRIES.has(name)) part = element
        open.push(element)
      }
    }
  }
}

const elementsIn = ({ content }: XmlElement): XmlElement[] => content.filter((part) => typeof part !== 'string')

export const languagesIn = (entry: XmlElement): XmlElement[] =>
  elementsIn(entry).filter(({ name }) => LANGUAGES.has(name))

export const termsIn = (language: XmlElement): XmlElement[] =>
  elementsIn(language).filter(({ name }) => TERMS.has(name))

/** What an element itself says, whatever it is grouped with, and not what its languages and terms say. */
export function* factsOf(element: XmlElement): Generator<Fact> {
  for (const inner of elementsIn(element)) {
    const { name, attributes, line } = inner
    if (GROUPS.has(name)) yield* factsOf(inner)
    else if (!LANGUAGES.has(name) && !TERMS.has(name) && !HISTORY.has(name)) {
      // The category is an attribute (DCA) or the name of the element (DCT).
      yield { category: attributes['type'] ?? name, text: textOf(inner), line }
    }
  }
}

/** The words of an element, without its markup. */
export const textOf = ({ content }: XmlElement): string =>
  content.map((part) => (typeof part === 'string' ? part : CODES.has(part.name) ? '' : textOf(part))).join('')
