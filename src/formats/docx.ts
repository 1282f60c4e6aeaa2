import { type Edit, edited } from '../text/edits.ts'
import { type Encoding, encodeText, has } from '../text/encoding.ts'
import { childOf, type XmlNode } from '../text/xmlElements.ts'
import type { Kind, LanguagePair } from '../unit.ts'
import type { DocumentFormat, Original, Paragraph, Replacement } from './document.ts'
import { textPart } from './officePackage.ts'
import { contentOf } from './wordContent.ts'
import type { Raw } from './wordItems.ts'
import { openWord } from './wordPackage.ts'
import { paragraphsIn, type WordParagraph } from './wordParagraphs.ts'
import { kindOf, type Styles } from './wordStyles.ts'
import { isSame, type TaggedContent, taggedContent } from './wordTagged.ts'
import { written } from './wordWriter.ts'

/**
 * Office Open XML of Word, transitional and strict (ISO/IEC 29500). The slot of a paragraph is its tag: a text box in it holds
 * paragraphs of its own, which no slot may overlap. Comments, the text of charts and diagrams, and macros stay as they are.
 */
export const docx: DocumentFormat = {
  id: 'docx',
  extensions: ['.docx'],
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  read,
  finish,
}

async function* read({ bytes }: Original): AsyncGenerator<Paragraph> {
  const { archive, parts, styles } = await openWord(bytes)
  for (const part of parts) {
    const { text } = textPart(archive, part) ?? { text: '' }
    if (text === '') continue
    for await (const paragraphs of paragraphsIn(part, text)) {
      for (const paragraph of paragraphs) {
        const content = contentIn(text, paragraph.element, styles)
        if (content) yield { ...asParagraph(paragraph, content, styles), slot: { part, ...slotOf(paragraph.element) } }
      }
    }
  }
}

/** Of a cell that says more than one sentence, which is read as prose. */
const HOLDS_A_SENTENCE_END = /\p{Ll}[.!?…][»”"]?\s+[«“"]?\p{Lu}/u

function asParagraph({ element, inCell }: WordParagraph, { text, codes }: TaggedContent, styles: Styles) {
  const kind: Kind = kindOf(childOf(element, 'w:pPr'), styles)
  const isCell = inCell && kind === 'paragraph' && !HOLDS_A_SENTENCE_END.test(text)
  return { kind: isCell ? 'cell' : kind, text, codes } as const
}

const slotOf = ({ start, contentStart }: XmlNode) => ({ start, end: contentStart })

const contentIn = (part: string, paragraph: XmlNode, styles: Styles): TaggedContent | undefined =>
  taggedContent(contentOf(paragraph, part, styles), (raw) => spelt(part, raw, []))

const spelt = (part: string, raw: Raw, edits: readonly Edit[]): string =>
  raw
    .map((piece) => {
      if (typeof piece === 'string') return piece
      const inside = edits
        .filter(({ start, end }) => start >= piece.start && end <= piece.end)
        .map(({ start, end, by }) => ({ start: start - piece.start, end: end - piece.start, by }))
      return edited(part.slice(piece.start, piece.end), inside)
    })
    .join('')

async function finish(
  { bytes }: Original,
  replacements: readonly Replacement[],
  languages: LanguagePair,
): Promise<Uint8Array> {
  const byPart = new Map<string, Map<number, Replacement>>()
  for (const replacement of replacements) {
    const { part = '', start } = replacement.slot
    byPart.set(part, (byPart.get(part) ?? new Map()).set(start, replacement))
  }
  const { archive, styles } = await openWord(bytes)
  const contents = new Map<string, Uint8Array>()
  for (const [part, replaced] of byPart) {
    const original = textPart(archive, part)
    if (original === undefined) continue
    const { text, encoding } = original
    const edits: Edit[] = []
    const unbound = new Set<XmlNode>()
    for await (const paragraphs of paragraphsIn(part, text)) {
      const own = editsOf(text, paragraphs, { replaced, styles, languages })
      if (own.length > 0) edits.push(...unbinding(paragraphs[0]!, unbound))
      edits.push(...own)
    }
    if (edits.length > 0) contents.set(part, encodeText(inEncoding(edited(text, edits), encoding), encoding))
  }
  return contents.size === 0 ? bytes : archive.with(contents)
}

interface Replacing {
  /** By where the tag of their paragraph begins. */
  replaced: ReadonlyMap<number, Replacement>
  styles: Styles
  languages: LanguagePair
}

/** A paragraph is written after those in its text boxes, which are then a part of what it is written from. */
function editsOf(part: string, paragraphs: readonly WordParagraph[], replacing: Replacing): Edit[] {
  let edits: Edit[] = []
  for (const { element, twins } of [...paragraphs].reverse()) {
    const replacement = replacing.replaced.get(element.start)
    const content = replacement && contentIn(part, element, replacing.styles)
    if (content === undefined || isSame(content, replacement!)) continue
    for (const own of [element, ...twins]) {
      const isInside = ({ start, end }: Edit) => start >= own.start && end <= own.end
      const inside = edits.filter(isInside).sort(byStart)
      const edit = editOf(part, own, replacement!, inside, replacing)
      if (edit === undefined) continue
      if (inside.length > 0) edits = edits.filter((other) => !isInside(other))
      edits.push(edit)
    }
  }
  return edits.sort(byStart)
}

/** A control that holds data from elsewhere shows these again as soon as Word opens it. One with words of its own does not hold them. */
function unbinding({ bindings }: WordParagraph, unbound: Set<XmlNode>): Edit[] {
  const still = bindings.filter((binding) => !unbound.has(binding))
  for (const binding of still) unbound.add(binding)
  return still.map(({ start, end }) => ({ start, end, by: '' }))
}

const byStart = (a: Edit, b: Edit) => a.start - b.start

function editOf(
  part: string,
  paragraph: XmlNode,
  replacement: Replacement,
  inside: readonly Edit[],
  { styles, languages }: Replacing,
): Edit | undefined {
  const content = contentIn(part, paragraph, styles)
  if (content === undefined) return undefined
  const [, prefix = ''] = /^<([^\s:/>]+:)?/u.exec(part.slice(paragraph.start, paragraph.contentStart))!
  const by = written(content, replacement, { part, prefix, languages, spelt: (raw) => spelt(part, raw, inside) })
  return { start: childOf(paragraph, 'w:pPr')?.end ?? paragraph.contentStart, end: paragraph.contentEnd, by }
}

/** What the encoding of a part lacks, XML can say otherwise. */
const inEncoding = (xml: string, encoding: Encoding): string =>
  encoding.charset.startsWith('utf-')
    ? xml
    : xml.replace(/\P{ASCII}/gu, (character) =>
        has(encoding, character) ? character : `&#${character.codePointAt(0)};`,
      )
