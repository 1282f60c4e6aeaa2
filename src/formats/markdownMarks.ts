import type { Kind } from '../unit.ts'

/** A text among the marks: the title of a coloured box, what an abbreviation is short for. UTF-16 offsets, `end` exclusive. */
export interface MarkedText {
  kind: Kind
  start: number
  end: number
}

/** A document as CommonMark should read it. */
export interface Marked {
  /** As long as the document, and the same but for the marks. */
  text: string
  titles: MarkedText[]
  /** Where boxes begin whose paragraphs are indented: lists to CommonMark. */
  boxes: ReadonlySet<number>
}

export interface Range {
  start: number
  end: number
}

interface Line {
  start: number
  /** What stands before the words: indentation, marks of quotations. */
  before: string
  words: string
}

/** Lines a site generator or an editor reads, and CommonMark takes for words: they are blank to it. */
const ALONE: readonly RegExp[] = [
  // Tags of Liquid, shortcodes of Hugo.
  /^(?:(?:\{%(?:(?!%\}).)*%\}|\{\{[<%](?:(?![%>]\}\}).)*[%>]\}\})\s*)+$/u,
  // Attributes and tables of contents of kramdown, Python-Markdown and VuePress; comments of MDX, targets of MyST.
  /^\{:[^{}]*\}\s*$/u,
  /^\[(?:TOC|\[toc\])\]\s*$/iu,
  /^\{\/\*.*\*\/\}\s*$/u,
  /^\([\w-]+\)=\s*$/u,
]

/** A line with a title in it. */
const TITLED: readonly { pattern: RegExp; kind: Kind }[] = [
  // `:::note Titre`, `:::note[Titre]`, `::: {.note}` and the `:::` that ends it.
  {
    pattern:
      /^:{3,}[ \t]*(?:\{[^{}]*\}|[\w-]+(?:\[(?=.*\])|[ \t]+(?=[^\s{])|))?(?<title>.*?)\]?(?:[ \t]*\{[^{}]*\})?\s*$/u,
    kind: 'heading',
  },
  // `*[OSCE]: Organisation …`
  { pattern: /^\*\[[^\]]+\]:[ \t]+(?<title>.*?)\s*$/u, kind: 'other' },
]
/** The first line of a quotation that is shown as a box. */
const CALLOUT = /^\[![a-z][\w-]*\][+-]?[ \t]*(?<title>.*?)\s*$/iu
/** `!!! note "Titre"`, `??? note`, `=== "Onglet"`, with paragraphs indented below. */
const BOX = /^(?:(?:!!!|\?\?\?\+?)[ \t]+[a-z][\w -]*?|===)[ \t]*(?:"(?<title>[^"]*)")?\s*$/u
/** What CommonMark reads instead of it: the point of a list, with a rule for its text. */
const BOX_MARK = '- ***'

const FORMULA = /^(?:\$\$|\\\[\s*$)/u
const FORMULA_END = /(?:\$\$|\\\])\s*$/u
const CODE_OF_MDX =
  /^(?:import\s+(?:['"]|[\w*{][^'"]*\sfrom\s+['"]|\{\s*$)|export\s+(?:const|let|var|function|default|async|class)\s|export\s+[{*])/u

/** `: Définition` below its term. A colon that was wrapped there stands before words it introduces. */
const DEFINITION = /^:(?=[ \t]+[^\s«“"])/u
const TERM = /^[^\s#>|:*+-].{0,98}[^\s.,;:]$/u

const ANY = /^[ \t>]*(?::|\*\[|\[|!!!|\?\?\?|===|\$\$|\\\[|\{|\(|import\s|export\s)/mu

/** The marks of a document outside of its code and HTML; nothing where it has none. `codes` are read when they are needed. */
export function markedIn(text: string, codes: () => readonly Range[]): Marked | undefined {
  if (!ANY.test(text)) return undefined
  const marks = new Marks(text, codes())
  for (let at = 0; at < marks.lines.length; at++) at = marks.read(at)
  return marks.isEmpty ? undefined : marks.done()
}

class Marks {
  readonly lines: readonly Line[]
  readonly #text: string
  /** Those that are still to come, the next one last. */
  readonly #codes: Range[]
  readonly #masks: { start: number; length: number; by: string }[] = []
  readonly #titles: MarkedText[] = []
  readonly #boxes = new Set<number>()
  readonly #definitions = new Set<number>()
  /** Whether one may still end further down. */
  #formulasEnd = true

  constructor(text: string, codes: readonly Range[]) {
    this.#text = text
    this.#codes = codes.toSorted((a, b) => b.start - a.start)
    this.lines = Array.from(text.matchAll(/([ \t>]*)([^\r\n]*)(?:\r\n?|\n|$)/gu), ({ index, 1: before, 2: words }) => ({
      start: index,
      before: before!,
      words: words!,
    }))
  }

  get isEmpty(): boolean {
    return this.#masks.length === 0
  }

  /** Reads a line, and answers the last one it belongs together with. */
  read(at: number): number {
    const line = this.lines[at]!
    const { words, before } = line
    if (words === '' || this.#isCode(line)) return at
    if (ALONE.some((pattern) => pattern.test(words))) return this.#mask(at)
    for (const { pattern, kind } of TITLED) {
      const title = pattern.exec(words)
      if (title) return this.#titled(at, title.groups!['title'], kind)
    }
    const callout = before.includes('>') ? CALLOUT.exec(words) : null
    if (callout) return this.#titled(at, callout.groups!['title'], 'heading')
    const box = BOX.exec(words)
    if (box && words.length >= BOX_MARK.length && !(words.startsWith('===') && box.groups!['title'] === undefined)) {
      this.#boxes.add(line.start + before.length)
      return this.#titled(at, box.groups!['title'], 'heading', BOX_MARK)
    }
    if (FORMULA.test(words)) return this.#masked(at, this.#endOfFormula(at))
    if (before === '' && CODE_OF_MDX.test(words) && this.#isBlank(at - 1)) return this.#masked(at, this.#endOfBlock(at))
    if (DEFINITION.test(words) && this.#defines(at)) {
      this.#definitions.add(at)
      this.#masks.push({ start: line.start + before.length, length: 1, by: '-' })
    }
    return at
  }

  done(): Marked {
    let text = ''
    let end = 0
    for (const { start, length, by } of this.#masks) {
      // Four spaces in a row would go on with code that stands above.
      text += this.#text.slice(end, start) + by.padEnd(length, by === '' ? '\n   ' : ' ')
      end = start + length
    }
    return { text: text + this.#text.slice(end), titles: this.#titles, boxes: this.#boxes }
  }

  #isCode({ start, before }: Line): boolean {
    const at = start + before.length
    while (this.#codes.length > 0 && this.#codes.at(-1)!.end <= at) this.#codes.pop()
    return (this.#codes.at(-1)?.start ?? Number.POSITIVE_INFINITY) <= at
  }

  #mask(at: number, by = ''): number {
    const { start, before, words } = this.lines[at]!
    this.#masks.push({ start: start + before.length, length: words.length, by })
    return at
  }

  #masked(from: number, to: number | undefined): number {
    if (to === undefined) return from
    for (let at = from; at <= to; at++) this.#mask(at)
    return to
  }

  #titled(at: number, title = '', kind: Kind, by?: string): number {
    const { start, before, words } = this.lines[at]!
    const place = start + before.length + words.lastIndexOf(title)
    if (/\S/u.test(title)) this.#titles.push({ kind, start: place, end: place + title.length })
    return this.#mask(at, by)
  }

  /** On its own line or a later one; a formula that never ends is none. */
  #endOfFormula(at: number): number | undefined {
    if (FORMULA_END.test(this.lines[at]!.words.slice(2))) return at
    for (let line = at + 1; this.#formulasEnd && line < this.lines.length; line++) {
      if (FORMULA_END.test(this.lines[line]!.words)) return line
    }
    this.#formulasEnd = false
    return undefined
  }

  #endOfBlock(at: number): number {
    let end = at
    while (end + 1 < this.lines.length && !this.#isBlank(end + 1)) end++
    return end
  }

  #isBlank(at: number): boolean {
    const line = this.lines[at]
    return line === undefined || line.words.trim() === '' || this.#masks.at(-1)?.start === line.start
  }

  #defines(at: number): boolean {
    if (this.#definitions.has(at - 1)) return true
    const term = this.lines[at - 1]
    return term !== undefined && TERM.test(term.words) && this.#isBlank(at - 2)
  }
}
