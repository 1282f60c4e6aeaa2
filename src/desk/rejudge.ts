import { keepLedgers } from '../../db/ledgers.ts'
import type { Statement } from '../../db/open.ts'
import { type SegmentRow, setStale } from '../../db/segments.ts'
import { balances } from '../../glossary/ledger.ts'
import type { WaivedLedger } from '../../glossary/waiver.ts'
import type { Desk } from './desk.ts'

/** A segment with the verdict on its newest text. */
export type Judged = readonly [segment: SegmentRow, ledger: WaivedLedger]

/** The statements that put new verdicts on segments' newest texts; an approval that one does not bear out goes stale. */
export function rejudge({ glossaryVersion }: Desk, judged: readonly Judged[]): Statement[] {
  if (judged.length === 0) return []
  const approved = judged.filter(([{ state }]) => state === 'approved')
  const ids = (borneOut: boolean) =>
    approved.filter(([, ledger]) => balances(ledger) === borneOut).map(([{ id }]) => id)
  return [
    ...keepLedgers(
      judged.map(([{ id, head }, ledger]) => [{ segmentId: id, revision: head, glossaryVersion }, ledger]),
    ),
    setStale(ids(true), false),
    setStale(ids(false), true),
  ]
}
