import { FormatError, Invalid } from '../errors.ts'
import type { Say } from '../messages/index.ts'
import { type Archive, openArchive } from './archive.ts'
import {
  elementsIn,
  externalRelationships,
  type Relationship,
  relationshipsOf,
  type TextPart,
  TextParts,
} from './officePackage.ts'
import { WORD } from './wordNames.ts'
import { readStyles, type Styles } from './wordStyles.ts'

/** A Word document that was opened: its parts with text in the order a reader gets to them, and its styles. */
export interface WordPackage {
  archive: Archive
  texts: TextParts
  parts: readonly string[]
  styles: Styles
}

/** A part that was read. */
export interface WordPart extends TextPart {
  name: string
  styles: Styles
  /** Where the links in it lead, by the ids of their relationships. */
  addresses: ReadonlyMap<string, string>
}

export async function openPart({ texts, styles }: WordPackage, name: string): Promise<WordPart | undefined> {
  const read = texts.read(name)
  if (read === undefined) return undefined
  const outside = (await relationshipsOf(texts, name)).filter(({ external }) => external)
  return { ...read, name, styles, addresses: new Map(outside.map(({ id, target }) => [id, target])) }
}

/** Parts with text beside the document itself. What people say about it in comments is not of it. */
const PARTS = ['footnotes', 'endnotes', 'header', 'footer']

/** @throws Invalid on what is no Word document, is locked, or would fetch something from elsewhere. */
export async function openWord(bytes: Uint8Array): Promise<WordPackage> {
  refuseOldKinds(bytes)
  const archive = await openArchive(bytes)
  const texts = new TextParts(archive)
  const main = (await relationshipsOf(texts, '')).find(({ type }) => type === 'officeDocument')?.target
  if (main === undefined) throw new FormatError((m) => m.docx.notWord)
  const document = texts.read(main)
  if (document === undefined) throw new FormatError((m) => m.docx.notWord)
  await refuseOthers(main, document)
  await refuseExternal(texts)

  const related = await relationshipsOf(texts, main)
  const named = (wanted: string) =>
    related.filter(({ type, external }) => type === wanted && !external).map(({ target }) => target)
  const parts = [...new Set([main, ...PARTS.flatMap((type) => named(type).sort(byNumber))])]
  texts.readAll(parts)
  const [styles = ''] = named('styles')
  const styleSheet = texts.read(styles)
  return { archive, texts, parts, styles: styleSheet ? await readStyles(styles, styleSheet.text) : new Map() }
}

const numbers = new Intl.Collator('en', { numeric: true })
/** The second header is `header2.xml`, before `header10.xml`. */
const byNumber = (a: string, b: string) => numbers.compare(a, b)

/** What Word wrote before 2007, and writes around a document that is locked: a compound file. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')

function refuseOldKinds(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isArchive = file.subarray(0, 2).toString('latin1') === 'PK'
  if (isArchive) return
  const isCompound = file.subarray(0, COMPOUND.length).equals(COMPOUND)
  const holds = (stream: string) => isCompound && file.includes(Buffer.from(stream, 'utf16le'))
  const problem: Say = holds('EncryptedPackage')
    ? (m) => m.docx.encrypted
    : holds('WordDocument')
      ? (m) => m.docx.binary
      : (m) => m.docx.notWord
  throw new FormatError(problem)
}

/** A workbook and a presentation are packages too: the name of its root tells. */
async function refuseOthers(main: string, { text }: TextPart): Promise<void> {
  let root = ''
  const isInside = (name: string, around: readonly string[]) => {
    root = around[0] ?? name
    return around.length > 0 && (root !== 'w:document' || name === 'w:p')
  }
  for await (const _ of elementsIn(main, text, WORD, isInside)) break
  if (root !== 'w:document') throw new FormatError((m) => m.docx.notWord)
}

/** Word follows a link when somebody clicks it; everything else it fetches as soon as the document is opened. */
async function refuseExternal(texts: TextParts): Promise<void> {
  const fetched = (await externalRelationships(texts)).find((relationship) => !isFollowed(relationship))
  if (fetched) throw new Invalid((m) => m.docx.external(fetched.target))
}

/** The template on its author's disk, which Word names in every document it has made from one. */
const OWN_TEMPLATE = /^(?:file:\/\/\/)?(?:[a-z]:[\\/]|Macintosh|Users\/)(?!.*:\/\/)/iu

const isFollowed = ({ type, target }: Relationship) =>
  type === 'hyperlink' || (type === 'attachedTemplate' && OWN_TEMPLATE.test(target))
