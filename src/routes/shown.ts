import type { SegmentRow } from '../../db/segments.ts'
import type { Permissions } from '../../views/activeSegment.tsx'
import type { Shown } from '../../views/segment.tsx'
import type { Failure } from '../checks/index.ts'
import type { Desk } from '../desk/desk.ts'
import { judgeSegment } from '../desk/judgeSegment.ts'
import type { Role } from '../unit.ts'
import { may } from '../unit.ts'

/** A row as the views show it, with the verdict on its text, or on the one being typed. */
export function shown(
  desk: Desk,
  row: SegmentRow,
  target = row.target,
): { segment: Shown; failures: readonly Failure[] } {
  const { ledger, failures } = judgeSegment(desk, row, target)
  return { segment: { ...row, target, ledger }, failures }
}

/** What somebody with these roles may do with a segment. Its author does not review it. */
export const permissionsOf = (roles: readonly Role[], personId: string, { author }: SegmentRow): Permissions => ({
  translate: may(roles, 'translator'),
  review: may(roles, 'reviewer') && author !== personId,
})
