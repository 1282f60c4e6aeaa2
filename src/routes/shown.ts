import type { SegmentRow } from '../../db/segments.ts'
import type { Permissions } from '../../views/activeSegment.tsx'
import type { Shown } from '../../views/segment.tsx'
import type { Failure } from '../checks/index.ts'
import { type AroundSegment, aroundOf } from '../desk/around.ts'
import type { Desk } from '../desk/desk.ts'
import { judgeSegment } from '../desk/judgeSegment.ts'
import { ruleIn } from '../desk/ruleOf.ts'
import { endOf } from '../desk/waivers.ts'
import { plain } from '../text/tags.ts'
import type { Role } from '../unit.ts'
import { may } from '../unit.ts'

export interface ShownVerdict {
  segment: Shown
  failures: readonly Failure[]
}

/** A row as the views show it, with the verdict on its text. */
export function shownIn(desk: Desk, row: SegmentRow, around: AroundSegment): ShownVerdict {
  const verdict = judgeSegment(desk, row, row.target, around)
  const { ledger, failures } = verdict
  const waivers = around.asked.map((waiver) => ({
    ...waiver,
    words: plain(row.source.slice(waiver.sourceStart, waiver.sourceEnd), row.codes).text,
    ended: endOf(desk, waiver, row.head),
    ruling: ruleIn(verdict, waiver, row.languages.source) !== undefined,
  }))
  return { segment: { ...row, ledger, waivers }, failures }
}

/** The same for one row, with the verdict on the text being typed if there is one: what was excepted was so in the text kept. */
export async function shown(desk: Desk, row: SegmentRow, target = row.target): Promise<ShownVerdict> {
  const around = await aroundOf(desk.db, row)
  if (target === row.target) return shownIn(desk, row, around)
  return shownIn(desk, { ...row, target }, { ...around, waivers: [], asked: [] })
}

/** What somebody with these roles may do with a segment. Its author does not review it. */
export const permissionsOf = (roles: readonly Role[], personId: string, { author }: SegmentRow): Permissions => ({
  translate: may(roles, 'translator'),
  review: may(roles, 'reviewer') && author !== personId,
  curate: may(roles, 'terminologist'),
})
