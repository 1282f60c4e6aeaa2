import type { Slot } from '../unit.ts'
import { languagesIn, textsIn, valueSlot } from './htmlAttributes.ts'
import { isBlock, isUnseen } from './htmlElements.ts'
import { type Look, lookOf, type Piece } from './htmlPieces.ts'
import { type HtmlText, paragraphOf } from './htmlRun.ts'
import { type Context, OpenElements, offered } from './htmlStack.ts'
import { htmlTokens, type Span, type StartTag } from './htmlTokens.ts'

/** What an HTML document holds for a translator. */
export interface HtmlDocument {
  /** In the order they begin in. One may stand in the markup of another: the alternative text of a picture in a sentence. */
  texts: HtmlText[]
  /** Where what is offered says its language. */
  languages: NamedLanguage[]
}

export interface NamedLanguage {
  language: string
  slot: Slot
}

export function readHtml(source: string): HtmlDocument {
  const reader = new Reader(source)
  for (const token of htmlTokens(source)) {
    if (token.type === 'open') reader.open(token)
    else if (token.type === 'close') reader.close(token.name, token)
    else if (token.type === 'text') reader.text(token.words, token)
    else reader.comment(token)
  }
  return reader.end()
}

/** Pieces of a paragraph. Nobody marks up more, and the numbers of its tags would run out. */
const MOST_PIECES = 5000

type Hidden = Extract<Piece, { type: 'alone' }>

class Reader {
  readonly #source: string
  readonly #elements = new OpenElements()
  readonly #texts: HtmlText[] = []
  readonly #languages: NamedLanguage[] = []
  /** What stands between two blocks, where it began, and the texts in its markup. */
  #pieces: Piece[] = []
  #context: Context | undefined
  #inMarkup: HtmlText[] = []
  /** The piece that takes up what is not offered, as long as nothing else comes. */
  #hidden: Hidden | undefined
  /** The last thing seen is the end of a line. */
  #lineEnded = false

  constructor(source: string) {
    this.#source = source
  }

  open(tag: StartTag): void {
    const { name, start, end } = tag
    const block = isBlock(name)
    const before = offered(this.#elements.context)
    if (block && before === 'together') this.#cut()
    this.#elements.endBefore(name)
    const context = this.#elements.contextOf(tag)
    const now = offered(context)
    if (block && before !== 'together' && now === 'together') this.#cut()

    if (context.translate) this.#attributes(tag)
    if (now !== 'together') this.#hide(tag, isUnseen(name) ? 'unseen' : 'seen')
    else if (name === 'br') this.#lineEnd(tag, context)
    else if (tag.empty) this.#add({ type: 'alone', look: isUnseen(name) ? 'unseen' : 'seen', start, end })
    else if (!block) this.#add({ type: 'open', name, start, end })
    if (!tag.empty) this.#elements.open(name, context)
  }

  close(name: string, { start, end }: Span): void {
    const { context } = this.#elements
    const before = offered(context)
    const block = isBlock(name)
    if (block && before === 'together') this.#cut()
    this.#elements.close(name)
    if (before !== 'together') {
      this.#hide({ start, end }, 'unseen')
      if (block && offered(this.#elements.context) === 'together') this.#cut()
    } else if (name === 'br') this.#lineEnd({ start, end }, context)
    else if (!block) this.#add({ type: 'close', name, start, end })
  }

  text(words: string, { start, end }: Span): void {
    const { context } = this.#elements
    const piece = { type: 'text', words, start, end } as const
    const way = offered(context)
    if (way === 'together') {
      this.#add(piece)
      return
    }
    if (way === 'apart') this.#offerInMarkup(piece)
    this.#hide({ start, end }, context.translate || words.trim() === '' ? 'unseen' : 'words')
  }

  comment({ start, end }: Span): void {
    if (offered(this.#elements.context) === 'together') this.#add({ type: 'alone', look: 'unseen', start, end })
    else this.#hide({ start, end }, 'unseen')
  }

  end(): HtmlDocument {
    this.#cut()
    return { texts: this.#texts, languages: this.#languages }
  }

  #add(piece: Piece): void {
    if (this.#pieces.length >= MOST_PIECES) this.#cut()
    this.#hidden = undefined
    this.#pieces.push(piece)
    if (piece.type === 'text') this.#context ??= this.#elements.context
    if (piece.type === 'text' ? piece.words.trim() !== '' : piece.type === 'alone' && piece.look !== 'unseen') {
      this.#lineEnded = piece.type === 'alone' && piece.look === 'break'
    }
  }

  #hide({ start, end }: Span, look: Look): void {
    const before = this.#hidden
    if (before !== undefined) this.#pieces.pop()
    const hidden: Hidden =
      before === undefined
        ? { type: 'alone', look, start, end }
        : { type: 'alone', look: lookOf([before.look, look]), start: before.start, end }
    this.#add(hidden)
    this.#hidden = hidden
  }

  /** Two in a row end a paragraph. */
  #lineEnd({ start, end }: Span, { verbatim }: Context): void {
    if (this.#lineEnded && !verbatim) this.#cut()
    this.#add({ type: 'alone', look: 'break', start, end })
  }

  #cut(): void {
    const context = this.#context
    const paragraph = context && paragraphOf(this.#pieces, context, this.#source)
    const at = paragraph ? this.#inMarkup.findIndex(({ slot }) => slot.start > paragraph.slot.start) : -1
    if (paragraph) this.#inMarkup.splice(at < 0 ? this.#inMarkup.length : at, 0, paragraph)
    for (const text of this.#inMarkup) this.#texts.push(text)
    this.#pieces = []
    this.#context = undefined
    this.#inMarkup = []
    this.#hidden = undefined
  }

  #attributes(tag: StartTag): void {
    for (const attribute of textsIn(tag)) {
      const slot = valueSlot(attribute, this.#source)
      if (slot) this.#offerInMarkup({ type: 'text', words: attribute.value, start: slot.start, end: slot.end }, slot.as)
    }
    for (const attribute of languagesIn(tag)) {
      const slot = valueSlot(attribute, this.#source)
      if (slot) this.#languages.push({ language: attribute.value.trim(), slot })
    }
  }

  #offerInMarkup(words: Piece, as?: string): void {
    const text = paragraphOf([words], { kind: 'other', verbatim: false }, this.#source)
    if (text) this.#inMarkup.push(as === undefined ? text : { ...text, slot: { ...text.slot, as } })
  }
}
