import { scanXml, type XmlAttributes } from './scanXml.ts'

/**
 * What happens next in an XML file. Names are without their prefix, which `qualified` has; `line` is where a tag begins, `end` where it
 * ends, in UTF-16 units from the file's beginning. An element of one tag ends where it opened.
 */
export type XmlEvent =
  | { type: 'open'; qualified: string; name: string; attributes: XmlAttributes; line: number; end: number }
  | { type: 'close'; name: string; end: number }
  | { type: 'text'; text: string }

/** Read XML as it arrives, in batches, as `scanXml` does. */
export async function* readXml(file: AsyncIterable<string>): AsyncGenerator<XmlEvent[]> {
  let events: XmlEvent[] = []
  const scanned = scanXml(file, {
    open(qualified, attributes, line, end) {
      events.push({ type: 'open', qualified, name: localName(qualified), attributes, line, end })
    },
    close(name, end) {
      events.push({ type: 'close', name: localName(name), end })
    },
    text(text) {
      events.push({ type: 'text', text })
    },
  })
  for await (const _ of scanned) {
    if (events.length > 0) yield events
    events = []
  }
}

/** A name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
