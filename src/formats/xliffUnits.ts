import { FormatError } from '../errors.ts'
import type { XmlEvent } from '../text/readXml.ts'
import { closeAt, openedAt } from '../text/xmlPlaces.ts'
import { xliff2 } from './xliff2.ts'
import { xliff12 } from './xliff12.ts'
import type { XmlElement } from './xliffContent.ts'
import type { Generation } from './xliffGeneration.ts'

const GENERATIONS: readonly Generation[] = [xliff12, xliff2]

/** A unit as it stands in the file, with the elements around it from the root down. */
export interface Found {
  unit: XmlElement
  around: readonly XmlElement[]
  generation: Generation
}

/** Of one unit, which stands in memory whole. */
const MOST_ELEMENTS = 100_000

/**
 * Takes a file's events one by one and gives back each unit as its end is reached. Nothing else of the file is held. Where it is at
 * hand as a whole, elements know their places in it.
 */
export function assembler(file?: string): (event: XmlEvent) => Found | undefined {
  let generation: Generation | undefined
  const around: XmlElement[] = []
  /** The unit we are in, and in which of its elements. */
  const inside: XmlElement[] = []
  /** How many elements it holds so far. */
  let taken = 0
  /** How many elements deep we are in one that holds no units: a skeleton, a header, somebody's extension. */
  let below = 0

  function open(element: XmlElement): void {
    generation ??= generationOf(element)
    if (below > 0) {
      below += 1
    } else if (inside.length > 0) {
      taken += 1
      if (taken > MOST_ELEMENTS) throw new FormatError((m) => m.formats.xmlElements(MOST_ELEMENTS), element.line)
      inside.at(-1)!.content.push(element)
      inside.push(element)
    } else if (element.name === generation.unit) {
      taken = 0
      inside.push(element)
    } else if (generation.containers.has(element.name)) {
      refuseNoLanguage(element, generation)
      around.push(element)
    } else {
      below = 1
    }
  }

  function close(end: number): XmlElement | undefined {
    if (below > 0) {
      below -= 1
      return undefined
    }
    const isUnit = inside.length === 1
    const element = inside.pop() ?? around.pop()
    if (element?.place) closeAt(element.place, file!, end)
    return isUnit ? element : undefined
  }

  return (event) => {
    if (event.type === 'open') {
      const { name, attributes, line, end } = event
      open({ name, line, attributes, content: [], place: file === undefined ? undefined : openedAt(file, end) })
    } else if (event.type === 'close') {
      const unit = close(event.end)
      return unit && { unit, around: [...around], generation: generation! }
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

export const attributesOf = (name: string, elements: readonly XmlElement[]): XmlElement['attributes'] =>
  elements.find((element) => element.name === name)?.attributes ?? {}

/** What stands nearest says whether it is. */
export const isTranslated = ({ unit, around }: Found): boolean =>
  [...around, unit].findLast(({ attributes }) => attributes['translate'] !== undefined)?.attributes['translate'] !==
  'no'
