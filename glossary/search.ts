import { searchable } from '../src/text/searchable.ts'
import { type Concept, TERM_STATUSES, type TermStatus } from './concept.ts'
import { speaks } from './ledger.ts'

/** Which concepts are wanted. */
export interface ConceptsWanted {
  /** Words of a term, the id, the definition or a note, whatever their accents and case. */
  words?: string
  subject?: string
  /** Those with a term of this status. */
  status?: TermStatus
  /** Those that ask for something of the text: a full first mention, a condition, a date, every occurrence. */
  ruled?: boolean
  /** The language whose terms concepts are listed by. */
  language: string
}

/**
 * The concepts wanted, by their first term. First come those that have a term of exactly the words, then those whose terms
 * begin with them, have a word that does, hold them anywhere; last those that speak of them.
 */
export function conceptsWanted(concepts: Iterable<Concept>, wanted: ConceptsWanted): Concept[] {
  const { subject, status, ruled, language } = wanted
  const words = sought(wanted.words ?? '').trim()
  const rank = ({ id, definition = '', terms }: Concept): number => {
    const inTerms = Math.min(...terms.map(({ text }) => nearness(sought(text), words)))
    if (inTerms < FAR) return inTerms
    const prose = [id, definition, ...terms.map(({ note = '' }) => note)]
    return prose.some((text) => sought(text).includes(words)) ? FAR : NOWHERE
  }
  return [...concepts]
    .filter((concept) => subject === undefined || concept.subject === subject)
    .filter(({ terms }) => status === undefined || terms.some((term) => term.status === status))
    .filter((concept) => !ruled || isRuled(concept))
    .map((concept) => ({ concept, rank: rank(concept), title: titleOf(concept, language) }))
    .filter(({ rank }) => rank < NOWHERE)
    .sort((a, b) => a.rank - b.rank || byTitle(a.title, b.title))
    .map(({ concept }) => concept)
}

/** A hyphen or an apostrophe may be typed as a space: état major, cote d ivoire. */
const sought = (text: string) => searchable(text).replace(/[-\u2010-\u2013']/gu, ' ')

const FAR = 4
const NOWHERE = 5

/** How near a term is to words: 0 where it is these, then where it begins with them, where a word does, where it holds them. */
function nearness(text: string, words: string): number {
  if (text === words) return 0
  if (text.startsWith(words)) return 1
  let holds = false
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    holds = true
    if (!/[\p{L}\p{N}]/u.test(text[at - 1]!)) return 2
  }
  return holds ? 3 : FAR
}

/** What a concept is called in a list: the best of its terms in a language, or in any. */
export function titleOf({ id, terms }: Concept, language: string): string {
  const byStatus = TERM_STATUSES.flatMap((status) => terms.filter((term) => term.status === status))
  return (byStatus.find((term) => speaks(term, language)) ?? byStatus[0])?.text ?? id
}

const isRuled = ({ validity, fullAtFirstMention, everyOccurrence, terms }: Concept) =>
  Boolean(validity ?? fullAtFirstMention ?? everyOccurrence) ||
  terms.some(({ appliesWhen, notWhen, validity }) => appliesWhen ?? notWhen ?? validity)

/** The same on every machine: by letters without accents, then as written. */
function byTitle(one: string, other: string): number {
  const [a, b] = [searchable(one), searchable(other)]
  return a < b ? -1 : a > b ? 1 : one < other ? -1 : one > other ? 1 : 0
}
