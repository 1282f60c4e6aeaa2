import { Invalid } from '../errors.ts'
import type { LanguagePair } from '../unit.ts'
import type { DocumentFormat, Original, Paragraph } from './document.ts'

/** Bytes. A novel has two million. */
export const LARGEST_TEXT = 10 * 1024 * 1024
/** Nobody translates so many in one document; a file made to keep the desk busy has as many as it likes. */
export const MOST_PARAGRAPHS = 50_000
/** UTF-16 units. A novel without a line end has no more. */
const LONGEST_PARAGRAPH = 1_000_000

/** The paragraphs of a document within what a document may have. @throws Invalid on more, and on what cannot be read. */
export async function* paragraphsOf(
  format: DocumentFormat,
  original: Original,
  languages?: LanguagePair,
): AsyncGenerator<Paragraph> {
  const { largest = LARGEST_TEXT } = format
  if (original.bytes.length > largest) throw new Invalid((m) => m.formats.tooLarge(largest))
  let count = 0
  for await (const paragraph of format.read(original, languages)) {
    count += 1
    if (count > MOST_PARAGRAPHS) throw new Invalid((m) => m.formats.tooManyParagraphs(MOST_PARAGRAPHS))
    if (paragraph.text.length > LONGEST_PARAGRAPH)
      throw new Invalid((m) => m.formats.paragraphTooLong(LONGEST_PARAGRAPH))
    yield paragraph
  }
}
