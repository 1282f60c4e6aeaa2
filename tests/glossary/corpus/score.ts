import { judge } from '../../../glossary/judge.ts'
import { type Ledger, mentionsIn, type Outcome } from '../../../glossary/ledger.ts'
import type { Termbase } from '../../../glossary/termbase.ts'
import type { CorpusDocument, Label, Pair, Verdict } from './readCorpus.ts'

/** Three things are measured: terms seen in the French, renderings and wrong terms seen in the English, what is reported. */
export const MEASURES = ['recognition', 'rendering', 'verdict'] as const
export type Measure = (typeof MEASURES)[number]

/** Labelled and found, found though not labelled, labelled and not found. */
export interface Count {
  right: number
  spurious: number
  missed: number
}

/** A pair in which the judge and the labels disagree, in words. */
export interface Disagreement {
  pair: Pair
  measure: Measure
  spurious: readonly string[]
  missed: readonly string[]
}

const REPORTED: ReadonlySet<Verdict> = new Set(['missing', 'implied', 'first-mention', 'forbidden', 'superseded'])

const VERDICTS: Readonly<Record<Outcome, Verdict>> = {
  rendered: 'rendered',
  implied: 'implied',
  unexpanded: 'first-mention',
  missing: 'missing',
  waived: 'rendered',
}

/** What is labelled, or was found, by measure: each thing as a text that names its verdict, concept and span. */
type Things = Readonly<Record<Measure, ReadonlySet<string>>>

/** Judge every pair, each document from its first to its last, and say where the judge and the labels disagree. */
export function* judgedPairs(
  termbase: Termbase,
  documents: readonly CorpusDocument[],
): Generator<{ pair: Pair; labelled: Things; found: Things }> {
  for (const { date, pairs } of documents) {
    const mentioned = new Set<string>()
    for (const pair of pairs) {
      const ledger = judge(termbase, pair.french.text, pair.english.text, { date, mentioned })
      for (const concept of mentionsIn(ledger)) mentioned.add(concept)
      yield { pair, labelled: thingsLabelled(pair), found: thingsFound(ledger) }
    }
  }
}

const named = (verdict: Verdict, concept: string, { start, end }: { start: number; end: number }) =>
  `${verdict} ${concept} ${start}–${end}`

function thingsLabelled({ french, english }: Pair): Things {
  const told = ({ concept, verdict, ...span }: Label) => named(verdict, concept, span)
  const spans = ({ concept, ...span }: Label) => named('rendered', concept, span)
  return {
    recognition: new Set(french.labels.map(spans)),
    rendering: new Set(english.labels.map(told)),
    verdict: new Set([...french.labels, ...english.labels].filter(({ verdict }) => REPORTED.has(verdict)).map(told)),
  }
}

function thingsFound({ occurrences, misused }: Ledger): Things {
  const wrong = misused.map((misuse) =>
    named(misuse.term.status === 'forbidden' ? 'forbidden' : 'superseded', misuse.concept.id, misuse),
  )
  return {
    recognition: new Set(occurrences.map(({ concept, source }) => named('rendered', concept.id, source))),
    rendering: new Set([
      ...occurrences.flatMap(({ concept, target }) => (target ? [named('rendered', concept.id, target)] : [])),
      ...wrong,
    ]),
    verdict: new Set([
      ...occurrences
        .map(({ concept, source, outcome }) => [VERDICTS[outcome], concept.id, source] as const)
        .filter(([verdict]) => REPORTED.has(verdict))
        .map(([verdict, concept, source]) => named(verdict, concept, source)),
      ...wrong,
    ]),
  }
}

export function countOf(labelled: ReadonlySet<string>, found: ReadonlySet<string>): Count {
  const right = [...found].filter((thing) => labelled.has(thing)).length
  return { right, spurious: found.size - right, missed: labelled.size - right }
}

export const sum = (one: Count, other: Count): Count => ({
  right: one.right + other.right,
  spurious: one.spurious + other.spurious,
  missed: one.missed + other.missed,
})

/** Per cent; of nothing, all of it. */
export const precision = ({ right, spurious }: Count): number => share(right, right + spurious)
export const recall = ({ right, missed }: Count): number => share(right, right + missed)
const share = (part: number, whole: number) => (whole === 0 ? 100 : (100 * part) / whole)
