import { findProposal } from '../../db/proposals.ts'
import { NotFound } from '../errors.ts'
import { kept } from '../text/kept.ts'
import { acceptProposal } from './acceptProposal.ts'
import { type Change, changeConcepts } from './changeConcepts.ts'
import type { Desk } from './desk.ts'
import { judgeAnew } from './judgeAnew.ts'
import type { Request } from './perform.ts'
import { type Choice, chosenRewrites, takeRewrites } from './takeRewrites.ts'
import { mustCurate } from './terminologist.ts'

export interface AppliedChange extends Request {
  changes: readonly [Change, ...Change[]]
  reason: string
  /** The proposal it accepts. */
  proposal?: number | undefined
  /** What its proposer is to read. */
  answer: string
  /** The suggested texts that are to be written with it. */
  choice: Choice
}

/** How many texts were chosen, and written. */
export interface Applied {
  chosen: number
  written: number
}

/**
 * Put a change of the glossary into force, with the proposal it came from, and write the suggested texts somebody chose.
 * Other texts are judged by it while work goes on.
 * @throws Conflict when another change came first; Forbidden unless somebody curates; NotFound for a proposal they may not see.
 */
export async function applyChange(desk: Desk, applied: AppliedChange): Promise<Applied> {
  const { db } = desk
  const { changes, proposal, answer, choice, by, operationId } = applied
  await mustCurate(desk, by)
  const reason = kept(applied.reason).trim()
  if (proposal !== undefined && (await findProposal(db, proposal, by)) === undefined) throw new NotFound()
  const accepted = { conceptId: changes[0].id, answer, by }
  const along = proposal === undefined ? [] : [acceptProposal(db, { id: proposal, ...accepted })]
  const chosen = await chosenRewrites(desk, changes, choice, by)
  await changeConcepts(desk, { changes, reason, by, operationId, along })
  // A fault is one of ours, and what is left is judged at the next start.
  judgeAnew(desk).catch(console.error)
  return { chosen: chosen.length, written: await takeRewrites(desk, chosen, { by, operationId }) }
}
