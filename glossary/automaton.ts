import type { Concept, PartOfSpeech, Term } from './concept.ts'
import type { Folded } from './fold.ts'
import { fold } from './fold.ts'
import type { Grammar } from './grammar.ts'
import type { Word } from './words.ts'
import { wordsOf } from './words.ts'

/** A term of a concept as its text or one of its variants spells it. */
export interface Spelling {
  concept: Concept
  term: Term
  /** Folded. */
  text: string
}

/** A run of words that spells terms, `to` exclusive. */
export interface Match {
  from: number
  to: number
  spellings: readonly Spelling[]
}

/** Most nodes are the last word of one term, hence no map until a word follows. */
interface Node {
  next?: Map<number, Node>
  spellings: Spelling[]
}

/** What a word of a term may change into: nothing, a plural s after an acronym, the forms of a part of speech or of any. */
type Role = 'fixed' | 'acronym' | PartOfSpeech | 'any'

const ACRONYM = /^(?=.*\p{Lu})[\p{Lu}\p{N}]{2,6}$/u
const WORD = /[\p{L}\p{N}]/u
const NONE: readonly number[] = []

/**
 * All terms of one language. Each word of a term is a lexeme: the set of the forms it may take, made when the term is
 * added. Reading a text is then one exact look-up a word, whatever the number of terms.
 */
export class Automaton {
  readonly grammar: Grammar
  readonly #root: Node = { spellings: [] }
  readonly #lexemes = new Map<string, number>()
  /** The lexemes a word of a text may be a form of. */
  readonly #lexicon = new Map<string, number[]>()

  constructor(grammar: Grammar) {
    this.grammar = grammar
  }

  add(concept: Concept, term: Term): void {
    for (const text of [term.text, ...term.variants]) {
      const folded = fold(text)
      const words = wordsOf(folded, this.grammar)
      if (words.length === 0) continue
      const roles = rolesOf(words, term, this.grammar)
      let node = this.#root
      for (const [at, word] of words.entries()) {
        const lexeme = this.#lexeme(word, roles[at]!)
        node.next ??= new Map()
        let next = node.next.get(lexeme)
        if (!next) {
          next = { spellings: [] }
          node.next.set(lexeme, next)
        }
        node = next
      }
      node.spellings.push({ concept, term, text: folded.text.trim().replace(/ +/gu, ' ') })
    }
  }

  /** Every run of words that spells a term, nested and overlapping ones too, by where it begins. */
  *matches(text: Folded, words: readonly Word[]): Generator<Match> {
    const lexemes = words.map((word) => this.#lexemesOf(word))
    for (let from = 0; from < words.length; from++) {
      let nodes = [this.#root]
      for (let at = from; nodes.length > 0 && at < words.length; at++) {
        nodes = onward(nodes, lexemes[at]!)
        if (!nodes.some(({ spellings }) => spellings.length > 0)) continue
        const written = text.text.slice(words[from]!.start, words[at]!.end).replace(/ +/gu, ' ')
        const spellings = nodes.flatMap((node) =>
          node.spellings.filter(({ term, text }) => term.match === 'inflected' || text === written),
        )
        if (spellings.length > 0) yield { from, to: at + 1, spellings }
      }
    }
  }

  #lexemesOf({ form, key }: Word): readonly number[] {
    const lexemes = this.#lexicon.get(key) ?? NONE
    if (form === key) return lexemes
    const asWritten = this.#lexicon.get(form)
    return asWritten ? [...lexemes, ...asWritten] : lexemes
  }

  #lexeme(word: Word, role: Role): number {
    const id = `${role} ${role === 'acronym' ? word.form : word.key}`
    const known = this.#lexemes.get(id)
    if (known !== undefined) return known
    const lexeme = this.#lexemes.size
    this.#lexemes.set(id, lexeme)
    for (const form of new Set(formsOf(word, role, this.grammar))) {
      const lexemes = this.#lexicon.get(form)
      if (lexemes) lexemes.push(lexeme)
      else this.#lexicon.set(form, [lexeme])
    }
    return lexeme
  }
}

function onward(nodes: readonly Node[], lexemes: readonly number[]): Node[] {
  const reached: Node[] = []
  for (const lexeme of lexemes) {
    for (const { next } of nodes) {
      const node = next?.get(lexeme)
      if (node) reached.push(node)
    }
  }
  return reached
}

function rolesOf(words: readonly Word[], { match, partOfSpeech }: Term, grammar: Grammar): Role[] {
  const still = ({ key, form }: Word) => !WORD.test(form) || grammar.particles.has(key)
  const verb = words.findIndex((word) => !still(word) && !grammar.adverb.test(word.key))
  return words.map((word, at) => {
    if (match === 'exact') return 'fixed'
    if (ACRONYM.test(word.form)) return 'acronym'
    if (words.length === 1) return partOfSpeech ?? 'any'
    if (still(word)) return 'fixed'
    if (partOfSpeech === 'verb' && at === verb) return 'verb'
    return partOfSpeech === 'adjective' ? 'adjective' : 'any'
  })
}

function* formsOf({ key, form }: Word, role: Role, grammar: Grammar): Generator<string> {
  if (role === 'acronym') {
    for (const acronym of grammar.acronyms(form)) yield* [acronym, ...grammar.capitals(acronym)]
  } else {
    const forms = role === 'fixed' ? [key] : grammar.forms(key, role === 'any' ? undefined : role)
    for (const one of forms) yield* [one, ...grammar.capitals(one)]
  }
}
