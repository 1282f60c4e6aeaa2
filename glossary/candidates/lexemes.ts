import { bare } from '../fold.ts'
import type { Grammar, PhraseRole } from '../grammar.ts'
import type { Word } from '../words.ts'

/** What a form of a word is in noun phrases, whatever stands around it. */
export interface Lexeme {
  role: PhraseRole
  /** What its forms share. */
  stem: string
  /** Two to six capitals. */
  acronym: boolean
}

/** How many forms are remembered. */
const REMEMBERED = 50_000

const LETTERS = /^\p{L}+(?:'\p{L}*)*$/u
const CAPITALS = /^\p{Lu}{2,6}$/u
const ROMAN_NUMERAL = /^[IVX]+$/u

/** The lexemes of the words of a language, each worked out once. Where nothing is known of its phrases no word can be in one. */
export class Lexemes {
  readonly #grammar: Grammar
  readonly #known = new Map<string, Lexeme>()

  constructor(grammar: Grammar) {
    this.#grammar = grammar
  }

  of(word: Word): Lexeme {
    const known = this.#known.get(word.form)
    if (known) return known
    if (this.#known.size >= REMEMBERED) this.#known.clear()
    const lexeme = lexemeOf(word, this.#grammar)
    this.#known.set(word.form, lexeme)
    return lexeme
  }
}

function lexemeOf(word: Word, grammar: Grammar): Lexeme {
  const { form, key } = word
  const isWord = LETTERS.test(key) && !ROMAN_NUMERAL.test(form)
  const role = (isWord && grammar.phrases?.roleOf(word)) || 'other'
  const acronym = role === 'content' && CAPITALS.test(form)
  if (acronym) return { role, stem: bare(key), acronym }
  return { role, stem: grammar.phrases?.links.get(key) ?? stemOf(key, grammar), acronym }
}

/**
 * The shortest form of a noun, without accents. Its other forms lead there too, by the rules by which terms are recognised,
 * so that what is counted together is what one term of the glossary will cover. A stemmer would count commandant with
 * commandement.
 */
function stemOf(key: string, grammar: Grammar): string {
  const [first = key, ...others] = grammar.forms(key, 'noun')
  return bare(others.reduce((best, form) => (isBefore(form, best) ? form : best), first))
}

const isBefore = (form: string, other: string) =>
  form.length < other.length || (form.length === other.length && form < other)
