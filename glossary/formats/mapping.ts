import type { Say } from '../../src/messages/index.ts'
import { languageTag } from './languageNames.ts'

/** What may stand between several terms in one cell. */
export const SPLITS = ['|', ';'] as const

/** What a column may say of terms. `term info` is memoQ’s: `CaseSense;Exact;NonTerm`. */
export const TERM_KINDS = [
  'language',
  'note',
  'context',
  'source',
  'part of speech',
  'gender',
  'status',
  'forbidden',
  'case sensitive',
  'abbreviation',
  'term info',
] as const
export type TermKind = (typeof TERM_KINDS)[number]

/** What a column may say of the concept. */
export const CONCEPT_KINDS = ['concept id', 'definition', 'subject', 'do not translate', 'translatable'] as const
export type ConceptKind = (typeof CONCEPT_KINDS)[number]

/**
 * What a column of a table means. What is said of terms is said of those in the column `of`, counted from 0; without it, of
 * the terms of the whole row.
 */
export type Meaning =
  | { kind: 'term'; language: string; split?: (typeof SPLITS)[number] }
  | { kind: TermKind; of?: number }
  | { kind: ConceptKind | 'ignore' }

/** Whether a column says something of terms. */
export const isOfTerms = (meaning: Meaning): meaning is Extract<Meaning, { kind: TermKind }> =>
  TERM_KINDS.some((kind) => kind === meaning.kind)

/** What a table means that has a row for each concept: plain data, for a person to correct column by column. */
export interface Mapping {
  /** Whether the first row names the columns. */
  header: boolean
  columns: readonly Meaning[]
}

/**
 * The columns as a form carries them, a field for each: `term fr`, `term en |`, `note 2`, `concept id`, `ignore`. Whether
 * there is a header is a field of its own.
 */
export const writeMapping = ({ columns }: Mapping): string[] => columns.map(writeMappingColumn)

function writeMappingColumn(meaning: Meaning): string {
  const { kind } = meaning
  if (meaning.kind === 'term') return [kind, meaning.language, ...(meaning.split ?? [])].join(' ')
  return isOfTerms(meaning) && meaning.of !== undefined ? `${kind} ${meaning.of}` : kind
}

/** The column as `writeMapping` writes it. Nothing for anything else. */
export function readMappingColumn(text: string): Meaning | undefined {
  const whole = [...CONCEPT_KINDS, 'ignore' as const].find((kind) => kind === text)
  if (whole) return { kind: whole }
  const [, name, of] = /^(.+?)(?: (0|[1-9]\d{0,5}))?$/u.exec(text) ?? []
  const kind = TERM_KINDS.find((kind) => kind === name)
  return kind ? { kind, ...(of !== undefined && { of: Number(of) }) } : readTermColumn(text)
}

function readTermColumn(text: string): Meaning | undefined {
  const [, tag = '', between] = /^term (\S+)(?: (\S))?$/u.exec(text) ?? []
  const language = languageTag(tag)
  const split = SPLITS.find((sign) => sign === between)
  if (language === undefined || split !== between) return undefined
  return { kind: 'term', language, ...(split && { split }) }
}

/** A glossary in all the languages of the European Union has a tenth of it. */
export const MOST_COLUMNS = 1000

/** Why no table can be read so. */
export function* faultsIn({ columns }: Mapping): Generator<Say> {
  if (columns.length > MOST_COLUMNS) yield (m) => m.table.tooManyColumns(MOST_COLUMNS)
  if (!columns.some(({ kind }) => kind === 'term')) yield (m) => m.table.noTermColumn
  for (const [at, meaning] of columns.entries()) {
    if (meaning.kind === 'term') {
      const { language } = meaning
      if (languageTag(language) === undefined) yield (m) => m.glossary.noLanguage(language)
    } else if (isOfTerms(meaning) && meaning.of !== undefined) {
      const { of } = meaning
      if (columns[of]?.kind !== 'term') yield (m) => m.table.noTermsIn(at + 1, of + 1)
    }
  }
}
