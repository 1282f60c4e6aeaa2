import { FormatError } from '../errors.ts'
import { localName } from '../text/readXml.ts'
import { scanXml, type XmlAttributes, type XmlListener } from '../text/scanXml.ts'
import type { LanguagePair, Property, Unit } from '../unit.ts'
import { readDate, readField, stateOf } from './fields.ts'
import type { PassOver } from './format.ts'
import { inLanguage } from './languages.ts'
import { type Content, type InlineElement, readSegments } from './nativeCodes.ts'
import { CONTEXT, PROPERTIES } from './tmxWriter.ts'

interface Variant {
  attributes: XmlAttributes
  notes: string[]
  content: Content[]
}

interface TranslationUnit {
  line: number
  attributes: XmlAttributes
  notes: string[]
  properties: Partial<Unit>
  foreign: Property[]
  variants: Variant[]
}

/** TMX 1.1 to 1.4b as tools write it: either side the source, attributes missing, properties of anybody's. */
export async function* readTmx(
  file: AsyncIterable<string>,
  languages: LanguagePair,
  passOver?: PassOver,
): AsyncGenerator<Unit> {
  const assembler = new Assembler()
  for await (const _ of scanXml(file, assembler)) {
    for (const found of assembler.taken()) {
      const unit = unitOf(found, languages)
      if (unit) yield unit
      else passOver?.(found.variants.map(languageOf))
    }
  }
}

function unitOf(found: TranslationUnit, pair: LanguagePair): Unit | undefined {
  const { line, attributes, notes, properties, foreign, variants } = found
  const source = inLanguage(variants, pair.source, languageOf)
  const target = inLanguage(variants, pair.target, languageOf)
  if (!source || !target || source === target) return undefined

  const { texts, codes } = readSegments([source.content, target.content], properties.codes ?? [])
  const [sourceText = '', targetText = ''] = texts
  const state = properties.state ?? stateOf(targetText)
  const unit: Unit = Object.assign(properties, { source: sourceText, target: targetText, state, line })
  const note = [...notes, ...source.notes, ...target.notes].join('\n')
  const ofTarget = target.attributes
  const author = ofTarget['changeid'] || attributes['changeid']
  const createdBy = ofTarget['creationid'] || attributes['creationid']
  const changedAt = readDate(ofTarget['changedate'] || attributes['changedate'])
  const createdAt = readDate(ofTarget['creationdate'] || attributes['creationdate'])
  const others = unit.position === undefined ? foreign : foreign.filter(({ type }) => !isContext(type))
  if (attributes['tuid']) unit.id = attributes['tuid']
  if (note) unit.note = note
  if (author) unit.author = author
  if (changedAt) unit.changedAt = changedAt
  if (createdBy) unit.createdBy = createdBy
  if (createdAt) unit.createdAt = createdAt
  if (others.length > 0) unit.properties = others
  if (codes.length > 0) unit.codes = codes
  return unit
}

/** Of a unit that has its place in a document the context is told anew by what stands around it. */
const isContext = (type: string) => type === CONTEXT.before || type === CONTEXT.after

/** TMX before 1.4 says `lang`. */
const languageOf = ({ attributes: { 'xml:lang': tag, lang = '' } }: Variant) => tag ?? lang

/** Makes of what a file holds its units, as the end of each is reached. */
class Assembler implements XmlListener {
  #whole: TranslationUnit[] = []
  #rooted = false
  #unit: TranslationUnit | undefined
  #variant: Variant | undefined
  #segment: Content[] | undefined
  #code: InlineElement | undefined
  /** How many elements deep inside a code we are: the words of a `sub` stay in the native code they are part of. */
  #below = 0
  #type = ''
  #words = ''

  /** The units whose ends were reached since this was last asked. */
  taken(): TranslationUnit[] {
    const whole = this.#whole
    this.#whole = []
    return whole
  }

  open(prefixed: string, attributes: XmlAttributes, line: number): void {
    const name = localName(prefixed)
    if (!this.#rooted && name !== 'tmx') throw new FormatError((m) => m.formats.notTmx(name), line)
    this.#rooted = true
    if (this.#code) {
      this.#below += 1
      this.#code.shape ??= this.#code.native
    } else if (this.#segment) {
      this.#code = inlineElement(name, attributes)
      if (this.#code) this.#segment.push(this.#code)
    } else if (name === 'tu') {
      this.#unit = { line, attributes, notes: [], properties: {}, foreign: [], variants: [] }
    } else if (name === 'tuv') {
      this.#variant = { attributes, notes: [], content: [] }
      this.#unit?.variants.push(this.#variant)
    } else if (name === 'seg') {
      this.#segment = this.#variant?.content
    }
    this.#type = attributes['type'] ?? ''
    this.#words = ''
  }

  text(text: string): void {
    if (this.#code) {
      this.#code.native += text
      if (this.#below === 0 && this.#code.shape !== undefined) this.#code.shape += text
    } else if (this.#segment) this.#segment.push(text)
    else this.#words += text
  }

  close(prefixed: string): void {
    if (this.#below > 0) {
      this.#below -= 1
      return
    }
    if (this.#code) {
      this.#code = undefined
      return
    }
    switch (localName(prefixed)) {
      case 'seg':
        this.#segment = undefined
        break
      case 'note':
        if (this.#words !== '') (this.#variant ?? this.#unit)?.notes.push(this.#words)
        break
      case 'prop':
        this.#property()
        break
      case 'tuv':
        this.#variant = undefined
        break
      case 'tu':
        if (this.#unit) this.#whole.push(this.#unit)
        this.#unit = undefined
    }
  }

  #property(): void {
    if (!this.#unit || this.#variant) return
    const field = PROPERTIES.get(this.#type)
    if (field) readField(this.#unit.properties, field, this.#words)
    else this.#unit.foreign.push({ type: this.#type, text: this.#words })
  }
}

function inlineElement(name: string, { i, x, pos }: XmlAttributes): InlineElement | undefined {
  switch (name) {
    case 'bpt':
      return { type: 'open', native: '', i, x }
    case 'ept':
      return { type: 'close', native: '', i, x }
    case 'it':
      return { type: pos === 'end' ? 'close' : 'open', native: '', x }
    case 'ph':
    case 'ut':
      return { type: 'alone', native: '', x }
    default:
      return undefined
  }
}
