import { decideOnProposal, findProposal } from '../../db/proposals.ts'
import { Invalid, NotFound } from '../errors.ts'
import { kept } from '../text/kept.ts'
import type { Desk } from './desk.ts'
import { perform, type Request } from './perform.ts'
import { mustCurate } from './terminologist.ts'

/** Refuse a proposed term, with the word its proposer will read. */
export async function refuseProposal(
  desk: Desk,
  { id, by, operationId, ...said }: Request & { id: number; answer: string },
): Promise<void> {
  const { db } = desk
  await mustCurate(desk, by)
  const answer = kept(said.answer).trim()
  if (answer === '') throw new Invalid((m) => m.waivers.answerMissing)
  const proposal = await findProposal(db, id, by)
  if (proposal === undefined) throw new NotFound()
  const decision = { accepted: false, conceptId: null, decidedBy: by, decidedAt: new Date(), answer }
  await perform(db, { operationId, act: 'answer', by, projectId: proposal.projectId }, [
    decideOnProposal(db, id, decision),
  ])
}
