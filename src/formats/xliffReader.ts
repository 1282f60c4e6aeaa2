import { FormatError } from '../errors.ts'
import { readXml, type XmlEvent } from '../text/readXml.ts'
import type { LanguagePair, Unit } from '../unit.ts'
import { stateOf } from './fields.ts'
import type { PassOver } from './format.ts'
import { inLanguage } from './languages.ts'
import { type Content, readSegments } from './nativeCodes.ts'
import { xliff2 } from './xliff2.ts'
import { xliff12 } from './xliff12.ts'
import { child, wordsOf, type XmlElement } from './xliffContent.ts'
import type { Generation, Segment } from './xliffGeneration.ts'

const GENERATIONS: readonly Generation[] = [xliff12, xliff2]

/** A unit as it stands in the file, with the elements around it from the root down. */
interface Found {
  unit: XmlElement
  around: readonly XmlElement[]
  generation: Generation
}

/** Every segment as a unit of its own, either side the source. What is not to be translated is left out. */
export async function* readXliff(
  file: AsyncIterable<string>,
  pair: LanguagePair,
  passOver?: PassOver,
): AsyncGenerator<Unit> {
  const assemble = assembler()
  for await (const events of readXml(file)) {
    for (const event of events) {
      const found = assemble(event)
      if (found) yield* unitsOf(found, pair, passOver)
    }
  }
}

/** Takes a file's events one by one and gives back each unit as its end is reached. Nothing else of the file is held. */
function assembler(): (event: XmlEvent) => Found | undefined {
  let generation: Generation | undefined
  const around: XmlElement[] = []
  /** The unit we are in, and in which of its elements. */
  const inside: XmlElement[] = []
  /** How many elements deep we are in one that holds no units: a skeleton, a header, somebody's extension. */
  let below = 0

  function open(element: XmlElement): void {
    generation ??= generationOf(element)
    if (below > 0) {
      below += 1
    } else if (inside.length > 0) {
      inside.at(-1)!.content.push(element)
      inside.push(element)
    } else if (element.name === generation.unit) {
      inside.push(element)
    } else if (generation.containers.has(element.name)) {
      refuseNoLanguage(element, generation)
      around.push(element)
    } else {
      below = 1
    }
  }

  function close(): XmlElement | undefined {
    if (below > 0) {
      below -= 1
    } else if (inside.length > 0) {
      const element = inside.pop()
      return inside.length === 0 ? element : undefined
    } else {
      around.pop()
    }
    return undefined
  }

  return (event) => {
    if (event.type === 'open') {
      const { name, attributes, line } = event
      open({ name, line, attributes, content: [] })
    } else if (event.type === 'close') {
      const unit = close()
      return unit && { unit, around, generation: generation! }
    } else if (below === 0) {
      inside.at(-1)?.content.push(event.text)
    }
    return undefined
  }
}

function generationOf({ name, line, attributes: { version = '' } }: XmlElement): Generation {
  if (name !== 'xliff') throw new FormatError((m) => m.xliff.notXliff(name), line)
  const generation = GENERATIONS.find((generation) => version.startsWith(generation.version))
  if (!generation) throw new FormatError((m) => m.xliff.version(version), line)
  return generation
}

function refuseNoLanguage({ name, line, attributes }: XmlElement, { languages }: Generation): void {
  const { element, source } = languages
  if (name === element && !attributes[source]) throw new FormatError((m) => m.xliff.noLanguage(name, source), line)
}

function* unitsOf(found: Found, pair: LanguagePair, passOver?: PassOver): Generator<Unit> {
  const { unit, around, generation } = found
  if (!isTranslated([...around, unit])) return
  const said = saidOf(found)
  const sides = sidesIn(said, pair)
  if (!sides) {
    passOver?.(said)
    return
  }

  const { original, id: fileId = original } = attributesOf('file', around)
  const { [generation.unitName]: name, id: unitId = name } = unit.attributes
  const ours = generation.properties(unit)
  const document = original || (ours ? '' : fileId)
  const note = generation.notes(unit).map(wordsOf).filter(Boolean).join('\n')
  const segments = generation.segments(unit)
  for (const [index, segment] of segments.entries()) {
    const content = agreed(segment)
    const { texts, codes } = readSegments([content[sides.source], content[sides.target]], ours?.codes ?? [])
    const [source = '', target = ''] = texts
    if (source === '') continue
    const segmentId = segment.id ?? String(index + 1)
    const isNamed = segments.length > 1 || (segment.id !== undefined && !ours)
    const id = [...(ours ? [ours.id] : [fileId, unitId]), isNamed && segmentId].filter(Boolean).join('/')
    yield {
      ...ours,
      source,
      target,
      state: (target === '' ? ours?.state : segment.state) ?? stateOf(target),
      line: segment.line,
      ...(id && { id }),
      ...(note && { note }),
      ...(document && { document }),
      ...(codes.length > 0 && { codes }),
    }
  }
}

const attributesOf = (name: string, elements: readonly XmlElement[]): XmlElement['attributes'] =>
  elements.find((element) => element.name === name)?.attributes ?? {}

/** What stands nearest says whether it is. */
const isTranslated = (elements: readonly XmlElement[]) =>
  elements.findLast(({ attributes }) => attributes['translate'] !== undefined)?.attributes['translate'] !== 'no'

type Side = 'source' | 'target'
type Said = readonly [source: string, ...target: string[]]

/** The languages a unit says its source and its target are in; where the file does not name that of its targets a target may. */
function saidOf({ unit, around, generation }: Found): Said {
  const { element, source, target } = generation.languages
  const { [source]: ofSource = '', [target]: ofTarget } = attributesOf(element, around)
  const said = ofTarget || child(unit, 'target')?.attributes['xml:lang']
  return said ? [ofSource, said] : [ofSource]
}

/** Which side of a unit is the source of the pair and which its target. A target that says nothing is in the other one of the pair. */
function sidesIn([source, said]: Said, pair: LanguagePair): Record<Side, Side> | undefined {
  const other = inLanguage([pair.source, pair.target], source, (tag) => tag) === pair.source ? pair.target : pair.source
  const tags = { source, target: said ?? other }
  const sideIn = (tag: string) => inLanguage<Side>(['source', 'target'], tag, (side) => tags[side])
  const [ofSource, ofTarget] = [sideIn(pair.source), sideIn(pair.target)]
  return ofSource && ofTarget && ofSource !== ofTarget ? { source: ofSource, target: ofTarget } : undefined
}

/** Its id alone says which code one is: what it stands for is what is said of it first. */
function agreed({ source, target }: Segment): Record<Side, readonly Content[]> {
  const natives = new Map<string, string>()
  const agree = (part: Content): Content => {
    if (typeof part === 'string' || part.x === undefined) return part
    const key = `${part.type} ${part.x}`
    const native = natives.get(key) || part.native
    natives.set(key, native)
    return { ...part, native }
  }
  return { source: source.map(agree), target: target.map(agree) }
}
