import type { Term } from './concept.ts'

/** Two to six capitals and digits, a capital among them. */
export const ACRONYM = /^(?=.*\p{Lu})[\p{Lu}\p{N}]{2,6}$/u

/** Whether a term stands for a longer one. */
export const isAbbreviation = ({ type, text }: Term): boolean =>
  type === undefined ? ACRONYM.test(text) : type === 'acronym' || type === 'abbreviation'

/** How a concept is introduced: its full form with its abbreviation in brackets. Nothing when one of the two is lacking. */
export function introductionOf(renderings: readonly Term[]): string | undefined {
  const { full, short } = formsIn(renderings)
  return full && short && `${full.text} (${short.text})`
}

/** The best full form and the best abbreviation among the renderings of a concept. */
export const formsIn = (renderings: readonly Term[]): { full: Term | undefined; short: Term | undefined } => ({
  full: renderings.find((term) => !isAbbreviation(term)),
  short: renderings.find(isAbbreviation),
})
