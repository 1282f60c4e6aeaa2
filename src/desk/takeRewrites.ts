import type { SegmentRow } from '../../db/segments.ts'
import { Conflict } from '../errors.ts'
import type { Change } from './changeConcepts.ts'
import type { Desk } from './desk.ts'
import type { Request } from './perform.ts'
import { turnedAmong } from './previewChange.ts'
import { saveTarget } from './saveTarget.ts'
import { submit } from './submit.ts'
import { withdraw } from './withdraw.ts'

/** A text somebody chose to have written otherwise. */
export interface Chosen {
  segment: SegmentRow
  target: string
}

/** What a change would have texts say, of those that are still the revision that was looked at: its number by segment. */
export async function chosenRewrites(
  desk: Desk,
  changes: readonly Change[],
  revisions: ReadonlyMap<number, number>,
): Promise<Chosen[]> {
  const chosen: Chosen[] = []
  for await (const { segment, rewrite } of turnedAmong(desk, changes, [...revisions.keys()])) {
    const target = segment.head === revisions.get(segment.id) ? rewrite()?.target : undefined
    if (target !== undefined) chosen.push({ segment, target })
  }
  return chosen
}

/**
 * Write the chosen texts, once the change is in force. What was approved or handed over is handed over anew, for somebody
 * else to approve. Tells how many were written: where another text came first, that one stands.
 * @throws Forbidden when somebody is no translator of a project.
 */
export async function takeRewrites(
  desk: Desk,
  chosen: readonly Chosen[],
  { by, operationId }: Request,
): Promise<number> {
  let written = 0
  for (const { segment, target } of chosen) {
    const { id: segmentId, head, state } = segment
    const request = (act: string) => ({ segmentId, by, operationId: `${operationId}.${segmentId}.${act}` })
    try {
      if (state === 'approved') await withdraw(desk, { ...request('withdraw'), revision: head })
      const saved = await saveTarget(desk, { ...request('save'), base: head, target, origin: 'glossary' })
      if (saved.overtaken) continue
      written++
      if (state !== 'draft') await submit(desk, { ...request('submit'), revision: saved.segment.head })
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
    }
  }
  return written
}
