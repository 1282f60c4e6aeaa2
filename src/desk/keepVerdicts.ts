import { keepLedgers, type NewLedger } from '../../db/ledgers.ts'
import type { Statement } from '../../db/open.ts'
import type { SegmentRow } from '../../db/segments.ts'
import type { Verdict } from './judgeSegment.ts'

/** A segment with the verdict on its newest text. */
export type Judged = readonly [segment: SegmentRow, verdict: Verdict]

/** The statements that put new verdicts on segments' newest texts, and undo their batch where one is void already. */
export const keepVerdicts = (judged: readonly Judged[]): Statement[] => keepLedgers(judged.map(ledgerOf))

/** A verdict as it is kept. */
export const ledgerOf = ([{ id, head }, { ledger, tagged, basis }]: Judged): NewLedger => ({
  ...basis,
  segmentId: id,
  revision: head,
  ledger,
  tagged,
})
