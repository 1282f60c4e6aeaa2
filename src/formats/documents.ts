import { csvDocument } from './csvDocument.ts'
import type { DocumentFormat } from './document.ts'
import { docx } from './docx.ts'
import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { text } from './text.ts'
import { xliffDocument } from './xliffDocument.ts'

/** Every format a document may come in. A new one is a new file and a line here. */
export const DOCUMENT_FORMATS: readonly DocumentFormat[] = [text, markdown, html, docx, csvDocument, xliffDocument]

/** How the names of documents may end. */
export const documentEndings = (): string[] => DOCUMENT_FORMATS.flatMap(({ extensions }) => extensions)

/** The format a file's name claims. */
export const documentFormatOf = (fileName: string): DocumentFormat | undefined =>
  DOCUMENT_FORMATS.find(({ extensions }) => extensions.some((extension) => fileName.toLowerCase().endsWith(extension)))
