/** Where an element stands in an XML text: UTF-16 offsets of its first tag, of what it holds and of its end. One that is one tag holds nothing, at its end. */
export interface Place {
  start: number
  contentStart: number
  contentEnd: number
  end: number
}

/** The place of an element whose first tag ends at `end`, as `readXml` tells. No tag has a second `<` in it. */
export const openedAt = (text: string, end: number): Place => ({
  start: text.lastIndexOf('<', end - 1),
  contentStart: end,
  contentEnd: end,
  end,
})

/** Ends the place of an element where `readXml` tells that it closes. */
export function closeAt(place: Place, text: string, end: number): void {
  if (end === place.end) return
  place.contentEnd = text.lastIndexOf('<', end - 1)
  place.end = end
}
