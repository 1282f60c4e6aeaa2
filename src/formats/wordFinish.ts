import { type Edit, edited } from '../text/edits.ts'
import { encodeText, referring } from '../text/encoding.ts'
import { isSame } from '../text/tags.ts'
import { childOf } from '../text/xmlElements.ts'
import type { LanguagePair } from '../unit.ts'
import type { Original, Replacement } from './document.ts'
import { unbinder } from './wordBindings.ts'
import { prefixOf } from './wordNames.ts'
import { openPart, openWord, type WordPart } from './wordPackage.ts'
import { paragraphsIn, type WordParagraph } from './wordParagraphs.ts'
import { contentOf } from './wordTagged.ts'
import { written } from './wordWriter.ts'

/** The document with other texts in some of its paragraphs. Of its files only those change in which one of these stands. */
export async function finishWord(
  { bytes }: Original,
  replacements: readonly Replacement[],
  languages: LanguagePair,
): Promise<Uint8Array> {
  const word = await openWord(bytes)
  const contents = new Map<string, Uint8Array>()
  for (const [name, replaced] of byPart(replacements)) {
    const part = await openPart(word, name)
    if (part === undefined) continue
    const { text, encoding } = part
    const edits = await editsIn(part, { replaced, languages })
    if (edits.length > 0) contents.set(name, encodeText(referring(edited(text, edits), encoding), encoding))
  }
  return contents.size === 0 ? bytes : word.archive.with(contents)
}

interface Replacing {
  /** By where the tag of their paragraph begins. */
  replaced: ReadonlyMap<number, Replacement>
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

async function editsIn(part: WordPart, replacing: Replacing): Promise<Edit[]> {
  const edits: Edit[] = []
  const unbind = unbinder()
  for await (const paragraphs of paragraphsIn(part)) {
    const own = editsOf(part, paragraphs, replacing)
    if (own.length > 0) edits.push(...unbind(paragraphs[0]!.bindings), ...own)
  }
  return edits
}

/** A paragraph is written after those in its text boxes, which are then a part of what it is written from. */
function editsOf(part: WordPart, paragraphs: readonly WordParagraph[], { replaced, languages }: Replacing): Edit[] {
  let edits: Edit[] = []
  for (const { element, twins } of [...paragraphs].reverse()) {
    const replacement = replaced.get(element.start)
    const content = replacement && contentOf(element, part)
    if (content === undefined || isSame(content, replacement!)) continue
    for (const own of [element, ...twins]) {
      const ownContent = own === element ? content : contentOf(own, part)
      if (ownContent === undefined) continue
      const isInside = ({ start, end }: Edit) => start >= own.start && end <= own.end
      const inside = edits.filter(isInside).sort(byStart)
      if (inside.length > 0) edits = edits.filter((edit) => !isInside(edit))
      const writing = { part: part.text, prefix: prefixOf(own, part.text), languages, inside }
      const start = childOf(own, 'w:pPr')?.end ?? own.contentStart
      edits.push({ start, end: own.contentEnd, by: written(ownContent, replacement!, writing) })
    }
  }
  return edits.sort(byStart)
}

const byStart = (a: Edit, b: Edit) => a.start - b.start
