import type { Say } from '../../src/messages/index.ts'
import { languageOf } from './languageNames.ts'
import type { TermKind } from './mapping.ts'
import { short } from './short.ts'
import { type Category, categoryOf, meaningOf } from './tbxCategories.ts'

const YES: ReadonlySet<string> = new Set(['yes', 'y', 'true', 't', '1', 'x', '✓', '✔', 'oui', 'o', 'vrai'])
const NO: ReadonlySet<string> = new Set(['no', 'n', 'false', 'f', '0', 'non', 'faux'])

/** A yes or no as programs and people write it. Nothing for anything else. */
export function readFlag(cell: string): boolean | undefined {
  const word = cell.toLowerCase()
  return YES.has(word) ? true : NO.has(word) ? false : undefined
}

/** What to do with a cell that is wrong. */
export interface Objections {
  /** It makes no sense, and its row is left out. */
  refuse(message: Say): void
  /** It is not understood, and left out or taken for something else. `what` is the same wherever it comes again. */
  doubt(what: string, message: Say): void
}

/** A column of the glossary CSV, and what is said of a term in it. */
export type Fact = readonly [column: string, value: string]

/** What a cell says of a term. */
export function factsIn(kind: TermKind, cell: string, objections: Objections): Fact[] {
  switch (kind) {
    case 'note':
    case 'context':
    case 'source':
      return [[kind, cell]]
    case 'gender':
      return [[kind, GENDERS.get(cell.toLowerCase()) ?? cell]]
    case 'language':
      return inLanguage(cell, objections)
    case 'part of speech':
      return meant(categoryOf('partOfSpeech')!, cell, objections)
    case 'status':
      return meant(categoryOf('administrativeStatus')!, cell, objections)
    case 'forbidden':
      return flagIn(cell, objections) ? [['status', 'forbidden']] : []
    case 'case sensitive':
      return flagIn(cell, objections) ? [['match', 'exact']] : []
    case 'abbreviation':
      return flagIn(cell, objections) ? [['term_type', 'abbreviation']] : []
    case 'term info':
      return cell.split(';').flatMap((word) => TERM_INFO.get(word.trim().toLowerCase()) ?? [])
  }
}

/** How TBX says it. */
const GENDERS: ReadonlyMap<string, string> = new Map([
  ...['m', 'masc', 'masculin', 'masculine'].map((word) => [word, 'masculine'] as const),
  ...['f', 'fem', 'fém', 'féminin', 'feminine'].map((word) => [word, 'feminine'] as const),
  ...['n', 'neut', 'neutre', 'neuter'].map((word) => [word, 'neuter'] as const),
])

/** What memoQ says of a term and we can say too: its other words are about how it looks for prefixes. */
const TERM_INFO: ReadonlyMap<string, readonly Fact[]> = new Map([
  ['casesense', [['match', 'exact']]],
  ['nonterm', [['status', 'forbidden']]],
])

/** A yes or no. Anything else is refused. */
export function flagIn(cell: string, { refuse }: Objections): boolean | undefined {
  const flag = readFlag(cell)
  if (flag === undefined) refuse((m) => m.table.neitherYesNorNo(short(cell)))
  return flag
}

function inLanguage(cell: string, { refuse }: Objections): Fact[] {
  const language = languageOf(cell)
  if (language === undefined) refuse((m) => m.glossary.noLanguage(short(cell)))
  return language === undefined ? [] : [['lang', language]]
}

function meant(category: Category, cell: string, { doubt }: Objections): Fact[] {
  const { column, otherwise } = category
  const meaning = meaningOf(category, cell)
  if (meaning === undefined) doubt(`${column}: ${cell}`, (m) => m.tbx.unknownValue(column, short(cell), otherwise))
  const value = meaning ?? otherwise
  return value === undefined ? [] : [[column, value]]
}
