import { rolesOf } from '../../db/people.ts'
import type { SegmentRow } from '../../db/segments.ts'
import { Conflict } from '../errors.ts'
import { may, type Role } from '../unit.ts'
import type { Change } from './changeConcepts.ts'
import type { Desk } from './desk.ts'
import type { Request } from './perform.ts'
import { turnedBy } from './previewChange.ts'
import { saveTarget } from './saveTarget.ts'
import { submit } from './submit.ts'
import { withdraw } from './withdraw.ts'

/** A text somebody chose to have written otherwise. */
export interface Chosen {
  segment: SegmentRow
  target: string
}

/** Which of the texts a change would have written: those of a revision, by segment, and perhaps all that were not looked at. */
export interface Choice {
  revisions: ReadonlyMap<number, number>
  others: boolean
}

/** Who may write what the glossary suggests; somebody else approves it. */
export const REWRITERS = ['translator', 'terminologist'] as const satisfies readonly Role[]

/** Texts written with one change: more would keep whoever makes it waiting. */
export const MOST_REWRITES = 1000

/** What a change would have texts say that were chosen, in the projects in which somebody may write them. */
export async function chosenRewrites(
  desk: Desk,
  changes: readonly Change[],
  { revisions, others }: Choice,
  by: string,
): Promise<Chosen[]> {
  if (revisions.size === 0 && !others) return []
  const roles = new Map<number, readonly Role[]>()
  const chosen: Chosen[] = []
  for await (const { segment, wouldBlock, rewrite } of turnedBy(desk, changes)) {
    const { id, head, projectId } = segment
    if (chosen.length === MOST_REWRITES) break
    if (!wouldBlock || !(revisions.get(id) === head || (others && !revisions.has(id)))) continue
    if (!roles.has(projectId)) roles.set(projectId, await rolesOf(desk.db, by, projectId))
    if (!REWRITERS.some((role) => may(roles.get(projectId)!, role))) continue
    const target = rewrite()?.target
    if (target !== undefined) chosen.push({ segment, target })
  }
  return chosen
}

/**
 * Write the chosen texts, once the change is in force. What was approved or handed over is handed over anew, for somebody
 * else to approve. Tells how many were written: where another text came first, that one stands.
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
      if (state === 'approved') await withdraw(desk, { ...request('withdraw'), revision: head }, REWRITERS)
      const saved = await saveTarget(desk, { ...request('save'), base: head, target, origin: 'glossary' }, REWRITERS)
      if (saved.overtaken) continue
      written++
      if (state !== 'draft') await submit(desk, { ...request('submit'), revision: saved.segment.head }, REWRITERS)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
    }
  }
  return written
}
