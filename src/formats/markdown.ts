import type { Heading, Nodes, Parents, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { FormatError } from '../errors.ts'
import type { Kind } from '../unit.ts'
import type { DocumentFormat, Paragraph } from './document.ts'
import { ANY_TAG, type Delimiter, htmlTag, type Inline, LINE_END, nest, tagged, tokens, words } from './inline.ts'

/** CommonMark. Front matter, rules, link definitions and HTML without words are nothing to translate. */
export const markdown: DocumentFormat = {
  id: 'markdown',
  extensions: ['.md', '.markdown'],
  mediaType: 'text/markdown',

  *read(text) {
    const source = text
      .replace(/^\uFEFF/u, '')
      .replace(/\r\n?/gu, '\n')
      .replace(FRONT_MATTER, '')
    const root = fromMarkdown(source)
    refuseDepth(root)
    yield* paragraphs(root.children, 'paragraph', source)
  },
}

const FRONT_MATTER = /^(?:---[ \t]*\n(?:[\s\S]*?\n)??---|\+\+\+[ \t]*\n(?:[\s\S]*?\n)??\+\+\+)[ \t]*(?:\n|$)/u

/** Nobody nests lists and quotations deeper; a file that does is after the stack. */
const DEEPEST = 100

function refuseDepth(root: Nodes): void {
  const waiting: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next
    if (depth > DEEPEST) throw new FormatError((m) => m.formats.tooDeep, node.position?.start.line)
    if ('children' in node) for (const child of node.children) waiting.push({ node: child, depth: depth + 1 })
  }
}

function* paragraphs(nodes: readonly RootContent[], kind: Kind, source: string): Generator<Paragraph> {
  for (const node of nodes) {
    switch (node.type) {
      case 'heading':
        yield* worded('heading', headingInlines(node, source))
        break
      case 'paragraph':
        yield* worded(kind, inlines(node, source))
        break
      case 'blockquote':
        yield* paragraphs(node.children, 'quote', source)
        break
      case 'list':
        for (const item of node.children) yield* paragraphs(item.children, 'item', source)
        break
      case 'code':
        if (node.value.trim() !== '') yield { kind: 'code', text: node.value, codes: [] }
        break
      case 'html':
        if (!/^<(?:script|style)\b/iu.test(node.value)) {
          yield* worded('other', nest(tokens<Inline | Delimiter>(node.value, ANY_TAG, ([tag]) => htmlTag(tag))))
        }
        break
    }
  }
}

/** Nothing, where there is no more than markup. An image or a rule of dots is for the eye, not for the translator. */
function* worded(kind: Kind, content: readonly Inline[]): Generator<Paragraph> {
  if (words(content).trim() !== '') yield { kind, ...tagged(content) }
}

const start = (node: Nodes) => node.position!.start.offset!
const end = (node: Nodes) => node.position!.end.offset!
const markup = (node: Nodes, source: string) => source.slice(start(node), end(node))

const inlines = (parent: Parents, source: string): Inline[] =>
  nest((parent.children as PhrasingContent[]).flatMap((node) => inline(node, source)))

/** An id behind a heading, in braces with or without comment marks: site generators' anchors, words and emphasis to CommonMark. */
const HEADING_ID = /^(#{1,6}[ \t].*?)[ \t]*(\{(?:#[^{}\s]+|\/\*.*?\*\/)\})[ \t]*$/u

function headingInlines(node: Heading, source: string): Inline[] {
  const [, title, id] = HEADING_ID.exec(markup(node, source)) ?? []
  if (title === undefined || id === undefined) return inlines(node, source)
  const [alone] = fromMarkdown(title).children
  return [...(alone?.type === 'heading' ? inlines(alone, title) : []), ' ', { open: id }]
}

function inline(node: PhrasingContent, source: string): (Inline | Delimiter)[] {
  switch (node.type) {
    case 'text':
      return [node.value]
    case 'inlineCode':
      return [{ ...around(node, source, /^`+ ?/u, / ?`+$/u), content: [node.value] }]
    case 'break':
      return [{ open: markup(node, source) }, LINE_END]
    case 'html':
      return htmlTag(markup(node, source))
    case 'image':
    case 'imageReference':
      return node.alt
        ? [{ ...around(node, source, /^!\[/u, /\](?:\([\s\S]*\)|\[[^[\]]*\])?$/u), content: [node.alt] }]
        : [{ open: markup(node, source) }]
    default:
      return 'children' in node && node.children.length > 0
        ? [
            {
              open: source.slice(start(node), start(node.children[0]!)),
              close: source.slice(end(node.children.at(-1)!), end(node)),
              content: inlines(node, source),
            },
          ]
        : [{ open: markup(node, source) }]
  }
}

/** The markup before and behind a node whose words are not nodes of their own. */
function around(node: Nodes, source: string, before: RegExp, behind: RegExp): { open: string; close: string } {
  const whole = markup(node, source)
  return { open: before.exec(whole)?.[0] ?? '', close: behind.exec(whole)?.[0] ?? '' }
}
