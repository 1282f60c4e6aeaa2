import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { Invalid } from '../src/errors.ts'
import type { Say } from '../src/messages/index.ts'
import type { Concept, Term } from './concept.ts'
import { MATCHES, PARTS_OF_SPEECH, TERM_STATUSES } from './concept.ts'

const REQUIRED = ['concept', 'lang', 'term']
const COLUMNS = [
  ...REQUIRED,
  'status',
  'part_of_speech',
  'match',
  'note',
  'gender',
  'number',
  'variants',
  'definition',
  'subject',
  'source',
  'context',
]
const BETWEEN_VARIANTS = '|'
const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/iu

/** A glossary file that cannot be read. `line` counts from 1. */
export class GlossaryError extends Invalid {
  override name = 'GlossaryError'
  readonly line: number

  constructor(problem: Say, line: number) {
    super((m) => m.formats.atLine(line, problem(m)))
    this.line = line
  }
}

interface Row {
  cells: string[]
  line: number
}

/** The cells of a row that hold something, by their column. */
type Cells = ReadonlyMap<string, string>

/** The concepts of a glossary CSV, in the order they first appear. Throws `GlossaryError` at the first thing wrong. */
export function readGlossaryCsv(text: string): Concept[] {
  const [header, ...rows] = rowsOf(text)
  const columns = columnsOf(header)
  const concepts = new Map<string, Concept & { terms: Term[] }>()

  for (const { cells: all, line } of rows) {
    if (all.length > columns.length) throw new GlossaryError((m) => m.glossary.tooManyCells(columns.length), line)
    const filled = columns.map((column, at) => [column, shown(all[at] ?? '').trim()] as const)
    const cells: Cells = new Map(filled.filter(([, cell]) => cell !== ''))
    for (const column of REQUIRED) {
      if (!cells.has(column)) throw new GlossaryError((m) => m.glossary.emptyCell(column), line)
    }

    const id = cells.get('concept')!
    const concept = concepts.get(id) ?? { id, terms: [] }
    concepts.set(id, {
      ...optional('definition', cells.get('definition')),
      ...optional('subject', cells.get('subject')),
      ...concept,
    })
    concept.terms.push(termOf(cells, line))
  }
  return [...concepts.values()]
}

function rowsOf(text: string): Row[] {
  const delimiter = /^[^,\r\n]*;/u.test(text) ? ';' : ','
  const rows: Row[] = []
  let line = 1
  try {
    parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record(cells: string[], { lines }) {
        rows.push({ cells, line })
        line = lines + 1
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new GlossaryError((m) => m.glossary.brokenCsv, line)
  }
  return rows
}

function columnsOf(header: Row | undefined): string[] {
  const columns = header?.cells.map((cell) => shown(cell).trim()) ?? []
  const line = header?.line ?? 1
  const missing = REQUIRED.filter((column) => !columns.includes(column))
  if (missing.length > 0) throw new GlossaryError((m) => m.glossary.missingColumns(missing), line)
  const twice = columns.find((column, at) => column !== '' && columns.indexOf(column) !== at)
  if (twice !== undefined) throw new GlossaryError((m) => m.glossary.columnTwice(twice), line)
  return columns
}

function termOf(cells: Cells, line: number): Term {
  const language = cells.get('lang')!
  if (!TAG.test(language)) throw new GlossaryError((m) => m.glossary.noLanguage(language), line)
  const partOfSpeech = cells.get('part_of_speech')
  const extra = [...cells].filter(([column]) => column !== '' && !COLUMNS.includes(column))
  const variants = (cells.get('variants') ?? '').split(BETWEEN_VARIANTS).map((variant) => variant.trim())
  return {
    language,
    text: cells.get('term')!,
    status: oneOf(TERM_STATUSES, 'status', cells.get('status') ?? 'preferred', line),
    match: oneOf(MATCHES, 'match', cells.get('match') ?? 'inflected', line),
    ...(partOfSpeech && { partOfSpeech: oneOf(PARTS_OF_SPEECH, 'part_of_speech', partOfSpeech, line) }),
    variants: variants.filter((variant) => variant !== ''),
    ...optional('gender', cells.get('gender')),
    ...optional('number', cells.get('number')),
    ...optional('note', cells.get('note')),
    ...optional('source', cells.get('source')),
    ...optional('context', cells.get('context')),
    ...(extra.length > 0 && { extra: Object.fromEntries(extra) }),
  }
}

function oneOf<Word extends string>(words: readonly Word[], column: string, cell: string, line: number): Word {
  const word = words.find((word) => word === cell.toLowerCase())
  if (!word) throw new GlossaryError((m) => m.glossary.noSuchValue(column, cell, words), line)
  return word
}

const optional = <Name extends string>(name: Name, value: string | undefined): { [N in Name]?: string } =>
  value === undefined ? {} : ({ [name]: value } as { [N in Name]?: string })

/** A glossary as CSV: one row a term, the columns of other programs after ours. */
export function writeGlossaryCsv(concepts: readonly Concept[]): string {
  const extra = [...new Set(concepts.flatMap(({ terms }) => terms.flatMap((term) => Object.keys(term.extra ?? {}))))]
  const rows = concepts.flatMap(({ id, definition, subject, terms }) =>
    terms.map((term, at) => [
      id,
      term.language,
      term.text,
      term.status,
      term.partOfSpeech,
      term.match,
      term.note,
      term.gender,
      term.number,
      term.variants.join(BETWEEN_VARIANTS),
      at === 0 ? definition : undefined,
      at === 0 ? subject : undefined,
      term.source,
      term.context,
      ...extra.map((column) => term.extra?.[column]),
    ]),
  )
  return stringify([[...COLUMNS, ...extra], ...rows].map((row) => row.map((cell) => harmless(cell ?? ''))))
}

/** A spreadsheet runs a cell that begins like a formula; an apostrophe before it says it is text. */
const harmless = (cell: string) => (/^'*[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell)
const shown = (cell: string) => (/^'+[=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell)
