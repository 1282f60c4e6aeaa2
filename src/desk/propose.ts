import { addProposal } from '../../db/proposals.ts'
import { Invalid } from '../errors.ts'
import { kept } from '../text/kept.ts'
import type { Desk } from './desk.ts'
import { onSegment, perform, type Request } from './perform.ts'
import { mustBeOneOf } from './role.ts'
import { segmentFor } from './segment.ts'

/** Words somebody would have in the glossary, from a segment they read or wrote. */
export interface NewTerm extends Request {
  segmentId: number
  source: string
  target: string
  note: string
}

/** Propose a term. Terminologists decide. */
export async function propose(desk: Desk, { segmentId, by, operationId, ...words }: NewTerm): Promise<void> {
  const { db } = desk
  const [source, target, note] = [words.source, words.target, words.note].map((text) => kept(text).trim())
  if (!source) throw new Invalid((m) => m.proposals.nothing)
  const segment = await segmentFor(desk, by, segmentId)
  await mustBeOneOf(desk, ['translator', 'reviewer', 'terminologist'], by, segment.projectId)
  const proposal = { projectId: segment.projectId, segmentId, source, target: target!, note: note! }
  await perform(db, onSegment('propose', segment, { by, operationId }), [
    addProposal(db, { ...proposal, proposedBy: by, proposedAt: new Date() }),
  ])
}
