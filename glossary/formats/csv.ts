import { stringify } from 'csv-stringify/sync'
import { FormatError } from '../../src/errors.ts'
import type { Say } from '../../src/messages/index.ts'
import type { Concept, Term } from '../concept.ts'
import { BLANK_TERM, CONCEPT_COLUMNS, type Column, TERM_COLUMNS, valuesOf } from './columns.ts'
import type { GlossaryFormat, GlossaryProblem, ReadGlossary } from './format.ts'
import { harmless, type Row, rowsOf } from './table.ts'

const REQUIRED = ['concept', 'lang', 'term']
const KNOWN: ReadonlySet<string> = new Set([...CONCEPT_COLUMNS, ...TERM_COLUMNS].map(({ name }) => name))

/** The cells of a row that hold something, by their column. */
type Cells = ReadonlyMap<string, string>

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
  const concepts = new Map<string, Concept & { terms: Term[] }>()
  const lines = new Map<string, number>()
  const problems: GlossaryProblem[] = []

  for (const { cells: all, line } of rows) {
    const refuse = (message: Say) => problems.push({ line, severity: 'error', message })
    const filled = columns.map((column, at) => [column, all[at] ?? ''] as const)
    const cells: Cells = new Map(filled.filter(([, cell]) => cell !== ''))
    if (all.length > columns.length) refuse((m) => m.glossary.tooManyCells(columns.length))
    for (const column of REQUIRED) if (!cells.has(column)) refuse((m) => m.glossary.emptyCell(column))

    const id = cells.get('concept') ?? ''
    const concept = concepts.get(id) ?? { id, terms: [] }
    if (!lines.has(id)) lines.set(id, line)
    concepts.set(id, { ...concept, ...valuesOf(CONCEPT_COLUMNS, cells, refuse), ...concept })
    concept.terms.push(termOf(cells, refuse))
  }
  return { concepts: [...concepts.values()], lines, problems }
}

/** Whether a table begins as the desk writes it. */
export const isOurs = (header: Row | undefined): boolean => missingIn(header).length === 0

const missingIn = (header: Row | undefined) => REQUIRED.filter((column) => !header?.cells.includes(column))

function columnsOf(header: Row | undefined): readonly string[] {
  const columns = header?.cells ?? []
  const line = header?.line ?? 1
  const missing = missingIn(header)
  if (missing.length > 0) throw new FormatError((m) => m.glossary.missingColumns(missing), line)
  const twice = columns.find((column, at) => column !== '' && columns.indexOf(column) !== at)
  if (twice !== undefined) throw new FormatError((m) => m.glossary.columnTwice(twice), line)
  return columns
}

function termOf(cells: Cells, refuse: (problem: Say) => void): Term {
  const extra = [...cells].filter(([column]) => column !== '' && !KNOWN.has(column))
  return {
    ...BLANK_TERM,
    ...valuesOf(TERM_COLUMNS, cells, refuse),
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
