import type { Database, Statement } from '../../db/open.ts'
import { decideOnProposal } from '../../db/proposals.ts'
import { kept } from '../text/kept.ts'

/** A proposal that a change of a concept takes up. */
export interface Accepted {
  id: number
  conceptId: string
  /** A word its proposer will read, if there is one. */
  answer: string
  by: string
}

/** Accept a proposal, along with the change that takes it up. */
export const acceptProposal = (db: Database, { id, conceptId, answer, by }: Accepted): Statement =>
  decideOnProposal(db, id, {
    accepted: true,
    conceptId,
    decidedBy: by,
    decidedAt: new Date(),
    answer: kept(answer).trim() || null,
  })
