import { eventOf } from '../../db/events.ts'
import { addProposal, openProposals } from '../../db/proposals.ts'
import type { SegmentRow } from '../../db/segments.ts'
import { titleOf } from '../../glossary/search.ts'
import { Conflict, Invalid } from '../errors.ts'
import { dayOf } from '../text/day.ts'
import { kept } from '../text/kept.ts'
import { searchable } from '../text/searchable.ts'
import { CURATED_LANGUAGES } from './curated.ts'
import type { Desk } from './desk.ts'
import { onSegment, perform, type Request } from './perform.ts'
import { conceptHaving, type ProposedWords } from './proposedConcept.ts'
import { mustBeOneOf } from './role.ts'
import { segmentFor } from './segment.ts'

/** Words somebody would have in the glossary, from a segment they read or wrote. */
export interface NewTerm extends Request {
  segmentId: number
  source: string
  target: string
  note: string
}

/**
 * Propose a term. Terminologists decide.
 * @throws Conflict when the glossary has these words already, or somebody has proposed them here and nobody has decided.
 */
export async function propose(desk: Desk, { segmentId, by, operationId, ...words }: NewTerm): Promise<SegmentRow> {
  const { db } = desk
  const typed = (text: string) => kept(text).trim()
  const [source, target, note] = [typed(words.source), typed(words.target), typed(words.note)]
  if (!source) throw new Invalid((m) => m.proposals.nothing)
  const segment = await segmentFor(desk, by, segmentId)
  await mustBeOneOf(desk, ['translator', 'reviewer', 'terminologist'], by, segment.projectId)
  // A request repeated finds the proposal it made itself.
  const { languages } = segment
  if ((await eventOf(db, operationId)) === undefined)
    await mustBeNew(desk, segment, { source, target, note, languages })
  const proposal = { projectId: segment.projectId, segmentId, source, target, note }
  await perform(db, onSegment('propose', segment, { by, operationId }), [
    addProposal(db, { ...proposal, proposedBy: by, proposedAt: new Date() }),
  ])
  return segment
}

async function mustBeNew(desk: Desk, { projectId }: SegmentRow, words: ProposedWords): Promise<void> {
  const known = conceptHaving(desk, words, dayOf(new Date()))
  if (known !== undefined) {
    const [title, rendering] = [titleOf(known, CURATED_LANGUAGES.source), titleOf(known, CURATED_LANGUAGES.target)]
    throw new Conflict((m) => m.proposals.known(title, rendering))
  }
  const same = (one: Pick<ProposedWords, 'source' | 'target'>) => searchable(`${one.source}\n${one.target}`)
  const earlier = (await openProposals(desk.db, projectId)).find((proposal) => same(proposal) === same(words))
  if (earlier !== undefined) throw new Conflict((m) => m.proposals.open(words.source, earlier.proposedByName))
}
