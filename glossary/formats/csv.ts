import { stringify } from 'csv-stringify/sync'
import { FormatError } from '../../src/errors.ts'
import type { Say } from '../../src/messages/index.ts'
import type { Concept, Term } from '../concept.ts'
import { type Cells, putFirst, readCells } from './cells.ts'
import { BLANK_TERM, COLUMN_NAMES, CONCEPT_COLUMNS, type Column, TERM_COLUMNS, valuesOf } from './columns.ts'
import type { GlossaryFormat, ReadGlossary } from './format.ts'
import { doubtLanguage } from './languageNames.ts'
import { MOST_COLUMNS } from './mapping.ts'
import { Problems } from './problems.ts'
import { short } from './short.ts'
import { harmless, type Row, rowsOf, widthOf } from './table.ts'

const REQUIRED = ['concept', 'lang', 'term']

/** The cells of a row that hold something, by their column. */
type Filled = ReadonlyMap<string, string>

/** What the rows of one concept say of it, and of its terms. */
interface Draft {
  line: number
  cells: Cells
  terms: Term[]
}

/** The desk's own glossary CSV: one row a term, the rows of a concept share its id; columns of other programs are kept. */
export const csv: GlossaryFormat = {
  id: 'csv',
  extensions: ['.csv'],
  mediaType: 'text/csv',
  read: readAll,
  write: (concepts) => writeGlossaryCsv(concepts),
  losses: () => [],
}

/** The same with tabs between the cells. */
export const tsv: GlossaryFormat = {
  ...csv,
  id: 'tsv',
  extensions: ['.tsv'],
  mediaType: 'text/tab-separated-values',
  write: (concepts) => writeGlossaryCsv(concepts, '\t'),
}

async function readAll(file: AsyncIterable<string>): Promise<ReadGlossary> {
  let text = ''
  for await (const chunk of file) text += chunk
  return readGlossaryCsv(text)
}

/** The concepts of a glossary CSV in the order they first appear. @throws FormatError when it is no such file. */
export function readGlossaryCsv(text: string): ReadGlossary {
  const [header, ...rows] = rowsOf(text)
  const columns = columnsOf(header)
  const drafts = new Map<string, Draft>()
  const problems = new Problems()

  for (const row of rows) {
    const { line } = row
    const refuse = (message: Say) => problems.error(line, message)
    const filled: Filled = new Map(
      columns.map((column, at) => [column, row.cells[at] ?? ''] as const).filter(([, cell]) => cell !== ''),
    )
    if (widthOf(row) > columns.length) refuse((m) => m.glossary.tooManyCells(columns.length))
    for (const column of REQUIRED) if (!filled.has(column)) refuse((m) => m.glossary.emptyCell(column))

    const id = filled.get('concept') ?? ''
    const draft: Draft = drafts.get(id) ?? { line, cells: new Map(), terms: [] }
    drafts.set(id, draft)
    for (const { name } of CONCEPT_COLUMNS) {
      const text = filled.get(name)
      if (text !== undefined) putFirst(draft.cells, name, { text, line }, problems)
    }
    const term = termOf(filled, refuse)
    doubtLanguage(term.language, line, problems)
    draft.terms.push(term)
  }
  const concepts = [...drafts].map(([id, { cells, terms }]) => ({
    id,
    ...readCells(CONCEPT_COLUMNS, cells, problems),
    terms,
  }))
  const lines = new Map([...drafts].map(([id, { line }]) => [id, line]))
  return { concepts, lines, coined: new Set(), problems: problems.inOrder() }
}

/** Whether a table begins as the desk writes it. */
export const isOurs = (header: Row | undefined): boolean => missingIn(header).length === 0

const missingIn = (header: Row | undefined) => REQUIRED.filter((column) => !header?.cells.includes(column))

function columnsOf(header: Row | undefined): readonly string[] {
  const columns = header?.cells ?? []
  const line = header?.line ?? 1
  const missing = missingIn(header)
  if (missing.length > 0) throw new FormatError((m) => m.glossary.missingColumns(missing), line)
  if (columns.length > MOST_COLUMNS) throw new FormatError((m) => m.table.tooManyColumns(MOST_COLUMNS), line)
  const twice = columns.find((column, at) => column !== '' && columns.indexOf(column) !== at)
  if (twice !== undefined) throw new FormatError((m) => m.glossary.columnTwice(short(twice)), line)
  return columns
}

function termOf(filled: Filled, refuse: (problem: Say) => void): Term {
  const extra = [...filled].filter(([column]) => column !== '' && !COLUMN_NAMES.has(column))
  return {
    ...BLANK_TERM,
    ...valuesOf(TERM_COLUMNS, filled, refuse),
    ...(extra.length > 0 && { extra: Object.fromEntries(extra) }),
  }
}

/** A glossary as CSV: one row a term, the columns of other programs after ours. */
export function* writeGlossaryCsv(glossary: Iterable<Concept>, delimiter = ','): Generator<string> {
  const concepts = [...glossary]
  const used = <Thing>(columns: readonly Column<Thing>[], things: readonly Thing[]) =>
    columns.filter(({ always, write }) => always || things.some((thing) => write(thing) !== undefined))
  const terms = concepts.flatMap(({ terms }) => terms)
  const [id, ...ofConcept] = used(CONCEPT_COLUMNS, concepts)
  const ofTerm = used(TERM_COLUMNS, terms)
  const line = (cells: readonly (string | undefined)[]) =>
    stringify([cells.map((cell) => harmless(cell ?? ''))], { delimiter })
  const extra = [...new Set(terms.flatMap(({ extra }) => Object.keys(extra ?? {})))]

  yield line([id!.name, ...ofTerm.map(({ name }) => name), ...ofConcept.map(({ name }) => name), ...extra])
  for (const concept of concepts) {
    for (const [at, term] of concept.terms.entries()) {
      yield line([
        concept.id,
        ...ofTerm.map(({ write }) => write(term)),
        ...ofConcept.map(({ write }) => (at === 0 ? write(concept) : undefined)),
        ...extra.map((column) => (Object.hasOwn(term.extra ?? {}, column) ? term.extra?.[column] : undefined)),
      ])
    }
  }
}
