import { isAscii, isUtf8 } from 'node:buffer'
import { type Edit, edited } from '../text/edits.ts'
import type { Encoding } from '../text/encoding.ts'
import { isSame } from '../text/tags.ts'
import { declaredIn } from '../text/xmlDeclaration.ts'
import type { Code, LanguagePair } from '../unit.ts'
import type { Replacement } from './document.ts'
import { type NamedLanguage, readHtml } from './htmlReader.ts'
import type { Span } from './htmlTokens.ts'
import { type HtmlWriter, htmlWriter } from './htmlWriter.ts'
import { inLanguage } from './languages.ts'
import { decodedDocument } from './textDocument.ts'

/**
 * HTML as browsers read it, and XHTML. Texts in attributes are paragraphs of their own, whose slots may lie in that of the
 * sentence their element stands in. Scripts, styles and what says `translate="no"` are markup.
 */
export const html = decodedDocument({
  id: 'html',
  title: (m) => m.fileFormats.html,
  extensions: ['.html', '.htm', '.xhtml'],
  mediaType: 'text/html',
  declared: charsetIn,
  *read(source) {
    for (const { markup: _, ...paragraph } of readHtml(source).texts) yield paragraph
  },
  edits: htmlEdits,
})

const META_CHARSET = /<meta\s[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/iu

const charsetNamed = (opening: string): string | undefined =>
  declaredIn(opening) ?? META_CHARSET.exec(opening.replace(/<!--[\s\S]*?-->/gu, ''))?.[1]

/** The encoding a document names. Bytes that can only be UTF-8 are it whatever they say, and any that say so have to prove it. */
function charsetIn(opening: string, bytes: Uint8Array): string | undefined {
  const charset = charsetNamed(opening)
  const isProved = isUtf8(bytes) && !isAscii(bytes)
  return charset === undefined || isProved || /^utf-?(?:8|16)/iu.test(charset) ? undefined : charset
}

/** Characters in which a document names its encoding. */
const OPENING = 1024

function htmlEdits(
  source: string,
  replacements: readonly Replacement[],
  languages: LanguagePair,
  encoding: Encoding,
): Edit[] {
  const document = readHtml(source)
  const texts = new Map(document.texts.map((text) => [placeOf(text), text]))
  const changed = replacements.filter((replacement) => {
    const there = texts.get(placeOf(replacement))
    return there === undefined || !isSame(there, replacement)
  })
  if (changed.length === 0) return []

  const isNamed = charsetNamed(source.slice(0, OPENING)) !== undefined
  const writer = htmlWriter(source, encoding, isNamed)
  const write = (replacement: Replacement): Edit => {
    const { start, end } = replacement.slot
    return { start, end, by: writer.text(replacement, source.slice(start, end)) }
  }
  const marked = (replacement: Replacement) => (texts.get(placeOf(replacement))?.markup.length ?? 0) > 0
  const plain = [
    ...changed.filter((replacement) => !marked(replacement)).map(write),
    ...renamed(document.languages, languages, writer),
  ].sort((a, b) => a.start - b.start)

  const edits: Edit[] = []
  let next = 0
  for (const replacement of changed.filter(marked)) {
    const { start, end } = replacement.slot
    while (next < plain.length && plain[next]!.start < start) edits.push(plain[next++]!)
    const inside: Edit[] = []
    while (next < plain.length && plain[next]!.start < end) inside.push(plain[next++]!)
    const { markup } = texts.get(placeOf(replacement))!
    edits.push(write({ ...replacement, codes: withMarkup(replacement.codes, markup, inside, source) }))
  }
  return [...edits, ...plain.slice(next)]
}

const placeOf = ({ slot }: Pick<Replacement, 'slot'>) => `${slot.start} ${slot.end}`

/** The language of the document and its parts, where it was the source. A text in a third language stays in it. */
const renamed = (named: readonly NamedLanguage[], { source, target }: LanguagePair, writer: HtmlWriter): Edit[] =>
  named
    .filter(({ language }) => TAG.test(language) && inLanguage([language], source, String) !== undefined)
    .map(({ language, slot: { start, end, as } }) => {
      // Open Graph parts a language and its region by a low line.
      const by = language.includes('_') ? target.replaceAll('-', '_') : target
      return { start, end, by: writer.value(by, as) }
    })

const TAG = /^[a-z]{2,3}(?:[-_][a-z\d]{1,8})*$/iu

/**
 * The codes of a text, with what was edited in their markup. They are told by their markup; of several that look alike, the
 * first in the document is the first in the table.
 */
function withMarkup(
  codes: readonly Code[],
  markup: readonly Span[],
  inside: readonly Edit[],
  source: string,
): readonly Code[] {
  const rewritten = new Map<string, string[]>()
  for (const { start, end } of markup) {
    const edits = inside
      .filter((edit) => edit.start >= start && edit.end <= end)
      .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }))
    const was = source.slice(start, end)
    const alike = rewritten.get(was)
    if (alike === undefined) rewritten.set(was, [edited(was, edits)])
    else alike.push(edited(was, edits))
  }
  return codes.map((code) => {
    const alike = rewritten.get(code.open)
    if (alike === undefined) return code
    const open = alike.length > 1 ? alike.shift()! : alike[0]!
    return { ...code, open }
  })
}
