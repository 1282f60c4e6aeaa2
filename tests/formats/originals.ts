import type { DocumentFormat, Original, Paragraph, Replacement } from '../../src/formats/document.ts'
import type { LanguagePair } from '../../src/unit.ts'

export const utf8 = (text: string): Original => ({ bytes: new TextEncoder().encode(text) })
export const latin1 = (text: string): Original => ({ bytes: Uint8Array.from(Buffer.from(text, 'latin1')) })
export const decoded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

export async function paragraphsOf(
  format: DocumentFormat,
  original: Original,
  languages?: LanguagePair,
): Promise<Paragraph[]> {
  const paragraphs: Paragraph[] = []
  for await (const paragraph of format.read(original, languages)) paragraphs.push(paragraph)
  return paragraphs
}

/** A text that is to stand where a paragraph does. */
export const replaced = ({ slot, codes }: Paragraph, text: string): Replacement => ({
  slot,
  text,
  codes,
  state: 'translated',
})
