import type { LanguagePair } from '../../src/unit.ts'
import { speaks } from '../ledger.ts'
import { TERM_COLUMNS, valuesOf } from './columns.ts'
import { BLANK_DRAFT, type DraftTerm } from './drafts.ts'
import { type ConceptKind, isOfTerms, type Meaning } from './mapping.ts'
import type { Problems } from './problems.ts'
import { type Fact, factsIn, flagIn, type Objections } from './tableFacts.ts'
import { PROSE } from './tbxCategories.ts'

/** What one row says of a concept. */
export interface Entry {
  line: number
  id?: string
  definition?: string
  subject?: string
  terms: readonly DraftTerm[]
}

/** A cell of a row with something in it: the column it stands in, and what that means. */
export interface Said {
  at: number
  meaning: Meaning
  cell: string
}

/** A term of a row: the column it stands in, and what is said of it by the columns of the glossary CSV. */
interface Standing {
  at: number
  cells: Map<string, string>
}

/** What a row says of a concept. Nothing where something in it is wrong, which is a problem then. */
export function entryOf(
  said: readonly Said[],
  line: number,
  languages: LanguagePair,
  problems: Problems,
): Entry | undefined {
  const standing = said.flatMap(termsIn)
  if (standing.length === 0) {
    problems.error(line, (m) => m.table.noTerm)
    return undefined
  }
  let sound = true
  const objections: Objections = {
    refuse(message) {
      problems.error(line, message)
      sound = false
    },
    doubt: (what, message) => problems.once(what, line, message),
  }
  const tell = ({ meaning, cell }: Said) => {
    if (!isOfTerms(meaning)) return
    for (const fact of factsIn(meaning.kind, cell, objections)) {
      const about = concerned(fact, meaning.of, standing, languages)
      if (about.length === 0 && meaning.of === undefined) {
        problems.warning(line, (m) => m.table.forbidsNothing(languages.source))
      }
      for (const { cells } of about) put(cells, fact)
    }
  }
  const isOfLanguage = ({ meaning }: Said) => meaning.kind === 'language'
  for (const one of said.filter(isOfLanguage)) tell(one)
  if (said.some((one) => staysAsItIs(one, objections))) standing.push(...copied(standing, languages))
  for (const one of said.filter((one) => !isOfLanguage(one))) tell(one)

  const terms = standing.map(({ cells }) => ({ ...BLANK_DRAFT, ...valuesOf(TERM_COLUMNS, cells, objections.refuse) }))
  if (!sound) return undefined
  const [id] = textsOf('concept id', said)
  const definition = textsOf('definition', said).join('\n')
  const subject = textsOf('subject', said).join(' / ')
  return { line, ...(id && { id }), ...(definition && { definition }), ...(subject && { subject }), terms }
}

function termsIn({ at, meaning, cell }: Said): Standing[] {
  if (meaning.kind !== 'term') return []
  const { language, split } = meaning
  const texts = split === undefined ? [cell] : cell.split(split).map((text) => text.trim())
  return texts
    .filter((text) => text !== '')
    .map((text) => ({
      at,
      cells: new Map([
        ['lang', language],
        ['term', text],
      ]),
    }))
}

const textsOf = (kind: ConceptKind, said: readonly Said[]): string[] =>
  said.filter(({ meaning }) => meaning.kind === kind).map(({ cell }) => cell)

/** Whether a cell says that the term is the same in every language. */
const staysAsItIs = ({ meaning: { kind }, cell }: Said, objections: Objections): boolean =>
  (kind === 'do not translate' && flagIn(cell, objections) === true) ||
  (kind === 'translatable' && flagIn(cell, objections) === false)

const isIn = (language: string, { cells }: Standing) => speaks({ language: cells.get('lang')! }, language)

/** The terms a row has in one language of the pair, said in the other where it has none there. */
const copied = (standing: readonly Standing[], { source, target }: LanguagePair): Standing[] =>
  [
    { from: source, to: target },
    { from: target, to: source },
  ].flatMap(({ from, to }) =>
    standing.some((one) => isIn(to, one))
      ? []
      : standing
          .filter((one) => isIn(from, one))
          .map(({ at, cells }) => ({ at, cells: new Map([...cells, ['lang', to]]) })),
  )

/**
 * Which terms of a row a fact is about. Prose stands with one term, with the first of the row where its own is not there;
 * one term of a cell is preferred; a row that forbids means what stands in other languages than the source.
 */
function concerned(
  [column, value]: Fact,
  of: number | undefined,
  standing: readonly Standing[],
  { source }: LanguagePair,
) {
  const own = of === undefined ? standing : standing.filter(({ at }) => at === of)
  if (PROSE.has(column)) return (own.length > 0 ? own : standing).slice(0, 1)
  if (column === 'gender') return own.slice(0, 1)
  if (column !== 'status') return own
  if (value === 'preferred') return own.filter(({ at }, nth) => own[nth - 1]?.at !== at)
  return of === undefined && value !== 'admitted' ? own.filter((one) => !isIn(source, one)) : own
}

/** All prose is kept; what is forbidden stays so; of anything else what is said last. */
function put(cells: Map<string, string>, [column, value]: Fact): void {
  const there = cells.get(column)
  if (there !== undefined && PROSE.has(column)) cells.set(column, `${there}\n${value}`)
  else if (there !== 'forbidden') cells.set(column, value)
}
