import type { Html, PhrasingContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { native, pieces, type Tagged } from '../text/tags.ts'
import type { Code } from '../unit.ts'
import type { Paragraph, Replacement } from './document.ts'
import { htmlWriter } from './htmlWriter.ts'
import { breaksOf, wrapped } from './wrap.ts'

/** A text as Markdown, in the lines and behind the marks of what it takes the place of. `read` tells whether it came out as meant. */
export function writeMarkdown(
  { slot, ...replacement }: Replacement,
  was: string,
  read: (text: string) => Iterable<Paragraph>,
): string {
  const { as = '' } = slot
  const { text, codes } = replacement
  if (as.startsWith('html '))
    return htmlBehind({ slot: { ...slot, as: as.slice('html '.length) }, ...replacement }, was)
  if (as === 'html') return behindFirst(native(text, codes), was)
  if (as.startsWith('code')) return linesBehind(as.slice('code'.length), text, was)
  const hugging = { text: hugged(text, codes), codes }
  const written = phrasing(hugging)
  const [reread] = read((as === 'heading' ? '# ' : '') + written + definitions(codes))
  const safe = shape(reread?.text) === shape(hugging.text) ? written : phrasing(inHtml(hugging))
  return as === 'cell' ? inCell(safe) : inLines(safe, was)
}

/** A text whatever the numbers of its tags. */
const shape = (text = '') => text.replace(/<(\/?)\d+(\/?)>/gu, '<$1$2>')

/** What the references of a text refer to, somewhere else in the document. */
const definitions = (codes: readonly Code[]) =>
  codes
    .flatMap(({ open, close = open }) => /\[([^[\]]+)\]$/u.exec(close)?.[1] ?? [])
    .map((label) => `\n\n[${label}]: a`)
    .join('')

/** Markdown says nothing of its encoding, and has every character. */
const UTF_8 = { charset: 'utf-8', marked: false }

const htmlBehind = (replacement: Replacement, was: string): string =>
  behindFirst(htmlWriter(was, UTF_8, true).text(replacement, was), was)

/** An element that begins a block of HTML because it stands alone on its line has to do so still. */
function behindFirst(html: string, was: string): string {
  const first = /^[^\r\n]*/u.exec(was)![0].trimEnd()
  return first !== was && html.startsWith(first)
    ? first + /\r\n?|\n/u.exec(was)![0] + html.slice(first.length).trimStart()
    : html
}

function linesBehind(prefix: string, text: string, was: string): string {
  const lineEnd = /\r\n?|\n/u.exec(was)?.[0] ?? '\n'
  const [first = '', ...others] = text.split('\n')
  return [first, ...others.map((line) => (line === '' ? prefix.trimEnd() : prefix + line))].join(lineEnd)
}

/** A hard line end keeps its place; what stands between two is wrapped as it was. */
function inLines(markdown: string, was: string): string {
  const { lineEnd, indentation } = breaksOf(was) ?? { lineEnd: '\n', indentation: '' }
  return markdown
    .split(/\r\n?|\n/u)
    .map((line, at) => {
      const whole = at === 0 ? line : line.trimStart()
      const hard = /(?<! ) {2,}$/u.exec(whole)?.[0] ?? ''
      return wrapped(whole.slice(0, whole.length - hard.length), was) + hard
    })
    .join(lineEnd + indentation)
}

/** A bar would end the cell. */
const inCell = (markdown: string) =>
  markdown.replace(/(?<!\\)((?:\\\\)*)\|/gu, '$1\\|').replace(/(?<!\s)\s*[\r\n]\s*/gu, ' ')

/** Emphasis holds only where its marks touch the words: white space inside a pair goes outside. */
function hugged(text: string, codes: readonly Code[]): string {
  const marks = codes.filter(({ open }) => EMPHASIS.has(open)).map(({ number }) => number)
  return marks.reduce(
    (text, number) =>
      text
        .replace(new RegExp(`<${number}>(\\s+)`, 'gu'), `$1<${number}>`)
        .replace(new RegExp(`(?<!\\s)(\\s+)</${number}>`, 'gu'), `</${number}>$1`),
    text,
  )
}

/** What marks emphasis, and the element that is it wherever it stands. */
const EMPHASIS: ReadonlyMap<string, string> = new Map([
  ['*', 'em'],
  ['_', 'em'],
  ['**', 'strong'],
  ['__', 'strong'],
  ['~~', 'del'],
  ['~', 'del'],
])

/** Marks beside a letter or another mark may mean nothing: elements always do. */
const inHtml = ({ text, codes }: Tagged): Tagged => ({
  text,
  codes: codes.map((code) => {
    const element = EMPHASIS.get(code.open)
    return element === undefined ? code : { ...code, open: `<${element}>`, close: `</${element}>` }
  }),
})

/** What stands as it is written: the inside of code and of an address in angle brackets. */
const RAW = /^(?:`|<$)/u
const ADDRESS = /((?:https?:\/\/|www\.)[^\s<]*[^\s<.,;:!?)»”’"'])/iu

function phrasing({ text, codes }: Tagged): string {
  const table = new Map(codes.map((code) => [code.number, code]))
  const children: PhrasingContent[] = []
  let raw = 0
  let markup = ''
  for (const piece of pieces(text, codes)) {
    if (piece.type === 'text') {
      const content = /[\r\n]$/u.test(markup) ? piece.text.trimStart() : piece.text
      children.push(...(raw > 0 ? [asIs(content)] : words(content, piece.end < text.length)))
      continue
    }
    const { open, close = '' } = table.get(piece.number)!
    if (RAW.test(open)) raw += piece.type === 'open' ? 1 : piece.type === 'close' ? -1 : 0
    markup = piece.type === 'close' ? close : open
    children.push(asIs(markup))
  }
  return toMarkdown({ type: 'paragraph', children }, { extensions: [gfmToMarkdown()] }).replace(/\n$/u, '')
}

const asIs = (value: string): Html => ({ type: 'html', value })

/** Words with their addresses as they are. What would make something else of the address or the markup behind it is escaped. */
function words(text: string, isMarkupBehind: boolean): PhrasingContent[] {
  const parts = text.split(ADDRESS)
  return parts.flatMap((part, at) => {
    if (at % 2 === 1) return asIs(part)
    const isLast = at === parts.length - 1
    const last = (isLast ? isMarkupBehind && /[!<]$/u.exec(part) : /<$/u.exec(part)) || ['']
    const value = part.slice(0, part.length - last[0].length)
    return last[0] === '' ? { type: 'text', value } : [{ type: 'text', value }, asIs(`\\${last[0]}`)]
  })
}
