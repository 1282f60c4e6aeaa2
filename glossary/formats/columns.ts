import type { Say } from '../../src/messages/index.ts'
import type { Concept, Term } from '../concept.ts'
import { MATCHES, PARTS_OF_SPEECH, TERM_STATUSES, TERM_TYPES } from '../concept.ts'
import { type Condition, readCondition, writeCondition } from '../condition.ts'
import { readDay, type Validity } from '../validity.ts'
import { LONGEST_TERM } from './format.ts'
import { short } from './short.ts'

/** Between several things in one cell. */
const BETWEEN = '|'
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/iu

/** What a cell says: part of a concept or a term, or what is wrong with it. */
type Said<Thing> = { value: Partial<Thing> } | { problem: Say }

/** What concepts or terms hold, by the column it stands in. An empty cell is not read. */
export interface Column<Thing> {
  name: string
  /** Whether a file has this column though nothing stands in it. */
  always?: boolean
  read(cell: string): Said<Thing>
  write(thing: Thing): string | undefined
}

/** A value under the key its column belongs to: the columns below read no key's value as another type than it has. */
const said = <Thing>(key: keyof Thing, value: unknown): Said<Thing> => ({ value: { [key]: value } as Partial<Thing> })

/** The keys of a thing whose values are texts. */
type TextKey<Thing> = {
  [Key in keyof Thing]-?: NonNullable<Thing[Key]> extends string ? Key : never
}[keyof Thing]

const words = <Thing>(
  name: string,
  key: TextKey<Thing>,
  proper: (cell: string) => string | Say = (cell) => cell,
): Column<Thing> => ({
  name,
  read(cell) {
    const text = proper(cell)
    return typeof text === 'string' ? said(key, text) : { problem: text }
  },
  write: (thing) => thing[key] as string | undefined,
})

const oneOf = <Thing>(name: string, key: TextKey<Thing>, values: readonly string[]): Column<Thing> =>
  words(name, key, (cell) => {
    const value = values.find((value) => value.toLowerCase() === cell.toLowerCase())
    return value ?? ((m) => m.glossary.noSuchValue(name, short(cell), values))
  })

const flag = (name: string, key: 'fullAtFirstMention' | 'everyOccurrence', word: string): Column<Concept> => ({
  name,
  read: (cell) =>
    cell.toLowerCase() === word
      ? said(key, true)
      : { problem: (m) => m.glossary.noSuchValue(name, short(cell), [word]) },
  write: (concept) => (concept[key] ? word : undefined),
})

const day = <Thing extends Pick<Term, 'validity'>>(name: string, edge: 'from' | 'until'): Column<Thing> => ({
  name,
  read(cell) {
    const date = readDay(cell)
    return date === undefined
      ? { problem: (m) => m.glossary.noDay(name, short(cell)) }
      : said('validity', { [edge]: date })
  },
  write: ({ validity }) => validity?.[edge],
})

const conditions = (name: string, key: 'appliesWhen' | 'notWhen'): Column<Term> => ({
  name,
  read(cell) {
    const read: Condition[] = []
    for (const piece of pieces(cell)) {
      const condition = readCondition(piece)
      if (condition === undefined) return { problem: (m) => m.glossary.noCondition(name, short(piece)) }
      read.push(condition)
    }
    return read.length > 0 ? said(key, read) : { value: {} }
  },
  write: (term) => term[key]?.map(writeCondition).join(BETWEEN),
})

const pieces = (cell: string) =>
  cell
    .split(BETWEEN)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')

const always = <Thing>(column: Column<Thing>): Column<Thing> => ({ ...column, always: true })

/** What a row says of its term. */
export const TERM_COLUMNS: readonly Column<Term>[] = [
  always(words('lang', 'language', (cell) => (LANGUAGE.test(cell) ? cell : (m) => m.glossary.noLanguage(short(cell))))),
  always(
    words('term', 'text', (cell) =>
      cell.length > LONGEST_TERM
        ? (m) => m.glossary.tooLong(cell.length, LONGEST_TERM)
        : /[^\p{Cf}\p{M}\s]/u.test(cell)
          ? cell
          : (m) => m.glossary.invisible,
    ),
  ),
  always(oneOf('status', 'status', TERM_STATUSES)),
  always(oneOf('part_of_speech', 'partOfSpeech', PARTS_OF_SPEECH)),
  always(oneOf('match', 'match', MATCHES)),
  always(words('note', 'note')),
  words('gender', 'gender'),
  words('number', 'number'),
  {
    name: 'variants',
    read: (cell) => said('variants', pieces(cell)),
    write: ({ variants }) => variants.join(BETWEEN) || undefined,
  },
  oneOf('term_type', 'type', TERM_TYPES),
  conditions('applies_when', 'appliesWhen'),
  conditions('not_when', 'notWhen'),
  day('valid_from', 'from'),
  day('valid_until', 'until'),
  words('source', 'source'),
  words('context', 'context'),
]

/** What the rows of a concept say of it: the first of them that says anything. */
export const CONCEPT_COLUMNS: readonly Column<Concept>[] = [
  always(words('concept', 'id')),
  words('definition', 'definition'),
  words('subject', 'subject'),
  flag('first_mention', 'fullAtFirstMention', 'full'),
  flag('every_occurrence', 'everyOccurrence', 'yes'),
  day('concept_valid_from', 'from'),
  day('concept_valid_until', 'until'),
]

/** Every column that says something here. Those of other programs are called otherwise. */
export const COLUMN_NAMES: ReadonlySet<string> = new Set([...CONCEPT_COLUMNS, ...TERM_COLUMNS].map(({ name }) => name))

/** What is so of a term as long as nothing is said of it. */
export const BLANK_TERM: Term = { language: '', text: '', status: 'preferred', match: 'inflected', variants: [] }

/**
 * What cells say of a concept or a term, by the columns they stand in; those that make no sense are refused. The two edges
 * of a validity stand in columns of their own.
 */
export function valuesOf<Thing extends { validity?: Validity }>(
  columns: Iterable<Column<Thing>>,
  cells: ReadonlyMap<string, string>,
  refuse: (problem: Say, column: string) => void,
): Partial<Thing> {
  let values: Partial<Thing> = {}
  for (const { name, read } of columns) {
    const cell = cells.get(name)
    if (cell === undefined) continue
    const said = read(cell)
    if ('problem' in said) refuse(said.problem, name)
    else {
      const { value } = said
      const validity = value.validity && { validity: { ...values.validity, ...value.validity } }
      values = { ...values, ...value, ...validity }
    }
  }
  return values
}
