import { FormatError } from '../errors.ts'
import { readXml, type XmlEvent } from '../text/readXml.ts'
import type { LanguagePair, Unit } from '../unit.ts'
import { readDate, readField, stateOf } from './fields.ts'
import type { PassOver } from './format.ts'
import { inLanguage } from './languages.ts'
import { type Content, type InlineElement, readSegments } from './nativeCodes.ts'
import { PROPERTIES } from './tmxWriter.ts'

type Attributes = Readonly<Record<string, string>>

interface Variant {
  attributes: Attributes
  notes: string[]
  content: Content[]
}

interface TranslationUnit {
  line: number
  attributes: Attributes
  notes: string[]
  properties: Partial<Unit>
  variants: Variant[]
}

/** TMX 1.1 to 1.4b as tools write it: either side the source, attributes missing, properties of anybody's. */
export async function* readTmx(
  file: AsyncIterable<string>,
  languages: LanguagePair,
  passOver?: PassOver,
): AsyncGenerator<Unit> {
  const assemble = assembler()
  for await (const events of readXml(file)) {
    for (const event of events) {
      const found = assemble(event)
      const unit = found && unitOf(found, languages)
      if (unit) yield unit
      else if (found) passOver?.(found.variants.map(languageOf))
    }
  }
}

function unitOf(found: TranslationUnit, pair: LanguagePair): Unit | undefined {
  const { line, attributes, notes, properties, variants } = found
  const source = inLanguage(variants, pair.source, languageOf)
  const target = inLanguage(variants, pair.target, languageOf)
  if (!source || !target || source === target) return undefined

  const { texts, codes } = readSegments([source.content, target.content], properties.codes ?? [])
  const [sourceText = '', targetText = ''] = texts
  const note = [...notes, ...source.notes, ...target.notes].join('\n')
  const { tuid } = attributes
  const [ofUnit, ofTarget] = [lastChange(attributes), lastChange(target.attributes)]
  const author = ofTarget.author || ofUnit.author
  const changedAt = readDate(ofTarget.date || ofUnit.date || '')
  return {
    ...properties,
    source: sourceText,
    target: targetText,
    state: properties.state ?? stateOf(targetText),
    line,
    ...(tuid && { id: tuid }),
    ...(note && { note }),
    ...(author && { author }),
    ...(changedAt && { changedAt }),
    ...(codes.length > 0 && { codes }),
  }
}

const lastChange = ({ changeid, creationid, changedate, creationdate }: Attributes) => ({
  author: changeid || creationid,
  date: changedate || creationdate,
})

/** TMX before 1.4 says `lang`. */
const languageOf = ({ attributes: { 'xml:lang': tag, lang = '' } }: Variant) => tag ?? lang

/** Takes a file's events one by one and gives back each `tu` as its end is reached. */
function assembler(): (event: XmlEvent) => TranslationUnit | undefined {
  let rooted = false
  let unit: TranslationUnit | undefined
  let variant: Variant | undefined
  let segment: Content[] | undefined
  let code: InlineElement | undefined
  /** How many elements deep inside a code we are: its `sub` is neither our text nor native code. */
  let below = 0
  let type = ''
  let words = ''

  function open(name: string, attributes: Attributes, line: number): void {
    if (code) {
      below += 1
    } else if (segment) {
      code = inlineElement(name, attributes)
      if (code) segment.push(code)
    } else if (name === 'tu') {
      unit = { line, attributes, notes: [], properties: {}, variants: [] }
    } else if (name === 'tuv') {
      variant = { attributes, notes: [], content: [] }
      unit?.variants.push(variant)
    } else if (name === 'seg') {
      segment = variant?.content
    }
    ;({ type = '' } = attributes)
    words = ''
  }

  function read(text: string): void {
    if (below > 0) return
    if (code) code.native += text
    else if (segment) segment.push(text)
    else words += text
  }

  function close(name: string): TranslationUnit | undefined {
    if (below > 0) {
      below -= 1
    } else if (code) {
      code = undefined
    } else if (name === 'seg') {
      segment = undefined
    } else if (name === 'note') {
      const notes = (variant ?? unit)?.notes
      if (words !== '') notes?.push(words)
    } else if (name === 'prop') {
      const field = PROPERTIES.get(type)
      if (unit && !variant && field) Object.assign(unit.properties, readField(field, words))
    } else if (name === 'tuv') {
      variant = undefined
    } else if (name === 'tu') {
      const whole = unit
      unit = undefined
      return whole
    }
    return undefined
  }

  return (event) => {
    if (event.type === 'text') {
      read(event.text)
      return undefined
    }
    if (event.type === 'close') return close(event.name)
    const { name, attributes, line } = event
    if (!rooted && name !== 'tmx') throw new FormatError((m) => m.formats.notTmx(name), line)
    rooted = true
    open(name, attributes, line)
    return undefined
  }
}

function inlineElement(name: string, { i, x, pos }: Attributes): InlineElement | undefined {
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
