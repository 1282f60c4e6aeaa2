import { onlyIf } from '../../db/guard.ts'
import { type FirstMentions, firstMentionBeside, mentionsStand } from '../../db/mentions.ts'
import type { Statement } from '../../db/open.ts'
import { headIs, type SegmentRow, segmentAt } from '../../db/segments.ts'
import { type Ledger, mentionsIn } from '../../glossary/ledger.ts'
import { aroundOf } from './around.ts'
import type { Desk } from './desk.ts'
import { judgeSegment } from './judgeSegment.ts'
import type { Judged } from './keepVerdicts.ts'

/** What moves with a new verdict on one segment. */
interface Moved {
  /** They undo the batch they stand in if the document has changed meanwhile. */
  guards: Statement[]
  /** The segments where a concept is now mentioned first, or no longer, with their new verdicts. */
  judged: Judged[]
}

/** What a new verdict on one segment means for the others of its document. */
export async function introductionsMoved(
  desk: Desk,
  segment: SegmentRow,
  ledger: Ledger,
  before: FirstMentions,
): Promise<Moved> {
  const { db } = desk
  const { documentId, position } = segment
  const mentioned = new Set(mentionsIn(ledger))
  const occurring = ledger.occurrences
    .filter(({ concept }) => concept.fullAtFirstMention)
    .map(({ concept }) => concept.id)
  const ceding = [...before].filter(([, first]) => first === position).map(([concept]) => concept)
  const concerned = [...new Set([...occurring, ...ceding])]
  if (concerned.length === 0) return { guards: [], judged: [] }

  const after = new Map(before)
  const moved = new Set<number>()
  for (const concept of concerned) {
    const first = before.get(concept)
    if (mentioned.has(concept) && (first === undefined || first > position)) {
      after.set(concept, position)
      if (first !== undefined) moved.add(first)
    } else if (!mentioned.has(concept) && first === position) {
      const next = await firstMentionBeside(db, concept, segment)
      if (next === undefined) after.delete(concept)
      else {
        after.set(concept, next)
        moved.add(next)
      }
    }
  }

  const guards = [onlyIf(mentionsStand(documentId, concerned, before))]
  const judged: Judged[] = []
  for (const at of moved) {
    const other = (await segmentAt(db, documentId, at))!
    const { waivers } = await aroundOf(db, other)
    guards.push(onlyIf(headIs(other.id, other.head)))
    judged.push([other, judgeSegment(desk, other, other.target, { mentions: after, waivers })])
  }
  return { guards, judged }
}
