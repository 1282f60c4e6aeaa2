import type { LanguagePair } from '../../src/unit.ts'
import { allowed, speaks } from '../ledger.ts'
import { titleOf } from '../search.ts'
import type { ReadGlossary } from './format.ts'
import { faultsIn, type Mapping } from './mapping.ts'
import { Problems } from './problems.ts'
import { type Row, rowsOf, widthOf } from './table.ts'
import { conceptsOf } from './tableDrafts.ts'
import { type Entry, entryOf } from './tableEntry.ts'

/**
 * The concepts of a table whose columns mean what `mapping` says: of its first rows, or of all. Rows with one id are of one
 * concept; so are rows of the same source terms that nothing tells apart. @throws FormatError where the text is no table.
 */
export function readTable(
  text: string,
  mapping: Mapping,
  languages: LanguagePair,
  most = Number.POSITIVE_INFINITY,
): ReadGlossary {
  const rows = rowsOf(text, { comments: !mapping.header })
  const problems = new Problems()
  const top = rows[0]?.line ?? 1
  const faults = [...faultsIn(mapping)]
  for (const fault of faults) problems.error(top, fault)
  if (faults.length > 0) return { concepts: [], lines: new Map(), coined: new Set(), problems: problems.inOrder() }

  const first = mapping.header ? 1 : 0
  const entries = entriesIn(rows.slice(first, first + most), mapping, languages, problems)
  const found = conceptsOf(entries, languages)
  const asked = [languages.source, languages.target].filter((language) => {
    const spoken = holdsTermsIn(mapping, language)
    if (!spoken) problems.warning(top, (m) => m.table.noColumn(language))
    return spoken
  })
  for (const { line, ...concept } of found) {
    const { terms } = concept
    // What only forbids needs no other term.
    if (!terms.every(allowed)) continue
    for (const language of asked) {
      if (terms.some((term) => speaks(term, language))) continue
      problems.warning(line, (m) => m.glossary.noTerm(titleOf(concept, languages.source), language))
    }
  }
  return {
    concepts: found.map(({ line: _, isCoined: __, ...concept }) => concept),
    lines: new Map(found.map(({ id, line }) => [id, line])),
    coined: new Set(found.filter(({ isCoined }) => isCoined).map(({ id }) => id)),
    problems: problems.inOrder(),
  }
}

/** Whether terms in a language may stand in a table. */
const holdsTermsIn = ({ columns }: Mapping, language: string): boolean =>
  columns.some((meaning) => meaning.kind === 'language' || (meaning.kind === 'term' && speaks(meaning, language)))

/** What the rows say, one after the other. Blank ones say nothing, and what was said before is not said again. */
function* entriesIn(
  rows: readonly Row[],
  { columns }: Mapping,
  languages: LanguagePair,
  problems: Problems,
): Generator<Entry> {
  const seen = new Map<string, number>()
  for (const row of rows) {
    const { cells, line } = row
    if (widthOf(row) > columns.length) {
      problems.error(line, (m) => m.table.tooManyCells(columns.length))
      continue
    }
    const said = cells.flatMap((cell, at) => {
      const meaning = columns[at]
      return cell === '' || meaning === undefined || meaning.kind === 'ignore' ? [] : [{ at, meaning, cell }]
    })
    const whole = JSON.stringify(said.map(({ at, cell }) => [at, cell]))
    const earlier = seen.get(whole)
    seen.set(whole, earlier ?? line)
    if (said.length === 0) continue
    if (earlier !== undefined) {
      problems.warning(line, (m) => m.table.sameRow(earlier))
      continue
    }
    const entry = entryOf(said, line, languages, problems)
    if (entry) yield entry
  }
}
