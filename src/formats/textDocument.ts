import { type Edit, edited } from '../text/edits.ts'
import { decodeText, type Encoding, encodeText } from '../text/encoding.ts'
import { isSame } from '../text/tags.ts'
import type { LanguagePair } from '../unit.ts'
import type { DocumentFormat, Original, Paragraph, Replacement } from './document.ts'

/** A document that is one text, without an archive around it. */
export interface DecodedDocument
  extends Pick<DocumentFormat, 'id' | 'title' | 'extensions' | 'mediaType' | 'bilingual'> {
  /** The encoding the text itself names, read from its first bytes as Latin letters, where the bytes bear it out. */
  declared?(opening: string, bytes: Uint8Array): string | undefined
  read(text: string, languages?: LanguagePair): Iterable<Paragraph>
  /** What of the text changes where replacements are to stand in it, in its order and without overlap. */
  edits(text: string, replacements: readonly Replacement[], languages: LanguagePair, encoding: Encoding): Edit[]
}

/** A format that is read at once. */
export interface SyncDocumentFormat extends DocumentFormat {
  read(original: Original, languages?: LanguagePair): Iterable<Paragraph>
}

/** Bytes in which a text names its encoding. */
const OPENING = 1024

/** A document format whose slots are offsets in its text. */
export function decodedDocument({ declared, read, edits, ...format }: DecodedDocument): SyncDocumentFormat {
  const decoded = ({ bytes, encoding }: Original) =>
    decodeText(bytes, encoding ?? declared?.(Buffer.from(bytes.subarray(0, OPENING)).toString('latin1'), bytes))
  return {
    ...format,
    read: (original, languages) => read(decoded(original).text, languages),
    finish(original, replacements, languages) {
      const { text, encoding } = decoded(original)
      const changes = edits(text, replacements, languages, encoding)
      return changes.length === 0 ? original.bytes : encodeText(edited(text, changes), encoding)
    },
  }
}

/** A document whose paragraphs are written each by itself. */
export interface TextDocument extends Omit<DecodedDocument, 'edits'> {
  /** What is to stand in a slot instead of `was`. */
  write(replacement: Replacement, was: string): string
}

export const textDocument = ({ write, ...document }: TextDocument): SyncDocumentFormat =>
  decodedDocument({
    ...document,
    edits(text, replacements) {
      const there = new Map(Array.from(document.read(text), (paragraph) => [paragraph.slot.start, paragraph]))
      return replacements.flatMap((replacement) => {
        const { start, end } = replacement.slot
        const paragraph = there.get(start)
        const isThere = paragraph !== undefined && isSame(paragraph, replacement)
        return isThere ? [] : { start, end, by: write(replacement, text.slice(start, end)) }
      })
    },
  })
