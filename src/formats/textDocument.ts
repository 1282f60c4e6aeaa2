import { type Encoding, decodeText, encodeText } from '../text/encoding.ts'
import { type Edit, edited } from '../text/edits.ts'
import type { LanguagePair } from '../unit.ts'
import type { DocumentFormat, Original, Paragraph, Replacement } from './document.ts'

/** A document that is one text, without archive or markup around it. */
export interface TextDocument extends Pick<DocumentFormat, 'id' | 'extensions' | 'mediaType'> {
  /** The encoding the text itself names, read from its first bytes as Latin letters. */
  declared?(opening: string): string | undefined
  read(text: string): Iterable<Paragraph>
  /** What is to stand in a slot instead of `was`. */
  write(replacement: Replacement, was: string, encoding: Encoding): string
  /** What else of the text changes with its language. */
  rewritten?(text: string, languages: LanguagePair): Edit[]
}

/** Bytes in which a text names its encoding. */
const OPENING = 1024

/** A document format whose slots are offsets in its text. */
export function textDocument({ declared, read, write, rewritten, ...format }: TextDocument): DocumentFormat {
  const decoded = ({ bytes, encoding }: Original) =>
    decodeText(bytes, encoding ?? declared?.(Buffer.from(bytes.subarray(0, OPENING)).toString('latin1')))
  return {
    ...format,
    read: (original) => read(decoded(original).text),
    finish(original, replacements, languages) {
      const { text, encoding } = decoded(original)
      const edits = replacements.map((replacement) => {
        const { start, end } = replacement.slot
        return { start, end, by: write(replacement, text.slice(start, end), encoding) }
      })
      const all = [...edits, ...(rewritten?.(text, languages) ?? [])].sort((a, b) => a.start - b.start)
      return encodeText(edited(text, all), encoding)
    },
  }
}
