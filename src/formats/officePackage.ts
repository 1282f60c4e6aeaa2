import { FormatError, Invalid } from '../errors.ts'
import { decodeText, type Encoding } from '../text/encoding.ts'
import { declaredBy } from '../text/xmlDeclaration.ts'
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

/** Bytes of all parts that are read. A book of five hundred pages has ten million. */
const MOST_BYTES = 32 * 1024 * 1024
/** Of all parts that are read. That book has a million and a half; a file made to keep readers busy has as many as it likes. */
const MOST_TAGS = 2_000_000

/** The parts of a package as texts. Together they are no longer than those of any document. */
export class TextParts {
  readonly names: readonly string[]
  readonly #archive: Archive
  readonly #known = new Map<string, TextPart | undefined>()
  #bytes = 0
  #tags = 0

  constructor(archive: Archive) {
    this.names = archive.names
    this.#archive = archive
  }

  /** Nothing where there is no such part. @throws Invalid on what is no text, or more than is read. */
  read(part: string): TextPart | undefined {
    if (!this.#known.has(part)) this.#known.set(part, this.#decoded(part))
    return this.#known.get(part)
  }

  /** So that too much is refused before time is spent on any of it. */
  readAll(parts: readonly string[]): void {
    for (const part of parts) this.read(part)
  }

  #decoded(part: string): TextPart | undefined {
    const bytes = this.#archive.read(part)
    if (bytes === undefined) return undefined
    this.#bytes += bytes.byteLength
    if (this.#bytes > MOST_BYTES) throw new Invalid((m) => m.archive.textsTooLarge(MOST_BYTES))
    const silent = bytes[1] === 0 ? 'utf-16le' : bytes[0] === 0 ? 'utf-16be' : 'utf-8'
    const read = inPart(part, () => decodeText(bytes, declaredBy(bytes) ?? silent))
    this.#tags += tagsIn(read.text)
    if (this.#tags > MOST_TAGS) throw new Invalid((m) => m.archive.tooManyTags(MOST_TAGS))
    // Part 2, 8.2.5.2 of the standard.
    if (read.text.includes('<!DOCTYPE')) throw new FormatError((m) => m.archive.documentType(part))
    return read
  }
}

function tagsIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) count += 1
  return count
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
export async function relationshipsOf(parts: TextParts, part: string): Promise<Relationship[]> {
  const [, folder = '', name = ''] = /^(.*\/)?([^/]*)$/u.exec(part)!
  return relationshipsIn(parts, `${folder}_rels/${name}.rels`, folder)
}

/** What the package would fetch from outside, by any of its parts. */
export async function externalRelationships(parts: TextParts): Promise<Relationship[]> {
  const files = parts.names.filter((name) => name.toLowerCase().endsWith('.rels'))
  parts.readAll(files)
  const all: Relationship[] = []
  for (const file of files) all.push(...(await relationshipsIn(parts, file, '')))
  return all.filter(({ external }) => external)
}

async function relationshipsIn(parts: TextParts, part: string, folder: string): Promise<Relationship[]> {
  const read = parts.read(part)
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
