import type { Ledger, Occurrence } from './ledger.ts'
import { versionOf } from './termbase.ts'

/** A reviewer's reasoned exception for one occurrence: which words of the source, and the concept as it then was. */
export interface Waiver {
  id: number
  concept: string
  conceptVersion: string
  start: number
  end: number
}

export interface WaivedOccurrence extends Occurrence {
  waiver?: Waiver
}

export interface WaivedLedger extends Ledger {
  occurrences: readonly WaivedOccurrence[]
}

/** A ledger after its waivers: what is not rendered as it should be, and excepted for these very words, is waived. */
export function waive(ledger: Ledger, waivers: readonly Waiver[]): WaivedLedger {
  if (waivers.length === 0) return ledger
  return {
    ...ledger,
    occurrences: ledger.occurrences.map((occurrence) => {
      if (occurrence.outcome === 'rendered') return occurrence
      const { concept, source } = occurrence
      const waiver = waivers.find(
        ({ concept: id, conceptVersion, start, end }) =>
          id === concept.id && start === source.start && end === source.end && conceptVersion === versionOf([concept]),
      )
      return waiver === undefined ? occurrence : { ...occurrence, outcome: 'waived', waiver }
    }),
  }
}
