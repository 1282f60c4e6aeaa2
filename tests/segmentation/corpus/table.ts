import { type Count, countOf, precision, recall, sum } from '../../glossary/corpus/score.ts'
import type { Engine } from './engines.ts'
import type { LabelledText } from './readCorpus.ts'

/** What was counted: texts, those cut in the right places and no other, and the places. */
export interface Row {
  texts: number
  sentences: number
  right: number
  ends: Count
}

const NONE: Row = { texts: 0, sentences: 0, right: 0, ends: { right: 0, spurious: 0, missed: 0 } }

/** A text an engine has cut otherwise than its labels. */
export interface Disagreement {
  text: LabelledText
  cut: readonly string[]
}

/** Cut all texts; what was counted by phenomenon. */
export async function measure(
  engine: Engine,
  texts: readonly LabelledText[],
  disagree: (disagreement: Disagreement) => void = () => {},
): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>()
  for (const text of texts) {
    const cut = await engine.cut(text.sentences.join(' '), text.language)
    const ends = countOf(endsOf(text.sentences), endsOf(cut))
    const right = ends.spurious + ends.missed === 0
    if (!right) disagree({ text, cut })
    const row = { texts: 1, sentences: text.sentences.length, right: Number(right), ends }
    rows.set(text.phenomenon, together([rows.get(text.phenomenon) ?? NONE, row]))
  }
  return rows
}

/** Where sentences end inside their text, counted in characters that are no white space: some engines lose it. */
function endsOf(sentences: readonly string[]): Set<string> {
  const ends = new Set<string>()
  let at = 0
  for (const sentence of sentences) {
    at += sentence.replace(/\s/gu, '').length
    ends.add(String(at))
  }
  ends.delete(String(at))
  return ends
}

export const together = (rows: readonly Row[]): Row =>
  rows.reduce(
    (all, row) => ({
      texts: all.texts + row.texts,
      sentences: all.sentences + row.sentences,
      right: all.right + row.right,
      ends: sum(all.ends, row.ends),
    }),
    NONE,
  )

/** Texts cut right, precision and recall of the ends, in per cent, and F1; cut after their last digit and not rounded. */
export function figuresOf({ texts, right, ends }: Row): string[] {
  const [found, all] = [precision(ends), recall(ends)]
  const f1 = found + all === 0 ? 0 : (2 * found * all) / (found + all) / 100
  return [...[(100 * right) / texts, found, all].map((share) => cut(share, 1)), cut(f1, 3)]
}

const cut = (figure: number, digits: number) =>
  (Math.floor(figure * 10 ** digits + 1e-9) / 10 ** digits).toFixed(digits)

/** The phenomena in Markdown, as the README shows them. */
export function* phenomenaTable(rows: ReadonlyMap<string, Row>): Generator<string> {
  yield '| phenomenon | texts | sentences | cut right | ends: precision | recall | F1 |'
  yield '|---|---:|---:|---:|---:|---:|---:|'
  for (const [name, row] of rows) yield `| ${name} | ${row.texts} | ${row.sentences} | ${figuresOf(row).join(' | ')} |`
}

/** What is compared, each the sum of some phenomena. */
export const groupOf = (phenomenon: string): string =>
  phenomenon === 'fr/ordinary' ? 'ordinary French' : phenomenon.startsWith('fr/') ? 'hard French' : 'English'

/** The rows of some phenomena added up by what they are compared as. */
export function grouped(rows: ReadonlyMap<string, Row>, group: (phenomenon: string) => string): Map<string, Row> {
  const groups = new Map<string, Row>()
  for (const [name, row] of rows) groups.set(group(name), together([groups.get(group(name)) ?? NONE, row]))
  return groups
}

/** One engine a row: texts cut right, and F1, of each group. */
export function comparisonRow(name: string, groups: ReadonlyMap<string, Row>): string {
  const cells = [...groups.values()].map((row) => `${row.right}/${row.texts} | ${figuresOf(row)[3]}`)
  return `| ${name} | ${cells.join(' | ')} |`
}

export function* comparisonHeader(groups: Iterable<string>): Generator<string> {
  const names = [...groups]
  yield `| rules of | ${names.map((name) => `${name}: cut right | F1`).join(' | ')} |`
  yield `|---|${names.map(() => '---:|---:|').join('')}`
}
