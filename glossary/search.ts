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

/** The concepts wanted, by their first term; those whose terms begin with the words come first. */
export function conceptsWanted(concepts: Iterable<Concept>, wanted: ConceptsWanted): Concept[] {
  const { subject, status, ruled, language } = wanted
  const words = searchable(wanted.words ?? '').trim()
  const rank = ({ id, definition = '', terms }: Concept): number => {
    const texts = terms.map(({ text }) => searchable(text))
    if (texts.some((text) => text.startsWith(words))) return 0
    if (texts.some((text) => text.includes(words))) return 1
    const prose = [id, definition, ...terms.map(({ note = '' }) => note)]
    return prose.some((text) => searchable(text).includes(words)) ? 2 : 3
  }
  return [...concepts]
    .filter((concept) => subject === undefined || concept.subject === subject)
    .filter(({ terms }) => status === undefined || terms.some((term) => term.status === status))
    .filter((concept) => !ruled || isRuled(concept))
    .map((concept) => ({ concept, rank: rank(concept), title: titleOf(concept, language) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank || byTitle(a.title, b.title))
    .map(({ concept }) => concept)
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
