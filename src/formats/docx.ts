import { childOf } from '../text/xmlElements.ts'
import type { Kind } from '../unit.ts'
import type { DocumentFormat, Original, Paragraph } from './document.ts'
import { finishWord } from './wordFinish.ts'
import { openPart, openWord } from './wordPackage.ts'
import { paragraphsIn, type WordParagraph } from './wordParagraphs.ts'
import { kindOf, type Styles } from './wordStyles.ts'
import { contentOf } from './wordTagged.ts'

/**
 * Office Open XML of Word, transitional and strict (ISO/IEC 29500). The slot of a paragraph is its tag: a text box in it holds
 * paragraphs of its own, which no slot may overlap. Comments, the text of charts and diagrams, and macros stay as they are.
 */
export const docx: DocumentFormat = {
  id: 'docx',
  title: (m) => m.fileFormats.docx,
  extensions: ['.docx'],
  largest: 50 * 1024 * 1024,
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  read: readWord,
  finish: finishWord,
}

async function* readWord({ bytes }: Original): AsyncGenerator<Paragraph> {
  const word = await openWord(bytes)
  for (const name of word.parts) {
    const part = await openPart(word, name)
    if (part === undefined) continue
    for await (const paragraphs of paragraphsIn(part)) {
      for (const paragraph of paragraphs) {
        const { element } = paragraph
        const content = contentOf(element, part)
        if (content === undefined) continue
        const { text, codes } = content
        const slot = { part: name, start: element.start, end: element.contentStart }
        yield { kind: kindIn(paragraph, text, word.styles), text, codes, slot }
      }
    }
  }
}

/** Of a cell that says more than one sentence, which is read as prose. */
const HOLDS_A_SENTENCE_END = /\p{Ll}[.!?…][»”"]?\s+[«“"]?\p{Lu}/u

function kindIn({ element, inCell }: WordParagraph, text: string, styles: Styles): Kind {
  const kind = kindOf(childOf(element, 'w:pPr'), styles)
  return inCell && kind === 'paragraph' && !HOLDS_A_SENTENCE_END.test(text) ? 'cell' : kind
}
