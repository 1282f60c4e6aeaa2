import type { Code as CodeBlock, Heading, Html, Nodes, Parents, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { FormatError } from '../errors.ts'
import type { Kind } from '../unit.ts'
import type { Paragraph } from './document.ts'
import { readHtml } from './htmlReader.ts'
import { ANY_TAG, type Delimiter, htmlTag, type Inline, LINE_END, nest, tagged, tokens, words } from './inline.ts'
import { refuseCostly } from './markdownLimits.ts'
import { type MarkedText, markedIn, type Range } from './markdownMarks.ts'
import { writeMarkdown } from './markdownWriter.ts'
import { textDocument } from './textDocument.ts'

/**
 * CommonMark with the tables, footnotes and deletions of GitHub, and the marks site generators add. Front matter, rules, link
 * definitions and HTML without words are nothing to translate.
 */
export const markdown = textDocument({
  id: 'markdown',
  title: (m) => m.fileFormats.markdown,
  extensions: ['.md', '.markdown'],
  mediaType: 'text/markdown',
  read: readMarkdown,
  write: (replacement, was) => writeMarkdown(replacement, was, readMarkdown),
})

const FRONT_MATTER =
  /^(?:---[ \t]*(?:\r\n?|\n)(?:[\s\S]*?(?:\r\n?|\n))??---|\+\+\+[ \t]*(?:\r\n?|\n)(?:[\s\S]*?(?:\r\n?|\n))??\+\+\+)[ \t]*(?:\r\n?|\n|$)/u

function* readMarkdown(text: string): Generator<Paragraph> {
  const front = FRONT_MATTER.exec(text)?.[0] ?? ''
  const body = text.slice(front.length)
  refuseCostly(text)
  for (const { slot, ...paragraph } of readBody(body, front.split(/\r\n?|\n/u).length - 1)) {
    yield { ...paragraph, slot: { ...slot, start: slot.start + front.length, end: slot.end + front.length } }
  }
}

function readBody(body: string, linesBefore: number): Paragraph[] {
  const read = (text: string) => {
    const root = parsed(text)
    refuseDepth(root, linesBefore)
    return root
  }
  const plain = read(body)
  const marked = markedIn(body, () => rangesOf(plain))
  if (marked === undefined) return [...paragraphs(plain.children, { kind: 'paragraph', source: body })]
  const { text: source, titles, boxes } = marked
  const found = [...paragraphs(read(source).children, { kind: 'paragraph', source, boxes })]
  return [...found, ...titles.flatMap((title) => [...titled(title, body)])].sort((a, b) => a.slot.start - b.slot.start)
}

/** Where code and HTML stand. */
function rangesOf(root: Nodes): Range[] {
  const ranges: Range[] = []
  const waiting: Nodes[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'code' || node.type === 'html') ranges.push({ start: start(node), end: end(node) })
    else if ('children' in node) waiting.push(...node.children)
  }
  return ranges
}

/** A title as a paragraph of its own, read as a heading is. */
function* titled({ kind, ...place }: MarkedText, source: string): Generator<Paragraph> {
  const title = `# ${source.slice(place.start, place.end)}`
  const [heading] = parsed(title).children
  if (heading?.type !== 'heading') return
  for (const { text, codes } of worded(kind, inlines(heading, title), heading)) {
    yield { kind, text, codes, slot: { ...place, as: 'heading' } }
  }
}

/** Without what it does to the finished tree: that makes links of bare addresses, and forgets where they stood. */
const GFM = gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension)

const parsed = (text: string) => fromMarkdown(text, { extensions: [gfm()], mdastExtensions: GFM })

/** Nobody nests lists and quotations deeper; a file that does is after the stack. */
const DEEPEST = 100

function refuseDepth(root: Nodes, linesBefore: number): void {
  const waiting: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next
    if (depth > DEEPEST) throw new FormatError((m) => m.formats.tooDeep, linesBefore + node.position!.start.line)
    if ('children' in node) for (const child of node.children) waiting.push({ node: child, depth: depth + 1 })
  }
}

/** What paragraphs are where they stand, and the text they stand in. */
interface Surroundings {
  kind: Kind
  source: string
  boxes?: ReadonlySet<number>
}

function* paragraphs(nodes: readonly RootContent[], around: Surroundings): Generator<Paragraph> {
  const { kind, source, boxes } = around
  for (const node of nodes) {
    switch (node.type) {
      case 'heading':
        yield* worded('heading', headingInlines(node, source), node)
        break
      case 'paragraph':
        yield* worded(kind, inlines(node, source), node)
        break
      case 'blockquote':
        yield* paragraphs(node.children, { ...around, kind: 'quote' })
        break
      case 'list':
        for (const item of node.children) {
          yield* paragraphs(item.children, boxes?.has(start(item)) ? around : { ...around, kind: 'item' })
        }
        break
      case 'footnoteDefinition':
        yield* paragraphs(node.children, around)
        break
      case 'table':
        for (const row of node.children) {
          for (const cell of row.children) yield* worded('cell', inlines(cell, source), cell)
        }
        break
      case 'code':
        yield* codeBlock(node, source)
        break
      case 'html':
        if (!/^<(?:script|style|pre|textarea)\b/iu.test(node.value)) yield* htmlBlock(node, source)
        break
    }
  }
}

/** Nothing, where there is no more than markup. An image or a rule of dots is for the eye, not for the translator. */
function* worded(kind: Kind, content: readonly Inline[], node: Nodes, as: string = kind): Generator<Paragraph> {
  if (words(content).trim() === '') return
  const children = 'children' in node && node.children.length > 0 ? node.children : [node]
  yield { kind, ...tagged(content), slot: { start: start(children[0]!), end: end(children.at(-1)!), as } }
}

/**
 * The texts of a block of HTML, as the reader of HTML finds them; those in the markup of another stay. Where marks of a quotation
 * stand between its lines it is one text.
 */
function* htmlBlock(node: Html, source: string): Generator<Paragraph> {
  const unindented = (text: string) => text.replace(/(\r\n?|\n)[ \t]+/gu, '$1')
  const block = markup(node, source)
  if (unindented(block) !== unindented(node.value)) {
    const content = nest(tokens<Inline | Delimiter>(node.value, ANY_TAG, ([tag]) => htmlTag(tag)))
    yield* worded('other', content, node, 'html')
    return
  }
  let last = 0
  for (const { markup: _, slot, ...paragraph } of readHtml(block).texts) {
    // An attribute of MDX that is an expression.
    if (slot.start < last || (slot.as === 'bare' && paragraph.text.startsWith('{'))) continue
    last = slot.end
    yield {
      ...paragraph,
      slot: { start: start(node) + slot.start, end: start(node) + slot.end, as: `html ${slot.as}` },
    }
  }
}

/**
 * The text of a block of code. Its slot begins behind what stands in front of its first line, and remembers that of the others. None
 * where a tab is half indentation and half text.
 */
function* codeBlock(node: CodeBlock, source: string): Generator<Paragraph> {
  const text = node.value.split(/\r\n?|\n/u)
  const lines = [...markup(node, source).matchAll(/([^\r\n]*)(?:\r\n?|\n|$)/gu)]
  const isFenced = /^(?:`{3}|~{3})/u.test(lines[0]![0])
  const written = lines.slice(isFenced ? 1 : 0).slice(0, text.length)
  if (node.value.trim() === '' || !text.every((line, at) => written[at]?.[1]?.endsWith(line))) return
  const before = (at: number) => written[at]![1]!.slice(0, written[at]![1]!.length - text[at]!.length)
  const telling = text.findLastIndex((line) => line !== '')
  const slot = {
    start: start(node) + written[0]!.index + before(0).length,
    end: start(node) + written.at(-1)!.index + written.at(-1)![1]!.length,
    as: `code${before(telling)}`,
  }
  yield { kind: 'code', text: text.join('\n'), codes: [], slot }
}

const start = (node: Nodes) => node.position!.start.offset!
const end = (node: Nodes) => node.position!.end.offset!
const markup = (node: Nodes, source: string) => source.slice(start(node), end(node))

const inlines = (parent: Parents, source: string): Inline[] =>
  nest((parent.children as PhrasingContent[]).flatMap((node) => inline(node, source)))

/** An id behind a heading, in braces with or without comment marks: site generators' anchors, words and emphasis to CommonMark. */
const HEADING_ID = /^(#{1,6}[ \t].*?)(?<![ \t])[ \t]*(\{(?:#[^{}\s]+|\/\*(?:(?!\*\/).)*\*\/)\})[ \t]*$/u

function headingInlines(node: Heading, source: string): Inline[] {
  const [, title, id] = HEADING_ID.exec(markup(node, source)) ?? []
  if (title === undefined || id === undefined) return inlines(node, source)
  const [alone] = parsed(title).children
  return [...(alone?.type === 'heading' ? inlines(alone, title) : []), ' ', { open: id }]
}

function inline(node: PhrasingContent, source: string): (Inline | Delimiter)[] {
  switch (node.type) {
    case 'text':
      return [node.value]
    case 'inlineCode':
      return [{ ...fences(markup(node, source), node.value), content: [node.value] }]
    case 'break':
      return [{ open: markup(node, source) }, LINE_END]
    case 'html':
      return htmlTag(markup(node, source))
    case 'image':
    case 'imageReference':
      return node.alt
        ? [
            {
              ...reference(node, around(node, source, /^!\[/u, /\](?:\([\s\S]*\)|\[[^[\]]*\])?$/u)),
              content: [node.alt],
            },
          ]
        : [{ open: markup(node, source) }]
    default: {
      if (!('children' in node) || node.children.length === 0) return [{ open: markup(node, source) }]
      const open = source.slice(start(node), start(node.children[0]!))
      const close = source.slice(end(node.children.at(-1)!), end(node))
      const content = inlines(node, source)
      // An address that stands bare in the text is read as a link.
      return open === '' ? content : [{ ...reference(node, { open, close }), content }]
    }
  }
}

/** A reference that is its own label says it apart, for its words will be others. */
function reference(node: PhrasingContent, { open, close }: { open: string; close: string }) {
  const isOwnLabel = 'referenceType' in node && node.referenceType !== 'full'
  return { open, close: isOwnLabel ? `][${node.label}]` : close }
}

/** The marks around code in a line, with the space on either side that is not part of it. */
function fences(whole: string, code: string): { open: string; close: string } {
  const [marks = ''] = /^`+/u.exec(whole) ?? []
  const space = whole.length - 2 * marks.length > code.length ? 1 : 0
  const width = marks.length + space
  return { open: whole.slice(0, width), close: whole.slice(-width) }
}

/** The markup before and behind a node whose words are not nodes of their own. */
function around(node: Nodes, source: string, before: RegExp, behind: RegExp): { open: string; close: string } {
  const whole = markup(node, source)
  return { open: before.exec(whole)?.[0] ?? '', close: behind.exec(whole)?.[0] ?? '' }
}
