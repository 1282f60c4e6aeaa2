import { FormatError } from '../../src/errors.ts'
import type { Say } from '../../src/messages/index.ts'
import type { LanguagePair } from '../../src/unit.ts'
import { speaks } from '../ledger.ts'
import type { GlossaryProblem } from './format.ts'
import { type Heading, type Role, readHeading } from './headings.ts'
import { languageOf } from './languageNames.ts'
import { CONCEPT_KINDS, type Mapping, type Meaning, MOST_COLUMNS, TERM_KINDS, type TermKind } from './mapping.ts'
import { short } from './short.ts'
import { type Row, rowsOf, widthOf } from './table.ts'
import { readFlag } from './tableFacts.ts'

/** Rows looked at to see what stands in a column. */
const SAMPLE = 20

/** Columns of yes and no: what stands in them has to be that. */
const FLAGS: ReadonlySet<Role | undefined> = new Set([
  'forbidden',
  'case sensitive',
  'abbreviation',
  'do not translate',
  'translatable',
])

const NAMES_OF_TERMS: ReadonlySet<Role | undefined> = new Set(['term', 'source term', 'target'])

/** What is said of all terms of a row, unless it is said to be of one. */
const OF_ROWS: ReadonlySet<Role | undefined> = new Set(['forbidden', 'case sensitive'])

const OTHER_NAMES: ReadonlyMap<Role | undefined, TermKind> = new Map([
  ['reference', 'source'],
  ['source language', 'language'],
  ['target language', 'language'],
])

/**
 * What the columns of a table are likely to mean: as MateCat, Tolgee, Phrase, Lokalise, memoQ, MultiTerm, DeepL and OmegaT
 * write them, or any that name languages. What is not understood is left out, for a person to look at.
 * @throws FormatError where the text is no table.
 */
export function proposeMapping(text: string, languages: LanguagePair): Mapping {
  const rows = rowsOf(text, { comments: true })
  const [first] = rows
  if (!first) return { header: false, columns: [] }
  const widest = rows.reduce((widest, row) => (widthOf(row) > widthOf(widest) ? row : widest), first)
  if (widthOf(widest) > MOST_COLUMNS) throw new FormatError((m) => m.table.tooManyColumns(MOST_COLUMNS), widest.line)

  if (namesLanguages(rows)) return { header: false, columns: asOrdered(widthOf(widest), LANGUAGES_OF_TERMS, languages) }
  if (!isHeader(first, languages)) return { header: false, columns: asOrdered(widthOf(widest), COMMENT, languages) }
  return { header: true, columns: asNamed(first, rows.slice(1, 1 + SAMPLE), languages) }
}

/** What a person should know of a proposed mapping: which columns it leaves out, or that no row names them. */
export function* doubtsOf(text: string, mapping: Mapping, languages: LanguagePair): Generator<GlossaryProblem> {
  const rows = rowsOf(text, { comments: !mapping.header })
  const [first] = rows
  if (!first || (!mapping.header && namesLanguages(rows))) return
  const doubt = (message: Say): GlossaryProblem => ({ line: first.line, severity: 'warning', message })
  if (!mapping.header) yield doubt((m) => m.table.noHeadings(languages.source, languages.target))
  else {
    for (const [at, { kind }] of mapping.columns.entries()) {
      const heading = first.cells[at] ?? ''
      if (kind !== 'ignore') continue
      if (heading !== '') yield doubt(leftOut(short(heading)))
      else if (rows.some(({ cells }) => cells[at])) yield doubt((m) => m.table.unnamedColumn(at + 1))
    }
  }
}

const leftOut = (heading: string): Say =>
  readHeading(heading).role === undefined
    ? (m) => m.table.unknownHeading(heading)
    : (m) => m.table.unusedHeading(heading)

/**
 * A row of names: one of them is of terms, and there is another, or nothing else, or it is a language of the pair. A
 * glossary may begin with “or”, gold.
 */
function isHeader({ cells }: Row, { source, target }: LanguagePair): boolean {
  const headings = cells.filter((cell) => cell !== '').map(readHeading)
  const known = headings.filter(({ role, language }) => role !== undefined || language !== undefined)
  const ofTerms = known.some(({ role, language }) => language !== undefined || NAMES_OF_TERMS.has(role))
  const ofPair = known.some(({ language }) => language && [source, target].some((tag) => speaks({ language }, tag)))
  return ofTerms && (known.length > 1 || headings.length === 1 || ofPair)
}

/** Whether the third and the fourth cell of each row are the languages of the first and the second (DeepL). */
const namesLanguages = (rows: readonly Row[]): boolean =>
  rows.length > 1 &&
  rows.slice(0, SAMPLE).every(({ cells }) => [2, 3].every((at) => languageOf(cells[at] ?? '') !== undefined))

/** Without names: source and target, and what comes behind them. */
function asOrdered(width: number, behind: readonly Meaning[], { source, target }: LanguagePair): Meaning[] {
  const known: Meaning[] = [{ kind: 'term', language: source }, { kind: 'term', language: target }, ...behind]
  return Array.from({ length: width }, (_, at) => known[at] ?? { kind: 'ignore' })
}

/** As OmegaT has it. */
const COMMENT: readonly Meaning[] = [{ kind: 'note', of: 1 }]
const LANGUAGES_OF_TERMS: readonly Meaning[] = [
  { kind: 'language', of: 0 },
  { kind: 'language', of: 1 },
]

/** By their names. What is said of a term stands behind it, or names its language. */
function asNamed(names: Row, sample: readonly Row[], pair: LanguagePair): Meaning[] {
  const headings = names.cells.slice(0, widthOf(names)).map(readHeading)
  const languages = languagesOf(headings, pair)
  return headings.map((heading, at): Meaning => {
    const language = languages[at]
    if (language !== undefined) return { kind: 'term', language }
    const { role } = heading
    if (FLAGS.has(role) && !holdsFlags(sample, at)) return { kind: 'ignore' }
    const ofConcept = CONCEPT_KINDS.find((kind) => kind === role)
    if (ofConcept) return { kind: ofConcept }
    const ofTerms = TERM_KINDS.find((kind) => kind === role) ?? OTHER_NAMES.get(role)
    const of = columnOf(heading, at, languages, pair)
    if (!ofTerms || of === -1) return { kind: 'ignore' }
    return { kind: ofTerms, ...(of !== undefined && { of }) }
  })
}

/** The column of the terms a column is about: none for those of the whole row, -1 where there is no such column. */
function columnOf(
  { role, language, level }: Heading,
  at: number,
  languages: readonly (string | undefined)[],
  { source, target }: LanguagePair,
): number | undefined {
  if (language !== undefined) return languages.indexOf(language)
  if (role === 'source language') return languages.indexOf(source)
  if (role === 'target language') return languages.indexOf(target)
  if (role === 'language') return languages.findIndex((language) => language !== undefined)
  if (level === 'concept' || (level === undefined && OF_ROWS.has(role))) return undefined
  const before = languages.slice(0, at).findLastIndex((language) => language !== undefined)
  return before < 0 ? undefined : before
}

/** The language of each column that holds terms. */
function languagesOf(headings: readonly Heading[], { source, target }: LanguagePair): (string | undefined)[] {
  const has = (wanted: Role) => headings.some(({ role }) => role === wanted)
  const named = new Map<Role, string | undefined>([
    ['source term', source],
    ['target', target],
    ['term', undefined],
    ...(has('target') && !has('source term') ? [['source', source] as const] : []),
  ])
  const ofTerms = headings.map(({ role, language, level }) =>
    role === undefined ? language !== undefined : level === undefined && named.has(role),
  )
  const spoken = headings.filter((_, at) => ofTerms[at]).flatMap(({ language }) => language ?? [])
  // A column that is only called “term” is in the language that has no other column.
  const unspoken = [source, target].filter((tag) => !spoken.some((language) => speaks({ language }, tag)))
  return headings.map(({ role, language }, at) => {
    if (!ofTerms[at]) return undefined
    return language ?? named.get(role!) ?? unspoken.shift()
  })
}

const holdsFlags = (rows: readonly Row[], at: number): boolean =>
  rows.every(({ cells }) => !cells[at] || readFlag(cells[at]) !== undefined)
