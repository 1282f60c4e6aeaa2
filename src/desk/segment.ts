import { findSegment, type SegmentRow } from '../../db/segments.ts'
import { NotFound } from '../errors.ts'
import type { Desk } from './desk.ts'

/** @throws NotFound when there is no such segment, or the person may not see it. */
export async function segmentFor(desk: Desk, personId: string, id: number): Promise<SegmentRow> {
  const segment = await findSegment(desk.db, id, personId)
  if (segment === undefined) throw new NotFound()
  return segment
}
