import { firstMentions } from '../../db/mentions.ts'
import { write } from '../../db/open.ts'
import { firstUnjudged, type SegmentRow, writtenFrom } from '../../db/segments.ts'
import { waiversIn } from '../../db/waivers.ts'
import { mentionsIn } from '../../glossary/ledger.ts'
import type { Desk } from './desk.ts'
import { judgeSegment } from './judgeSegment.ts'
import { rejudge } from './rejudge.ts'
import { inForce } from './waivers.ts'

/** Segments judged and written at once; between two slices others have their turn. */
const SLICE = 100

/** Judge every text that has no verdict under the glossary in force. Cut short, it is taken up where it stopped. */
export async function judgeAnew(desk: Desk): Promise<void> {
  while (true) {
    const first = await firstUnjudged(desk.db)
    if (first === undefined) return
    await judgeDocument(desk, first)
  }
}

/** From its first segment not judged yet to its last. One that was is judged again where what stands before it may matter. */
async function judgeDocument(desk: Desk, { documentId, position: from }: SegmentRow): Promise<void> {
  const { db } = desk
  const mentions = new Map([...(await firstMentions(db, documentId))].filter(([, first]) => first < from))
  for (let position = from; ; ) {
    const slice = await writtenFrom(db, documentId, position, SLICE)
    if (slice.length === 0) return
    const waivers = await waiversIn(
      db,
      slice.map(({ id }) => id),
    )
    await write(
      db,
      slice.flatMap((segment) => {
        const around = { mentions, waivers: inForce(waivers.get(segment.id), segment.head) }
        const { ledger } = judgeSegment(desk, segment, segment.target, around)
        for (const concept of mentionsIn(ledger)) {
          if (!mentions.has(concept)) mentions.set(concept, segment.position)
        }
        const introducing = ledger.occurrences.some(({ concept }) => concept.fullAtFirstMention)
        return segment.judged && !introducing ? [] : rejudge(desk, segment, ledger)
      }),
    )
    position = slice.at(-1)!.position + 1
  }
}
