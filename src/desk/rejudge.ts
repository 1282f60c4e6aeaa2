import { keepLedger } from '../../db/ledgers.ts'
import type { Statement } from '../../db/open.ts'
import { type SegmentRow, setStale } from '../../db/segments.ts'
import { balances } from '../../glossary/ledger.ts'
import type { WaivedLedger } from '../../glossary/waiver.ts'
import type { Desk } from './desk.ts'

/** The statements that put a new verdict on a segment's newest text; an approval that it does not bear out goes stale. */
export const rejudge = ({ db, glossaryVersion }: Desk, segment: SegmentRow, ledger: WaivedLedger): Statement[] => [
  ...keepLedger({ segmentId: segment.id, revision: segment.head, glossaryVersion }, ledger),
  ...(segment.state === 'approved' ? [setStale(db, segment.id, !balances(ledger))] : []),
]
