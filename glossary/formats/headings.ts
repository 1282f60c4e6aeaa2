import { languageOf, wordsIn } from './languageNames.ts'
import type { ConceptKind, TermKind } from './mapping.ts'

/** What a heading may call its column. A `source` is of terms where a `target` needs one, or else where a term comes from. */
export type Role =
  | 'term'
  | 'source term'
  | 'target'
  | 'reference'
  | 'source language'
  | 'target language'
  | TermKind
  | ConceptKind

/** What a heading says of its column, as far as it is understood. */
export interface Heading {
  role?: Role
  language?: string
  /** Whether it says so of the concept or of one term, as memoQ’s do: `Entry_Note`, `Term_Example`. */
  level?: 'concept' | 'term'
}

/** The words for each, in English and French and as programs write them; without spaces, accents and the s of a plural. */
const WORDS: readonly (readonly [role: Role, words: readonly string[]])[] = [
  ['term', ['term', 'terme']],
  ['target', ['target', 'targetterm', 'trg', 'tgt', 'translation', 'cible', 'termecible', 'traduction']],
  ['source term', ['sourceterm', 'src', 'termesource']],
  ['source', ['source']],
  ['reference', ['reference']],
  ['source language', ['sourcelanguage', 'sourcelang', 'srclang', 'languesource']],
  ['target language', ['targetlanguage', 'targetlang', 'trglang', 'tgtlang', 'languecible']],
  ['language', ['language', 'lang', 'langue', 'locale', 'termlocale']],
  ['note', ['note', 'comment', 'commentaire', 'remark', 'remarque']],
  ['context', ['context', 'contexte', 'example', 'exampleofuse', 'usageexample', 'exemple']],
  ['part of speech', ['partofspeech', 'pos', 'wordclass', 'categoriegrammaticale', 'nature']],
  ['gender', ['gender', 'genre']],
  ['status', ['status', 'statut', 'termstatus', 'usagestatus', 'administrativestatus']],
  ['forbidden', ['forbidden', 'donotuse', 'blacklist', 'interdit', 'proscrit']],
  ['case sensitive', ['casesensitive', 'casesensitivity', 'matchcase', 'sensiblealacasse', 'casse']],
  ['abbreviation', ['abbreviation', 'abreviation']],
  ['term info', ['terminfo']],
  ['concept id', ['id', 'conceptid', 'concept', 'entryid', 'identifiant']],
  ['definition', ['definition', 'def', 'description', 'entrydescription']],
  ['subject', ['subject', 'subjectfield', 'domain', 'subdomain', 'sujet', 'domaine', 'sousdomaine']],
  ['do not translate', ['donottranslate', 'dnt', 'nontranslatable', 'untranslatable', 'nepastraduire']],
  ['translatable', ['translatable', 'entrytranslatable', 'traduisible']],
]
const ROLES: ReadonlyMap<string, Role> = new Map(
  WORDS.flatMap(([role, words]) => words.map((word) => [word, role] as const)),
)

const LEVELS: ReadonlyMap<string, 'concept' | 'term'> = new Map([
  ['entry', 'concept'],
  ['concept', 'concept'],
  ['term', 'term'],
])
/** UTF-16 units. What is longer is a text. */
const LONGEST = 100

/** What a heading says: a role, a language, or the role of a column beside one of that language, in any order. */
export function readHeading(text: string): Heading {
  const words = text.length > LONGEST ? [] : wordsIn(text)
  if (words.length === 0) return {}
  const roleOf = (from: number, to?: number) => {
    const word = words.slice(from, to).join('')
    return ROLES.get(word) ?? ROLES.get(word.replace(/s$/u, ''))
  }
  const languageIn = (from: number, to?: number) => languageOf(words.slice(from, to).join(' '))

  const whole = roleOf(0)
  if (whole) return { role: whole }
  const level = LEVELS.get(words[0]!)
  const behind = level && roleOf(1)
  if (behind) return { role: behind, level }
  for (let cut = 1; cut < words.length; cut++) {
    for (const [role, language] of [
      [roleOf(0, cut), languageIn(cut)],
      [roleOf(cut), languageIn(0, cut)],
    ] as const) {
      if (role && language) return { role, language }
    }
  }
  const language = languageIn(0)
  return language === undefined ? {} : { language }
}
