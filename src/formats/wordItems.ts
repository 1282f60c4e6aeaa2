import { type Edit, edited } from '../text/edits.ts'
import type { XmlNode } from '../text/xmlElements.ts'

/** A stretch of the part's text as it stands: UTF-16 offsets, `end` exclusive. */
export interface Stretch {
  start: number
  end: number
}

/** XML made of what stands in the part and of what is put around it. */
export type Raw = readonly (string | Stretch)[]

/** The XML itself, with edits to what stands in the part: in their order there, each within a stretch or outside of it. */
export const spelt = (raw: Raw, part: string, edits: readonly Edit[] = []): string =>
  raw
    .map((piece) => {
      if (typeof piece === 'string') return piece
      const inside = edits
        .filter(({ start, end }) => start >= piece.start && end <= piece.end)
        .map(({ start, end, by }) => ({ start: start - piece.start, end: end - piece.start, by }))
      return edited(part.slice(piece.start, piece.end), inside)
    })
    .join('')

/** Words of one run. */
export interface Words {
  type: 'words'
  text: string
  /** The properties one sees, as XML. Empty where nothing but the style says how they look. */
  look: string
  properties: XmlNode | undefined
  raw: Raw
}

/** What stands among words and is none: the number of a note, a picture, a line break, a bookmark. */
export interface Alone {
  type: 'alone'
  /** How it is shown to somebody who asks what its tag stands for. */
  label: string
  raw: Raw
  /** A reader takes it for a part of the sentence, also at its edge. */
  shows: boolean
  /** It may stand twice: a line break, a symbol. */
  repeats: boolean
}

/** What is put around words: a link, a content control, a field whose result somebody wrote. */
export interface Around {
  type: 'around'
  label: string
  labelEnd: string
  open: Raw
  close: Raw
  content: readonly Item[]
}

/** What a paragraph holds, in reading order. */
export type Item = Words | Alone | Around

export const isBlank = ({ text }: Words): boolean => !/\S/u.test(text)

export const isWorded = (item: Item): boolean =>
  item.type === 'words' ? !isBlank(item) : item.type === 'around' && item.content.some(isWorded)

/** All of an item as it stands. */
export const rawOf = (item: Item): Raw =>
  item.type === 'around' ? [...item.open, ...item.content.flatMap(rawOf), ...item.close] : item.raw

export function* allWords(items: readonly Item[]): Generator<Words> {
  for (const item of items) {
    if (item.type === 'words') yield item
    else if (item.type === 'around') yield* allWords(item.content)
  }
}

export function* allAlone(items: readonly Item[]): Generator<Alone> {
  for (const item of items) {
    if (item.type === 'alone') yield item
    else if (item.type === 'around') yield* allAlone(item.content)
  }
}

const LONGEST_LABEL = 160

export const shortened = (label: string): string =>
  label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL)}…` : label
