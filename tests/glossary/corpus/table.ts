import { judge } from '../../../glossary/judge.ts'
import { mentionsIn } from '../../../glossary/ledger.ts'
import { compileTermbase } from '../../../glossary/termbase.ts'
import type { Corpus, Label, Pair } from './readCorpus.ts'
import { RIVALS } from './rivals.ts'
import { type Count, countOf, judgedPairs, MEASURES, type Measure, precision, recall, sum } from './score.ts'

const NONE: Count = { right: 0, spurious: 0, missed: 0 }

/** `right`: the pairs in which everything was right. */
export type Row = { pairs: number; right: number } & Record<Measure, Count>

/** What was counted by phenomenon, and in all. */
export function phenomena(corpora: readonly Corpus[]): Map<string, Row> {
  const rows = new Map<string, Row>()
  for (const { concepts, documents } of corpora) {
    const termbase = compileTermbase(concepts, { source: 'fr', target: 'en' })
    for (const { pair, labelled, found } of judgedPairs(termbase, documents)) {
      const counts = MEASURES.map((measure) => countOf(labelled[measure], found[measure]))
      const isRight = counts.every(({ spurious, missed }) => spurious + missed === 0)
      for (const name of [pair.phenomenon, 'all']) {
        const row = rows.get(name) ?? { pairs: 0, right: 0, recognition: NONE, rendering: NONE, verdict: NONE }
        row.pairs += 1
        row.right += Number(isRight)
        for (const [at, measure] of MEASURES.entries()) row[measure] = sum(row[measure], counts[at]!)
        rows.set(name, row)
      }
    }
  }
  return rows
}

/**
 * The pairs that are right, then precision and recall of each measure, in per cent with one decimal, cut and not rounded:
 * 99.96 is no 100.
 */
export const figuresOf = (row: Row): string[] =>
  [
    (100 * row.right) / row.pairs,
    ...MEASURES.flatMap((measure) => [precision(row[measure]), recall(row[measure])]),
  ].map(cut)

const cut = (share: number) => (Math.floor(share * 10 + 1e-9) / 10).toFixed(1)

/** What the rules of a program see of the concepts of a sentence, and report of its wrong translations, if it looks for them. */
export interface Compared {
  seen: Count
  reported: Count | undefined
}

/** The rules of other programs over the same pairs: a concept seen in a sentence, a wrong translation of it reported. */
export function comparison(corpora: readonly Corpus[]): Map<string, Compared> {
  const results = new Map<string, Compared>()
  const tally = (name: string, seen: Count, reported: Count | undefined) => {
    const known = results.get(name)
    const counted = known?.reported && reported ? sum(known.reported, reported) : (known?.reported ?? reported)
    results.set(name, { seen: sum(known?.seen ?? NONE, seen), reported: counted })
  }
  for (const { concepts, documents } of corpora) {
    const termbase = compileTermbase(concepts, { source: 'fr', target: 'en' })
    for (const { date, pairs } of documents) {
      const mentioned = new Set<string>()
      for (const pair of pairs) {
        const { seen, wrong } = conceptsLabelled(pair)
        const { french, english } = pair
        const ledger = judge(termbase, french.text, english.text, { date, mentioned })
        for (const concept of mentionsIn(ledger)) mentioned.add(concept)
        const ours = new Set(ledger.occurrences.map(({ concept }) => concept.id))
        const blocked = new Set([
          ...ledger.occurrences.filter(({ outcome }) => outcome === 'missing').map(({ concept }) => concept.id),
          ...ledger.misused.filter(({ term }) => term.status === 'forbidden').map(({ concept }) => concept.id),
        ])
        tally('Vis-à-vis', countOf(seen, ours), countOf(wrong, blocked))
        for (const { name, sees, reports } of RIVALS) {
          const idsOf = (holds: (concept: (typeof concepts)[number]) => boolean) =>
            new Set(concepts.filter(holds).map(({ id }) => id))
          const theirs = idsOf((concept) => sees(concept, french.text))
          const reported = reports && idsOf((concept) => reports(concept, french.text, english.text))
          tally(name, countOf(seen, theirs), reported && countOf(wrong, reported))
        }
      }
    }
  }
  return results
}

function conceptsLabelled({ french, english }: Pair) {
  const ids = (labels: readonly Label[]) => labels.map(({ concept }) => concept)
  return {
    seen: new Set(ids(french.labels)),
    wrong: new Set([
      ...ids(french.labels.filter(({ verdict }) => verdict === 'missing')),
      ...ids(english.labels.filter(({ verdict }) => verdict === 'forbidden')),
    ]),
  }
}

/** Both tables in Markdown, as the README shows them. */
export function* tables(rows: ReadonlyMap<string, Row>, compared: ReadonlyMap<string, Compared>): Generator<string> {
  yield '| phenomenon | pairs | all right | terms seen: precision | recall | renderings seen: precision | recall | verdicts: precision | recall |'
  yield '|---|---:|---:|---:|---:|---:|---:|---:|---:|'
  for (const [name, row] of rows) {
    if (name !== 'all') yield `| ${name} | ${row.pairs} | ${figuresOf(row).join(' | ')} |`
  }
  const all = rows.get('all')!
  yield `| **all** | **${all.pairs}** | ${figuresOf(all)
    .map((figure) => `**${figure}**`)
    .join(' | ')} |`
  yield ''
  yield '| rules of | concepts not seen | seen wrongly | wrong translations missed | false alarms |'
  yield '|---|---:|---:|---:|---:|'
  for (const [name, { seen, reported }] of compared) {
    const wrong = reported === undefined ? 'no check | –' : `${of(reported)} | ${reported.spurious}`
    yield `| ${name} | ${of(seen)} | ${seen.spurious} | ${wrong} |`
  }
}

const of = ({ right, missed }: Count) => `${missed}/${right + missed}`
