import { type XmlAttributes, type XmlListener, XmlScanner } from './xmlScanner.ts'

/** What happens next in an XML file. Names are without their prefix; `line` is where a tag begins. */
export type XmlEvent =
  | { type: 'open'; name: string; attributes: XmlAttributes; line: number }
  | { type: 'close'; name: string }
  | { type: 'text'; text: string }

/** Read XML as it arrives, in batches. No document type is obeyed, no entity expanded, no other file opened. */
export async function* readXml(file: AsyncIterable<string>): AsyncGenerator<XmlEvent[]> {
  let events: XmlEvent[] = []
  const scanned = scanXml(file, {
    open(name, attributes, line) {
      events.push({ type: 'open', name: localName(name), attributes, line })
    },
    close(name) {
      events.push({ type: 'close', name: localName(name) })
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

/** UTF-16 units. */
const PIECE = 65_536

/** The same where an object for everything that happens would be dear: the listener is told of a piece before it is yielded. */
export async function* scanXml(file: AsyncIterable<string>, listener: XmlListener): AsyncGenerator<void> {
  const scanner = new XmlScanner(listener)
  for await (const chunk of file) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      scanner.write(chunk.slice(at, at + PIECE))
      yield
    }
  }
  scanner.end()
  yield
}

/** A name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
