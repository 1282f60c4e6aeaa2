import { type Edit, edited } from '../text/edits.ts'
import { decodeText, type Encoding, encodeText } from '../text/encoding.ts'
import { native } from '../text/tags.ts'
import type { LanguagePair } from '../unit.ts'
import type { DocumentFormat, Original, Paragraph, Replacement } from './document.ts'

/** A document that is one text, without archive or markup around it. */
export interface TextDocument extends Pick<DocumentFormat, 'id' | 'title' | 'extensions' | 'mediaType'> {
  /** The encoding the text itself names, read from its first bytes as Latin letters. */
  declared?(opening: string): string | undefined
  read(text: string): Iterable<Paragraph>
  /** What is to stand in a slot instead of `was`. */
  write(replacement: Replacement, was: string, encoding: Encoding): string
  /** What else of the text changes with its language. */
  rewritten?(text: string, languages: LanguagePair): Edit[]
}

/** A text whatever the numbers of its tags. */
const saying = ({ text, codes }: Pick<Replacement, 'text' | 'codes'>) => native(text, codes)

/** Bytes in which a text names its encoding. */
const OPENING = 1024

/** A format that is read at once. */
export interface SyncDocumentFormat extends DocumentFormat {
  read(original: Original): Iterable<Paragraph>
}

/** A document format whose slots are offsets in its text. */
export function textDocument({ declared, read, write, rewritten, ...format }: TextDocument): SyncDocumentFormat {
  const decoded = ({ bytes, encoding }: Original) =>
    decodeText(bytes, encoding ?? declared?.(Buffer.from(bytes.subarray(0, OPENING)).toString('latin1')))
  return {
    ...format,
    read: (original) => read(decoded(original).text),
    finish(original, replacements, languages) {
      const { bytes } = original
      const { text, encoding } = decoded(original)
      const there = new Map(Array.from(read(text), ({ slot, ...paragraph }) => [slot.start, saying(paragraph)]))
      const edits = replacements
        .filter((replacement) => saying(replacement) !== there.get(replacement.slot.start))
        .map((replacement) => {
          const { start, end } = replacement.slot
          return { start, end, by: write(replacement, text.slice(start, end), encoding) }
        })
      if (edits.length === 0) return bytes
      const all = [...edits, ...(rewritten?.(text, languages) ?? [])].sort((a, b) => a.start - b.start)
      return encodeText(edited(text, all), encoding)
    },
  }
}
