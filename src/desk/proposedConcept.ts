import type { Concept, Term } from '../../glossary/concept.ts'
import { recognise } from '../../glossary/recognise.ts'
import { CURATED_LANGUAGES } from './curated.ts'
import type { Desk } from './desk.ts'

/** Words somebody would have in the glossary, as they typed them; the English may be left open. */
export interface ProposedWords {
  source: string
  target: string
  note: string
}

/** A concept as a proposal would have it: new, or one there is with the words among its terms. */
export function proposedConcept({ source, target, note }: ProposedWords, known?: Concept): Concept {
  const status = known ? 'admitted' : 'preferred'
  const words: Term[] = [
    { language: CURATED_LANGUAGES.source, text: source, ...(note !== '' && { note }), ...INFLECTED, status },
    { language: CURATED_LANGUAGES.target, text: target, ...INFLECTED, status },
  ]
  const terms = known?.terms ?? []
  const added = words.filter(({ language, text }) => {
    const stands = terms.some((term) => term.language === language && term.text === text)
    return text !== '' && !stands
  })
  return { id: '', ...known, terms: [...terms, ...added] }
}

const INFLECTED = { match: 'inflected', variants: [] } as const

/** The concepts that have a term the proposed words are a form of, in either language: they may be what is meant. */
export function conceptsNamed(desk: Pick<Desk, 'termbase'>, words: ProposedWords, date: string): Concept[] {
  const termbase = desk.termbase(CURATED_LANGUAGES)
  const named = (['source', 'target'] as const).flatMap((side) =>
    recognise(termbase, side, words[side], date)
      .filter(({ start, end }) => start === 0 && end === words[side].length)
      .map(({ concept }) => concept),
  )
  return [...new Set(named)]
}
