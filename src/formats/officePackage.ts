import { FormatError, Invalid } from '../errors.ts'
import { decodeText, type Encoding } from '../text/encoding.ts'
import { elementsOf, type Found, type Namespaces } from '../text/xmlElements.ts'
import type { Archive } from './archive.ts'

/** What a part of a package has to do with another one, or with something outside (ISO/IEC 29500-2, clause 9.3). */
export interface Relationship {
  id: string
  /** The last word of its type, which both editions of the standard share: `header`, `hyperlink`. */
  type: string
  /** The name of a part, or an address outside. */
  target: string
  external: boolean
}

/** A part as text, and how to write it again. */
export interface TextPart {
  text: string
  encoding: Encoding
}

const RELATIONSHIPS: Namespaces = new Map([['http://schemas.openxmlformats.org/package/2006/relationships', '']])

/** Bytes. A book of five hundred pages has ten million. */
const LARGEST_PART = 32 * 1024 * 1024
/** A hundred pages have sixty thousand, or many more in tables; a file made to keep readers busy has as many as it likes. */
const MOST_TAGS = 2_000_000
/** Bytes in which a part says its encoding. */
const OPENING = 200
const DECLARED = /^(?:\xef\xbb\xbf)?<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/u

/** @throws Invalid on what is no text, or more than any document holds. */
export function textPart(archive: Archive, part: string): TextPart | undefined {
  const bytes = archive.read(part)
  if (bytes === undefined) return undefined
  if (bytes.byteLength > LARGEST_PART) throw new Invalid((m) => m.archive.partTooLarge(part, LARGEST_PART))
  const opening = Buffer.from(bytes.subarray(0, OPENING)).toString('latin1')
  const silent = opening.startsWith('<\0') ? 'utf-16le' : opening.startsWith('\0<') ? 'utf-16be' : 'utf-8'
  const read = inPart(part, () => decodeText(bytes, DECLARED.exec(opening)?.[1] ?? silent))
  if (hasMoreTags(read.text, MOST_TAGS)) throw new Invalid((m) => m.archive.tooManyTags(part, MOST_TAGS))
  // Part 2, 8.2.5.2 of the standard.
  if (read.text.includes('<!DOCTYPE')) throw new FormatError((m) => m.archive.documentType(part))
  return read
}

function hasMoreTags(text: string, most: number): boolean {
  let count = 0
  for (let at = text.indexOf('<'); at >= 0 && count <= most; at = text.indexOf('<', at + 1)) count += 1
  return count > most
}

/** The elements of a part that are looked for. Problems are told with the part's name. */
export async function* elementsIn(
  part: string,
  text: string,
  namespaces: Namespaces,
  wanted: (name: string, around: readonly string[]) => boolean,
): AsyncGenerator<Found> {
  try {
    yield* elementsOf(text, namespaces, wanted)
  } catch (error) {
    throw named(part, error)
  }
}

function inPart<Value>(part: string, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    throw named(part, error)
  }
}

const named = (part: string, error: unknown): unknown =>
  error instanceof Invalid ? new FormatError((m) => m.archive.inPart(part, error.say(m))) : error

/** The relationships of a part, or of the package itself for an empty name. */
export async function relationshipsOf(archive: Archive, part: string): Promise<Relationship[]> {
  const [, folder = '', name = ''] = /^(.*\/)?([^/]*)$/u.exec(part)!
  return relationshipsIn(archive, `${folder}_rels/${name}.rels`, folder)
}

/** What the package would fetch from outside, by any of its parts. */
export async function externalRelationships(archive: Archive): Promise<Relationship[]> {
  const all: Relationship[] = []
  for (const name of archive.names) {
    if (name.toLowerCase().endsWith('.rels')) all.push(...(await relationshipsIn(archive, name, '')))
  }
  return all.filter(({ external }) => external)
}

async function relationshipsIn(archive: Archive, part: string, folder: string): Promise<Relationship[]> {
  const read = textPart(archive, part)
  if (read === undefined) return []
  const found: Relationship[] = []
  for await (const { element } of elementsIn(part, read.text, RELATIONSHIPS, (name) => name === 'Relationship')) {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode = '' } = element.attributes
    const external = mode.toLowerCase() === 'external'
    found.push({
      id,
      type: type.slice(type.lastIndexOf('/') + 1),
      target: external ? target : resolved(target, folder),
      external,
    })
  }
  return found
}

/** The name of the part that a reference in a folder means. One that leads out of the package means none. */
function resolved(target: string, folder: string): string {
  const names: string[] = []
  for (const name of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  }
  return names.join('/')
}
