import type { LanguagePair } from '../../src/unit.ts'
import type { Concept } from '../concept.ts'
import { FreeIds, idOf } from '../conceptId.ts'
import { grouped } from '../grouped.ts'
import { allowed, speaks } from '../ledger.ts'
import { BLANK_DRAFT, type DraftTerm, withStatus } from './drafts.ts'
import type { Entry } from './tableEntry.ts'

/** A concept, the line its first row begins on, and whether no row gives its id. */
type Found = Concept & { line: number; isCoined: boolean }

/** One that may still need an id. */
type Draft = Omit<Found, 'id' | 'isCoined'> & Partial<Pick<Found, 'id'>>

/** The concepts that rows speak of, in the order in which they first appear. */
export const conceptsOf = (entries: Iterable<Entry>, languages: LanguagePair): Found[] =>
  named([...grouped(entries, (entry) => keyOf(entry, languages)).values()].map(draftOf))

/** What rows of the same concept have in common: the id, or else the source terms with all that tells concepts apart. */
function keyOf({ id, line, definition, subject, terms }: Entry, { source }: LanguagePair): string {
  const sources = terms.filter((term) => speaks(term, source)).map(({ text, partOfSpeech }) => [text, partOfSpeech])
  return JSON.stringify(id ? [id] : sources.length > 0 ? [sources, definition, subject] : [line])
}

/** What the rows of one concept say of it. */
function draftOf(entries: readonly Entry[]): Draft {
  const { id, line } = entries[0]!
  const said = grouped(
    entries.flatMap(({ terms }) => terms),
    ({ language, text, status = 'admitted' }) => JSON.stringify([language, text, allowed({ status })]),
  )
  const terms = [...said.values()].map(termOf)
  return { line, ...(id && { id }), ...proseIn(entries, ['definition', 'subject']), terms: withStatus(terms) }
}

/** What is said of one term, again and again. What comes first stands, but all prose is kept. */
function termOf(said: readonly DraftTerm[]): DraftTerm {
  let whole = BLANK_DRAFT
  for (const term of said.toReversed()) whole = { ...whole, ...term }
  const match = said.some(({ match }) => match === 'exact') ? 'exact' : 'inflected'
  return { ...whole, match, ...proseIn(said, ['note', 'context', 'source']) }
}

/** What things say under these keys, each text on a line of its own. */
function proseIn<Key extends string>(things: readonly Partial<Record<Key, string>>[], keys: readonly Key[]) {
  const prose: Partial<Record<Key, string>> = {}
  for (const key of keys) {
    const texts = new Set(things.map((thing) => thing[key]).filter((text) => text !== undefined))
    if (texts.size > 0) prose[key] = [...texts].join('\n')
  }
  return prose
}

/** Every concept with an id of its own: the one its rows give, or its first preferred term. */
function named(drafts: readonly Draft[]): Found[] {
  const ids = new FreeIds(drafts.map(({ id }) => id))
  const nameOf = (terms: Concept['terms']) => terms.find(({ status }) => status === 'preferred') ?? terms[0]!
  return drafts.map(({ id, ...draft }) => ({
    id: id ?? ids.take(idOf(nameOf(draft.terms).text)),
    isCoined: id === undefined,
    ...draft,
  }))
}
