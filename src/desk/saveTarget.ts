import { keepLedgers } from '../../db/ledgers.ts'
import { firstMentions } from '../../db/mentions.ts'
import { appendRevision } from '../../db/revisions.ts'
import type { ORIGINS } from '../../db/schema.ts'
import type { SegmentRow } from '../../db/segments.ts'
import { Conflict } from '../errors.ts'
import { kept } from '../text/kept.ts'
import { searchable } from '../text/searchable.ts'
import type { State } from '../unit.ts'
import type { Desk } from './desk.ts'
import { introductionsMoved } from './introductions.ts'
import { judgeSegment } from './judgeSegment.ts'
import { ledgerOf } from './keepVerdicts.ts'
import { onSegment, perform, type Request } from './perform.ts'
import { refresh } from './refresh.ts'
import { mustBeOneOf, type Roles } from './role.ts'
import { segmentFor } from './segment.ts'

export interface Save extends Request {
  segmentId: number
  /** The revision the writer started from; 0 before the first. */
  base: number
  target: string
  origin?: (typeof ORIGINS)[number]
}

/** `segment` is what is there now. `overtaken`: that is somebody else's text, written since `base`. */
export interface Saved {
  segment: SegmentRow
  overtaken: boolean
  /** Where the segment was before. */
  was: State
}

/** How often a text is judged again when what it is judged by changes just then: its document, its day, the glossary. */
const PATIENCE = 5

/**
 * Append what somebody wrote as the segment's next revision, with its ledger. A text that is already the newest is not kept
 * twice. @throws Forbidden unless they have one of the roles of `writers` in the project.
 */
export async function saveTarget(desk: Desk, save: Save, writers: Roles = ['translator']): Promise<Saved> {
  const { segmentId, base, by } = save
  const target = kept(save.target)
  let segment = await segmentFor(desk, by, segmentId)
  const was = segment.state
  await mustBeOneOf(desk, writers, by, segment.projectId)
  if (segment.target === target) return { segment, overtaken: false, was }

  for (let tries = 1; ; tries++) {
    try {
      await append(desk, segment, { ...save, target })
      break
    } catch (error) {
      if (!(error instanceof Conflict) || was === 'approved') throw error
      await refresh(desk)
      segment = await segmentFor(desk, by, segmentId)
      if (segment.head !== base) break
      if (tries === PATIENCE) throw error
    }
  }
  const now = await segmentFor(desk, by, segmentId)
  return { segment: now, overtaken: now.target !== target, was }
}

async function append(desk: Desk, segment: SegmentRow, { base, target, by, operationId, origin = 'typed' }: Save) {
  const { db } = desk
  const { id: segmentId, documentId, codes } = segment
  const revision = base + 1
  const mentions = await firstMentions(db, documentId)
  const { ledger, tagged, basis } = judgeSegment(desk, segment, target, { mentions, waivers: [] })
  const moved = await introductionsMoved(desk, segment, ledger, mentions)
  await perform(db, onSegment('save', segment, { by, operationId }), [
    ...moved.guards,
    appendRevision(db, {
      segmentId,
      number: revision,
      target,
      author: by,
      origin,
      operationId,
      at: new Date(),
      searched: searchable(target, codes),
    }),
    ...keepLedgers([{ ...basis, segmentId, revision, ledger, tagged }, ...moved.judged.map(ledgerOf)]),
  ])
}
