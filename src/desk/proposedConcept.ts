import type { Concept, Term } from '../../glossary/concept.ts'
import { BLANK_TERM } from '../../glossary/formats/columns.ts'
import { allowed, type Recognition, speaks } from '../../glossary/ledger.ts'
import { recognise } from '../../glossary/recognise.ts'
import { searchable } from '../text/searchable.ts'
import type { LanguagePair } from '../unit.ts'
import type { Desk } from './desk.ts'

/** Words somebody would have in the glossary, as they typed them; the English may be left open. */
export interface ProposedWords {
  source: string
  target: string
  note: string
  languages: LanguagePair
}

/** A concept as a proposal would have it: new, or one there is with the words among its terms. */
export function proposedConcept({ source, target, note, languages }: ProposedWords, known?: Concept): Concept {
  const terms = known?.terms ?? []
  const words = [
    { language: languages.source, text: source },
    { language: languages.target, text: target },
  ]
  const added = words
    .filter(({ text }) => text !== '')
    .filter(({ language, text }) => !terms.some((term) => speaks(term, language) && term.text === text))
    .map(
      (term, at): Term => ({
        ...BLANK_TERM,
        ...term,
        status: known ? 'admitted' : 'preferred',
        ...(at === 0 && note !== '' && { note }),
      }),
    )
  return { id: '', ...known, terms: [...terms, ...added] }
}

type Side = 'source' | 'target'

/** The concepts that have a term the proposed words are a form of, in either language: they may be what is meant. */
export const conceptsNamed = (desk: Pick<Desk, 'termbase'>, words: ProposedWords, date: string): Concept[] => [
  ...new Set([...named(desk, 'source', words, date), ...named(desk, 'target', words, date)].map(conceptOf)),
]

/** The concept that has the proposed words among its terms already, the English as one that may be written. */
export function conceptHaving(desk: Pick<Desk, 'termbase'>, words: ProposedWords, date: string): Concept | undefined {
  const renderings = named(desk, 'target', words, date).filter(({ term }) => allowed(term))
  return named(desk, 'source', words, date)
    .map(conceptOf)
    .find((concept) => words.target === '' || renderings.some((rendering) => rendering.concept === concept))
}

/** How a proposal came out: whether the concept has the words as they were proposed, as far as the glossary in force tells. */
export const isAsProposed = ({ terms }: Concept, { source, target }: Pick<ProposedWords, Side>): boolean =>
  ([source, target] as const).every(
    (words) => words === '' || terms.some((term) => allowed(term) && searchable(term.text) === searchable(words)),
  )

const named = (desk: Pick<Desk, 'termbase'>, side: Side, words: ProposedWords, date: string): Recognition[] =>
  recognise(desk.termbase(words.languages), side, words[side], date).filter(
    ({ start, end }) => start === 0 && end === words[side].length,
  )

const conceptOf = ({ concept }: Recognition) => concept
