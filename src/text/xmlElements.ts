import { FormatError } from '../errors.ts'
import { readXml, type XmlEvent } from './readXml.ts'
import { closeAt, openedAt, type Place } from './xmlPlaces.ts'

/** An element of an XML text and where it stands. */
export interface XmlNode extends Place {
  /** With the prefix its namespace is known by here, whatever the file's own is. */
  name: string
  /** By their names, prefixed likewise. */
  attributes: Readonly<Record<string, string>>
  children: (XmlNode | string)[]
}

/** Namespaces by the prefix they are known by. Several may share one: two editions of a standard say the same in each. */
export type Namespaces = ReadonlyMap<string, string>

/** An element that was looked for, with the names of those around it from the root down. */
export interface Found {
  element: XmlNode
  around: readonly string[]
}

/** Of one element that stands in memory whole. */
const MOST_ELEMENTS = 250_000

/**
 * The outermost elements `wanted` says yes to, one after another. The others pass by: a text of any length needs no more memory than
 * its longest one. @throws FormatError on what is not well-formed.
 */
export async function* elementsOf(
  text: string,
  namespaces: Namespaces,
  wanted: (name: string, around: readonly string[]) => boolean,
): AsyncGenerator<Found> {
  const around: string[] = []
  const scopes: Scope[] = [{ prefixes: new Map([['xml', 'xml']]), names: new Map() }]
  const inside: XmlNode[] = []
  let taken = 0

  const open = (event: Extract<XmlEvent, { type: 'open' }>): void => {
    const scope = scopeWith(event.attributes, scopes.at(-1)!, namespaces)
    scopes.push(scope)
    const name = known(event.qualified, scope)
    if (inside.length === 0 && !wanted(name, around)) {
      around.push(name)
      return
    }
    taken = inside.length === 0 ? 1 : taken + 1
    if (taken > MOST_ELEMENTS) throw new FormatError((m) => m.formats.xmlElements(MOST_ELEMENTS), event.line)
    const attributes = knownAttributes(event.attributes, scope)
    const element = { name, attributes, children: [], ...openedAt(text, event.end) }
    inside.at(-1)?.children.push(element)
    inside.push(element)
  }

  const close = (end: number): XmlNode | undefined => {
    scopes.pop()
    const element = inside.pop()
    if (element === undefined) {
      around.pop()
      return undefined
    }
    closeAt(element, text, end)
    return inside.length === 0 ? element : undefined
  }

  for await (const events of readXml(whole(text))) {
    for (const event of events) {
      if (event.type === 'open') open(event)
      else if (event.type === 'text') inside.at(-1)?.children.push(event.text)
      else {
        const element = close(event.end)
        if (element) yield { element, around }
      }
    }
  }
}

async function* whole(text: string): AsyncGenerator<string> {
  yield text
}

interface Scope {
  /** The prefixes of the file and those they are known by here; nothing for a namespace nobody knows. */
  prefixes: ReadonlyMap<string, string | undefined>
  /** Names met so far, as they stand in the file, and as they are known. */
  names: Map<string, string>
}

function scopeWith(attributes: XmlNode['attributes'], scope: Scope, namespaces: Namespaces): Scope {
  let prefixes: Map<string, string | undefined> | undefined
  for (const name in attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    prefixes ??= new Map(scope.prefixes)
    prefixes.set(name.slice('xmlns:'.length), namespaces.get(attributes[name]!))
  }
  return prefixes ? { prefixes, names: new Map() } : scope
}

/** A name of an unknown namespace has a sign in front that no prefix has, so that it is like no known one. */
function known(qualified: string, { prefixes, names }: Scope): string {
  const ready = names.get(qualified)
  if (ready !== undefined) return ready
  const colon = qualified.indexOf(':')
  const own = prefixes.get(qualified.slice(0, Math.max(0, colon)))
  const name = qualified.slice(colon + 1)
  const made = own === undefined ? `?${qualified}` : own === '' ? name : `${own}:${name}`
  names.set(qualified, made)
  return made
}

/** Attributes without a prefix are in no namespace. */
function knownAttributes(attributes: XmlNode['attributes'], scope: Scope): XmlNode['attributes'] {
  const own: Record<string, string> = {}
  for (const name in attributes) own[name.includes(':') ? known(name, scope) : name] = attributes[name]!
  return own
}

/** The elements right in an element, of one name or all. */
export const childrenOf = (element: XmlNode | undefined, name?: string): XmlNode[] =>
  (element?.children ?? []).filter(
    (child) => typeof child !== 'string' && (name === undefined || child.name === name),
  ) as XmlNode[]

export const childOf = (element: XmlNode | undefined, name: string): XmlNode | undefined => childrenOf(element, name)[0]
