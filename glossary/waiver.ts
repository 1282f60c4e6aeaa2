import type { Ledger, Occurrence } from './ledger.ts'
import { versionOf } from './termbase.ts'

/**
 * Which occurrence is excepted: a concept at some words of the source. A file says where they start; what it does not say,
 * where they end and what the concept then was, is as it is.
 */
export interface Exception {
  concept: string
  start: number
  end?: number
  conceptVersion?: string
}

/** A reviewer's reasoned exception for one occurrence, as the desk keeps it. */
export interface Waiver extends Required<Exception> {
  id: number
}

export interface WaivedOccurrence<By extends Exception = Waiver> extends Occurrence {
  waiver?: By
}

export interface WaivedLedger<By extends Exception = Waiver> extends Ledger {
  occurrences: readonly WaivedOccurrence<By>[]
}

/** A ledger after its waivers: what is not rendered as it should be, and excepted for these very words, is waived. */
export function waive<By extends Exception>(ledger: Ledger, waivers: readonly By[]): WaivedLedger<By> {
  if (waivers.length === 0) return ledger
  return {
    ...ledger,
    occurrences: ledger.occurrences.map((occurrence) => {
      if (occurrence.outcome === 'rendered') return occurrence
      const waiver = waivers.find((waiver) => excepts(waiver, occurrence))
      return waiver === undefined ? occurrence : { ...occurrence, outcome: 'waived', waiver }
    }),
  }
}

const excepts = ({ concept: id, start, end, conceptVersion }: Exception, { concept, source }: Occurrence): boolean =>
  id === concept.id &&
  start === source.start &&
  (end === undefined || end === source.end) &&
  (conceptVersion === undefined || conceptVersion === versionOf([concept]))
