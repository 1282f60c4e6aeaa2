import { firstMentions } from '../../db/mentions.ts'
import type { Database } from '../../db/open.ts'
import type { SegmentRow } from '../../db/segments.ts'
import { type WaiverRow, waiversIn } from '../../db/waivers.ts'
import type { Around } from './judgeSegment.ts'
import { inForce } from './waivers.ts'

/** What decides the verdict on a segment beside its texts, and all that was asked to be excepted in it. */
export type AroundSegment = Around & { asked: readonly WaiverRow[] }

/** What surrounds segments of one document: to be looked up for each of them. */
export async function aroundIn(db: Database, rows: readonly SegmentRow[]): Promise<(row: SegmentRow) => AroundSegment> {
  const [first] = rows
  const mentions = first === undefined ? new Map() : await firstMentions(db, first.documentId)
  const waivers = await waiversIn(
    db,
    rows.map(({ id }) => id),
  )
  return ({ id, head }) => {
    const asked = waivers.get(id) ?? []
    return { mentions, asked, waivers: inForce(asked, head) }
  }
}

export const aroundOf = async (db: Database, row: SegmentRow): Promise<AroundSegment> =>
  (await aroundIn(db, [row]))(row)
