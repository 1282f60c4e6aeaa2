import type { Place } from '../text/xmlPlaces.ts'
import type { Content } from './nativeCodes.ts'

/** An element with all that it holds. Names are without their prefix. */
export interface XmlElement {
  name: string
  line: number
  attributes: Readonly<Record<string, string>>
  content: (string | XmlElement)[]
  /** Where it stands in the file, for who wants to write there. */
  place?: Place | undefined
}

export const children = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.content.filter((part) => typeof part !== 'string').filter((part) => part.name === name) ?? []

export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  children(element, name)[0]

/** The words that stand in the element itself, without those of its children. */
export const wordsOf = (element: XmlElement): string =>
  element.content.filter((part) => typeof part === 'string').join('')

/** What an element inside a text reads as: one thing in its place, or one before and one after its content. */
export type Reading = readonly [instead: Content] | readonly [before: Content, after: Content]

/** A text in reading order. What `inline` does not know stands around words and leaves them as they are. */
export const contentOf = (
  element: XmlElement | undefined,
  inline: (element: XmlElement) => Reading | undefined,
): Content[] =>
  (element?.content ?? []).flatMap((part) => {
    if (typeof part === 'string') return part
    const [before, after] = inline(part) ?? ['', '']
    return after === undefined ? before : [before, ...contentOf(part, inline), after]
  })
