import { type Edit, edited } from '../text/edits.ts'
import { type Encoding, encodeText, has } from '../text/encoding.ts'
import { childOf } from '../text/xmlElements.ts'
import type { LanguagePair } from '../unit.ts'
import type { Original, Replacement } from './document.ts'
import { textPart } from './officePackage.ts'
import { unbinder } from './wordBindings.ts'
import { prefixOf } from './wordNames.ts'
import { openWord } from './wordPackage.ts'
import { paragraphsIn, type WordParagraph } from './wordParagraphs.ts'
import type { Styles } from './wordStyles.ts'
import { contentOf, isSame } from './wordTagged.ts'
import { written } from './wordWriter.ts'

/** The document with other texts in some of its paragraphs. Of its files only those change in which one of these stands. */
export async function finishWord(
  { bytes }: Original,
  replacements: readonly Replacement[],
  languages: LanguagePair,
): Promise<Uint8Array> {
  const { archive, styles } = await openWord(bytes)
  const contents = new Map<string, Uint8Array>()
  for (const [part, replaced] of byPart(replacements)) {
    const original = textPart(archive, part)
    if (original === undefined) continue
    const { text, encoding } = original
    const edits = await editsIn(part, text, { replaced, styles, languages })
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

function byPart(replacements: readonly Replacement[]): Map<string, Map<number, Replacement>> {
  const parts = new Map<string, Map<number, Replacement>>()
  for (const replacement of replacements) {
    const { part = '', start } = replacement.slot
    const replaced = parts.get(part) ?? new Map<number, Replacement>()
    parts.set(part, replaced.set(start, replacement))
  }
  return parts
}

async function editsIn(part: string, text: string, replacing: Replacing): Promise<Edit[]> {
  const edits: Edit[] = []
  const unbind = unbinder()
  for await (const paragraphs of paragraphsIn(part, text)) {
    const own = editsOf(text, paragraphs, replacing)
    if (own.length > 0) edits.push(...unbind(paragraphs[0]!.bindings), ...own)
  }
  return edits
}

/** A paragraph is written after those in its text boxes, which are then a part of what it is written from. */
function editsOf(text: string, paragraphs: readonly WordParagraph[], replacing: Replacing): Edit[] {
  let edits: Edit[] = []
  for (const { element, twins } of [...paragraphs].reverse()) {
    const replacement = replacing.replaced.get(element.start)
    const content = replacement && contentOf(element, text, replacing.styles)
    if (content === undefined || isSame(content, replacement!)) continue
    for (const own of [element, ...twins]) {
      const ownContent = own === element ? content : contentOf(own, text, replacing.styles)
      if (ownContent === undefined) continue
      const isInside = ({ start, end }: Edit) => start >= own.start && end <= own.end
      const inside = edits.filter(isInside).sort(byStart)
      if (inside.length > 0) edits = edits.filter((edit) => !isInside(edit))
      const writing = { part: text, prefix: prefixOf(own, text), languages: replacing.languages, inside }
      const start = childOf(own, 'w:pPr')?.end ?? own.contentStart
      edits.push({ start, end: own.contentEnd, by: written(ownContent, replacement!, writing) })
    }
  }
  return edits.sort(byStart)
}

const byStart = (a: Edit, b: Edit) => a.start - b.start

/** What the encoding of a part lacks, XML can say otherwise. */
const inEncoding = (xml: string, encoding: Encoding): string =>
  encoding.charset.startsWith('utf-')
    ? xml
    : xml.replace(/\P{ASCII}/gu, (character) =>
        has(encoding, character) ? character : `&#${character.codePointAt(0)};`,
      )
