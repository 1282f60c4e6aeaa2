import { native } from '../text/tags.ts'
import type { Paragraph } from './document.ts'
import { type Delimiter, htmlTag, INLINE_TAG, type Inline, nest, tagged, tokens, words } from './inline.ts'
import { type Block, blocks } from './lines.ts'
import { textDocument } from './textDocument.ts'
import { wrapped } from './wrap.ts'

/** Plain text as the press sends it: a line a paragraph or hard-wrapped, with scraps of Markdown and HTML in it. */
export const text = textDocument({
  id: 'text',
  title: (m) => m.fileFormats.text,
  extensions: ['.txt'],
  mediaType: 'text/plain',

  *read(source) {
    let first = true
    for (const block of blocks(source)) {
      const read = paragraph(block, first)
      if (read !== undefined) yield read
      first = false
    }
  },

  write: ({ text, codes }, was) => wrapped(native(text, codes), was),
})

const HEADING = /^#{1,6}[ \t]+(?=\S)/u
const ITEM = /^(?:[-–•●▪◦‣·*+]|\d{1,3}[.)°]|\(?[a-z\d]{1,2}\))[ \t\u00A0]+\S/u
const RULE = /^[\s\-*_=~#+.]+$/u

/** Nothing, where no more than markup stands in it. */
function paragraph({ text, start, end, quoted }: Block, first: boolean): Paragraph | undefined {
  const heading = HEADING.exec(text)?.[0] ?? ''
  const content = inlines(text.slice(heading.length))
  const shown = words(content).trim()
  if (shown === '') return undefined
  const kind = heading !== '' ? 'heading' : RULE.test(shown) ? 'other' : ITEM.test(shown) ? 'item' : 'paragraph'
  return {
    kind: kind !== 'paragraph' ? kind : quoted > 0 ? 'quote' : isHeadline(shown, first) ? 'heading' : kind,
    ...tagged(content),
    slot: { start: start + heading.length, end },
  }
}

const LONGEST_HEADLINE = 120
/** The line a dispatch begins with tells the whole story. */
const LONGEST_FIRST_HEADLINE = 300

const ENDS_LIKE_TEXT = /[.!?…:;,][\s»”’"')\]]*$/u
const BEGINS_LIKE_TEXT = /^(?:[\p{Ll}([\-–—]|["«“][^"»”]*$)/u
const HOLDS_A_SENTENCE_END = /\p{Ll}{2}[.!?…][»”"]?\s+[«“"]?\p{Lu}/u

const isHeadline = (line: string, first: boolean) =>
  line.length <= (first ? LONGEST_FIRST_HEADLINE : LONGEST_HEADLINE) &&
  /\p{L}/u.test(line) &&
  !ENDS_LIKE_TEXT.test(line) &&
  !BEGINS_LIKE_TEXT.test(line) &&
  !HOLDS_A_SENTENCE_END.test(line)

const LINK = '(?<image>!?)\\[(?<label>[^[\\]]{1,1000})\\](?<address>\\((?:https?:|mailto:|[./#])[^\\s()]*\\))'
const STARS = '(?<![\\\\*])(?<stars>\\*{1,3})(?!\\*)'
const MARKUP = new RegExp(`${LINK}|${STARS}|${INLINE_TAG.source}`, 'giu')

/** Only what is markup beyond doubt: paired stars that hug their words, tags known from HTML, links with an address. */
function inlines(line: string): Inline[] {
  return nest(
    tokens<Inline | Delimiter>(line, MARKUP, (match) => {
      const { image, label, address, stars } = match.groups!
      if (label !== undefined) return [{ open: `${image}[`, close: `]${address}`, content: inlines(label) }]
      if (stars === undefined) return htmlTag(match[0])
      const before = line.slice(0, match.index).at(-1) ?? ' '
      const behind = line[match.index + stars.length] ?? ' '
      return [
        {
          name: stars,
          markup: stars,
          opens: /\S/u.test(behind) && (stars !== '*' || !/[\p{L}\p{N}]/u.test(before)),
          closes: /\S/u.test(before) && (stars !== '*' || !/[\p{L}\p{N}]/u.test(behind)),
          alone: stars,
        },
      ]
    }),
  )
}
