import { isAbbreviation } from './abbreviation.ts'
import type { Concept, Term } from './concept.ts'
import { type Test, testOf } from './context.ts'
import type { Folded } from './fold.ts'
import { fold } from './fold.ts'
import type { Grammar } from './grammar.ts'
import { formsOf, type Role, rolesOf } from './inflection.ts'
import { type Part, partOf } from './partOfSpeech.ts'
import { holdsOn, type Validity } from './validity.ts'
import type { Word } from './words.ts'
import { wordsOf } from './words.ts'

/** A term of a concept as its text or one of its variants spells it. */
export interface Spelling {
  concept: Concept
  term: Term
  part: Part | undefined
  /** The forms of its first word that are no verb's, of a term that is perhaps a verb. */
  names: ReadonlySet<string> | undefined
  /** The verb of a term such as se retirer, which stands for it where its pronoun is near. */
  isReflexive: boolean
  /** Folded. */
  text: string
  /** The ways an exact term may be written, folded: as it is, and an abbreviation in the plural. */
  writings?: ReadonlySet<string> | undefined
  /** When it is looked for. */
  validity: readonly Validity[]
  /** Where it stands for its concept; everywhere without one. */
  test?: Test | undefined
}

/** A run of words that spells terms, `to` exclusive. */
export interface Match {
  from: number
  to: number
  spellings: readonly Spelling[]
}

/** Most nodes are the last word of one term or lie on the way to it, hence neither map nor list until there is something in it. */
interface Node {
  next?: Map<number, Node>
  spellings?: Spelling[]
}

const NONE: readonly number[] = []
const ALWAYS: readonly Validity[] = []

/**
 * All terms of one language. Each word of a term is a lexeme: the set of the forms it may take, made when the term is
 * added. Reading a text is then one exact look-up a word, whatever the number of terms.
 */
export class Automaton {
  readonly grammar: Grammar
  readonly #root: Node = {}
  readonly #lexemes = new Map<string, number>()
  /** The lexemes a word of a text may be a form of. */
  readonly #lexicon = new Map<string, number[]>()

  constructor(grammar: Grammar) {
    this.grammar = grammar
  }

  add(concept: Concept, term: Term): void {
    const dated = concept.validity !== undefined || term.validity !== undefined
    const validity = dated ? [concept.validity ?? {}, term.validity ?? {}] : ALWAYS
    const test = testOf(term, this.grammar)
    const part = partOf(concept, term)
    const texts = [term.text, ...term.variants]
    const verbs = part?.endsWith('verb') ? texts.flatMap((text) => this.grammar.reflexive?.verb(text) ?? []) : []
    for (const text of [...texts, ...verbs]) {
      const isReflexive = verbs.includes(text)
      const folded = fold(text)
      const words = wordsOf(folded, this.grammar)
      if (words.length === 0) continue
      const roles = rolesOf(words, term, part, this.grammar)
      let node = this.#root
      for (const [at, word] of words.entries()) {
        const lexeme = this.#lexeme(word, roles[at]!)
        node.next ??= new Map()
        let next = node.next.get(lexeme)
        if (!next) {
          next = {}
          node.next.set(lexeme, next)
        }
        node = next
      }
      const spelled = spelledOut(folded.text.trim())
      const writings = term.match === 'exact' ? this.#writingsOf(term, spelled) : undefined
      node.spellings ??= []
      const names = part === 'perhaps verb' ? new Set(this.grammar.forms(words[0]!.key)) : undefined
      node.spellings.push({ concept, term, part, names, isReflexive, text: spelled, writings, validity, test })
    }
  }

  /** Every run of words that spells a term on that day, nested and overlapping ones too, by where it begins. */
  *matches(text: Folded, words: readonly Word[], date: string): Generator<Match> {
    const lexemes = words.map((word) => this.#lexemesOf(word))
    for (let from = 0; from < words.length; from++) {
      let nodes = [this.#root]
      for (let at = from; nodes.length > 0 && at < words.length; at++) {
        nodes = onward(nodes, lexemes[at]!)
        if (!nodes.some(({ spellings }) => spellings)) continue
        const written = spelledOut(text.text.slice(words[from]!.start, words[at]!.end))
        const context = { words, from, to: at + 1 }
        const spellings = nodes.flatMap(({ spellings = [] }) =>
          spellings.filter(
            (spelling) =>
              (spelling.writings === undefined || spelling.writings.has(written)) &&
              spelling.validity.every((one) => holdsOn(one, date)) &&
              this.grammar.whole(words, from, at + 1, standingAs(spelling, words[from]!)) &&
              (!spelling.isReflexive || this.grammar.reflexive!.stands(words, from)) &&
              (spelling.test === undefined || spelling.test(context)),
          ),
        )
        if (spellings.length > 0) yield { from, to: at + 1, spellings }
      }
    }
  }

  #writingsOf(term: Term, text: string): ReadonlySet<string> {
    return new Set(isAbbreviation(term) ? this.grammar.acronyms(text) : [text])
  }

  #lexemesOf({ form, key }: Word): readonly number[] {
    const lexemes = this.#lexicon.get(key) ?? NONE
    if (form === key) return lexemes
    const asWritten = this.#lexicon.get(form)
    return asWritten ? [...lexemes, ...asWritten] : lexemes
  }

  #lexeme(word: Word, role: Role): number {
    const id = `${role} ${role.endsWith('acronym') ? word.form : word.key}`
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

/** What a term is where it stands: what is perhaps a verb is one in the forms that only verbs have. */
function standingAs({ term: { text }, part, names }: Spelling, { key }: Word) {
  if (part !== 'perhaps verb') return part === undefined ? { text } : { text, partOfSpeech: part }
  return names!.has(key) ? { text } : { text, partOfSpeech: 'verb' as const }
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

const spelledOut = (text: string) => text.replace(/ {2,}/gu, ' ')
