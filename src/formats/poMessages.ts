import { FormatError } from '../errors.ts'

/** A message of a PO file. `line` is where it begins. */
export interface Message {
  line: number
  context: string
  id: string
  plural: string | undefined
  translations: readonly Text[]
  notes: readonly string[]
  fuzzy: boolean
}

/** `form` says which of the plural forms of the language a translation is. */
interface Text {
  text: string
  form: number | undefined
}

/** The messages of a file as it arrives: the header is one of them, obsolete ones are not. */
export async function* messagesOf(file: AsyncIterable<string>): AsyncGenerator<Message> {
  let draft = new Draft()
  let number = 0
  for await (const line of linesOf(file)) {
    number += 1
    if (line.trim() === '') continue
    const statement = statementIn(line, number)
    if (draft.endsBefore(statement)) {
      yield* draft.whole()
      draft = new Draft()
    }
    draft.take(statement, number)
  }
  yield* draft.whole()
}

async function* linesOf(file: AsyncIterable<string>): AsyncGenerator<string> {
  let line = ''
  for await (const chunk of file) {
    const [rest = '', ...following] = chunk.split('\n')
    line += rest
    for (const next of following) {
      yield line
      line = next
    }
  }
  yield line
}

const KEYWORDS = ['msgctxt', 'msgid', 'msgid_plural', 'msgstr'] as const
type Keyword = (typeof KEYWORDS)[number]

/** A comment, whose mark says of what kind; or a text, which goes on with the one before where no keyword begins it. */
type Statement = { mark: string; words: string } | (Text & { keyword: Keyword | undefined })

/** What begins another domain is passed over as obsolete messages are. */
const COMMENT = /^\s*(?:#([.:,|~=]?)|domain\s)(.*)$/su
const KEYWORD = /^\s*(\w+)(?:(?<=msgstr)\[(\d{1,3})\])?(?=[\s"]|$)/u

function statementIn(line: string, number: number): Statement {
  const [, mark = '~', words] = COMMENT.exec(line) ?? []
  if (words !== undefined) return { mark, words }
  const [beginning = '', word, form] = KEYWORD.exec(line) ?? []
  const keyword = KEYWORDS.find((keyword) => keyword === word)
  return {
    keyword,
    form: form === undefined ? undefined : Number(form),
    text: quotedIn(keyword ? line.slice(beginning.length) : line, number),
  }
}

/** Escaped characters stay as they are. In stretches, because an endless one is too much for the engine of the expression. */
const QUOTABLE = /"|(?:[^"\\]|\\.){1,4096}|\\/gsu

/** What stands in quotation marks, one stretch after another. */
function quotedIn(line: string, number: number): string {
  let text = ''
  let open = false
  for (const [part] of line.matchAll(QUOTABLE)) {
    if (part === '"') open = !open
    else if (open) text += part
    else if (part.trim() !== '') throw new FormatError((m) => m.po.stray, number)
  }
  if (open) throw new FormatError((m) => m.po.unclosed, number)
  return unescaped(text)
}

const ESCAPE = /\\(?:x([\dA-Fa-f]{1,2})|([0-7]{1,3})|(.))|[^\\]+/gsu
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
])

/** Numbers stand for bytes, of which several in a row may be one character. */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text
  let plain = ''
  let bytes: number[] = []
  for (const [part, hexadecimal, octal, character] of text.matchAll(ESCAPE)) {
    if (hexadecimal !== undefined || octal !== undefined) {
      bytes.push(hexadecimal === undefined ? Number.parseInt(octal!, 8) : Number.parseInt(hexadecimal, 16))
      continue
    }
    if (bytes.length > 0) plain += Buffer.from(bytes).toString()
    bytes = []
    plain += character === undefined ? part : (CHARACTERS.get(character) ?? character)
  }
  return plain + Buffer.from(bytes).toString()
}

/** What of a message is read so far. */
class Draft {
  readonly #notes: string[] = []
  #fuzzy = false
  #line = 0
  readonly #texts = new Map<Keyword, Text>()
  readonly #translations: Text[] = []
  /** What a text without a keyword goes on with. */
  #last: Text | undefined

  /** Comments, a context and an id stand before the translations of what they are about. */
  endsBefore(statement: Statement): boolean {
    if ('mark' in statement) return statement.mark === '~' || this.#translations.length > 0
    if (statement.keyword === 'msgctxt') return this.#last !== undefined
    return statement.keyword === 'msgid' && this.#texts.has('msgid')
  }

  take(statement: Statement, line: number): void {
    if ('mark' in statement) this.#comment(statement)
    else this.#text(statement, line)
  }

  #comment({ mark, words }: { mark: string; words: string }): void {
    const text = words.trim()
    if (mark === ',') this.#fuzzy ||= text.split(/\s*,\s*/u).includes('fuzzy')
    else if ((mark === '' || mark === '.') && text !== '') this.#notes.push(text)
  }

  #text({ keyword, ...text }: Text & { keyword: Keyword | undefined }, line: number): void {
    const isNamed = this.#texts.has('msgid') || keyword === 'msgid' || keyword === 'msgctxt'
    if (keyword === undefined && this.#last) {
      this.#last.text += text.text
    } else if (keyword === undefined || !isNamed) {
      throw new FormatError((m) => m.po.noMessage, line)
    } else {
      if (keyword === 'msgstr') this.#translations.push(text)
      else this.#texts.set(keyword, text)
      this.#last = text
      this.#line ||= line
    }
  }

  /** The message, if it is one. */
  *whole(): Generator<Message> {
    if (!this.#last) return
    if (this.#translations.length === 0) throw new FormatError((m) => m.po.noTranslation, this.#line)
    yield {
      line: this.#line,
      context: this.#texts.get('msgctxt')?.text ?? '',
      id: this.#texts.get('msgid')?.text ?? '',
      plural: this.#texts.get('msgid_plural')?.text,
      translations: this.#translations,
      notes: this.#notes,
      fuzzy: this.#fuzzy,
    }
  }
}
