import manifest from '../../package.json' with { type: 'json' }
import type { Concept, Term } from '../concept.ts'
import { COLUMN_NAMES, CONCEPT_COLUMNS, type Column, TERM_COLUMNS } from './columns.ts'

/** What the header of a file says when this desk wrote it. */
export const SIGNATURE = `visavis ${manifest.version}`

/** Whether a header says so. Only then is the white space of a text its author’s, and not the layout of the file. */
export const isSigned = (header: string): boolean => header.trim().startsWith('visavis ')

/** Columns of other programs, all in one cell. */
const extra: Column<Term> = {
  name: 'extra',
  read(cell) {
    const columns = readExtra(cell)
    return columns ? { value: { extra: columns } } : { problem: (m) => m.tbx.brokenExtra }
  },
  write: ({ extra }) => extra && JSON.stringify(extra),
}

function readExtra(cell: string): Record<string, string> | undefined {
  const columns = readJson(cell)
  if (typeof columns !== 'object' || columns === null) return undefined
  const entries: [string, unknown][] = Object.entries(columns)
  return entries.every(isOfAnother) ? Object.fromEntries(entries) : undefined
}

/** A column called like one of ours, or by nothing but white space, would make the glossary CSV one that nobody can read. */
const isOfAnother = (entry: [string, unknown]): entry is [string, string] => {
  const [name, cell] = entry
  return typeof cell === 'string' && name !== '' && name === name.trim() && !COLUMN_NAMES.has(name)
}

const byName = <Thing>(columns: readonly Column<Thing>[]): ReadonlyMap<string, Column<Thing>> =>
  new Map(columns.map((column) => [column.name, column]))

/** What concepts and terms hold, by the names the glossary CSV has for it. */
export const OF_CONCEPT: ReadonlyMap<string, Column<Concept>> = byName(CONCEPT_COLUMNS)
export const OF_TERM: ReadonlyMap<string, Column<Term>> = byName([...TERM_COLUMNS, extra])

/** What is so of a concept as long as nothing is said of it. */
export const BLANK_CONCEPT: Concept = { id: '', terms: [] }

/** Each run of white space one space: what a text is when its line breaks and indents may be the layout of the file. */
export const folded = (text: string): string => text.replace(/[ \t\r\n]+/gu, ' ').replace(/^ | $/gu, '')

/**
 * What TBX has no category for, as the text of a `note`, one note for each thing: `visavis: match=exact`. A note is the
 * one place that is valid at every level of every dialect, that people can read, and that programs keep when they pass a
 * termbase on. Name and text are those of the glossary CSV, the text in JSON where its white space would not survive.
 */
export const writeOwn = (column: string, cell: string): string =>
  `visavis: ${column}=${cell === folded(cell) && !cell.startsWith('"') ? cell : JSON.stringify(cell)}`

const OWN = /^visavis: (\w+)=(.*)$/su

/** What such a note says. Nothing when it is somebody's note. */
export function readOwn(note: string): { column: string; cell: string } | undefined {
  const [, column = '', text = ''] = OWN.exec(note) ?? []
  if (!OF_CONCEPT.has(column) && !OF_TERM.has(column)) return undefined
  const quoted = text.startsWith('"') ? readJson(text) : undefined
  return { column, cell: typeof quoted === 'string' ? quoted : text }
}

/** Whether somebody's note could be taken for one of these. */
export const looksOwn = (note: string): boolean => folded(note).startsWith('visavis:')

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
