import { setImmediate } from 'node:timers/promises'
import { isUndone } from '../../db/guard.ts'
import { firstMentions, mentionedIn } from '../../db/mentions.ts'
import { type Database, write } from '../../db/open.ts'
import { firstUnjudged, type SegmentRow, writtenFrom } from '../../db/segments.ts'
import { waiversIn } from '../../db/waivers.ts'
import { mentionsIn } from '../../glossary/ledger.ts'
import type { WaivedLedger } from '../../glossary/waiver.ts'
import type { Desk } from './desk.ts'
import { judgeSegment } from './judgeSegment.ts'
import { type Judged, keepVerdicts } from './keepVerdicts.ts'
import { refresh } from './refresh.ts'
import { inForce } from './waivers.ts'

/** Segments judged and written at once; between two slices others have their turn. */
const SLICE = 200

const running = new WeakMap<Database, Promise<void>>()

/**
 * Judge every text that has no verdict under the glossary in force. Cut short, it is taken up where it stopped; asked for
 * while it runs, it runs again behind.
 */
export function judgeAnew(desk: Desk): Promise<void> {
  const before = running.get(desk.db) ?? Promise.resolve()
  const run = before.catch(() => undefined).then(() => judgeAll(desk))
  running.set(desk.db, run)
  return run
}

async function judgeAll(desk: Desk): Promise<void> {
  while (true) {
    const first = await firstUnjudged(desk.db)
    if (first === undefined) return
    await judgeDocument(desk, first)
  }
}

async function judgeDocument(desk: Desk, { documentId, position: from }: SegmentRow): Promise<void> {
  for (let position = from; ; ) {
    const slice = await writtenFrom(desk.db, { documentId, position, unjudged: true }, SLICE)
    if (slice.length === 0) return
    const judged = await judge(desk, slice, new Map(await firstMentions(desk.db, documentId)))
    if (await isIntroducing(desk.db, judged)) return judgeRest(desk, documentId, position)
    if (!(await keep(desk, judged))) return
    position = slice.at(-1)!.position + 1
  }
}

/** Where concepts are introduced every text depends on those before it: all are looked at, from a position to the end. */
async function judgeRest(desk: Desk, documentId: number, from: number): Promise<void> {
  const { db } = desk
  const mentions = new Map([...(await firstMentions(db, documentId))].filter(([, first]) => first < from))
  for (let position = from; ; ) {
    const slice = await writtenFrom(db, { documentId, position, unjudged: false }, SLICE)
    if (slice.length === 0) return
    const judged = await judge(desk, slice, mentions)
    const turned = judged.filter(([{ judged }, { ledger }]) => !judged || introduces(ledger))
    if (!(await keep(desk, turned))) return judgeRest(desk, documentId, from)
    position = slice.at(-1)!.position + 1
  }
}

/** Keep verdicts, and give others their turn. False where one was void before it could be kept: then none of them is. */
async function keep(desk: Desk, judged: readonly Judged[]): Promise<boolean> {
  try {
    await write(desk.db, keepVerdicts(judged))
    return true
  } catch (error) {
    if (!isUndone(error)) throw error
    await refresh(desk)
    return false
  } finally {
    await setImmediate()
  }
}

/** Judge segments of a document in order; what they mention is added to the mentions. */
async function judge(desk: Desk, slice: readonly SegmentRow[], mentions: Map<string, number>): Promise<Judged[]> {
  const waivers = await waiversIn(
    desk.db,
    slice.map(({ id }) => id),
  )
  return slice.map((segment) => {
    const around = { mentions, waivers: inForce(waivers.get(segment.id), segment.head) }
    const verdict = judgeSegment(desk, segment, segment.target, around)
    for (const concept of mentionsIn(verdict.ledger)) {
      if (!mentions.has(concept)) mentions.set(concept, segment.position)
    }
    return [segment, verdict]
  })
}

const introduces = ({ occurrences }: WaivedLedger) => occurrences.some(({ concept }) => concept.fullAtFirstMention)

const isIntroducing = async (db: Database, judged: readonly Judged[]): Promise<boolean> =>
  judged.some(([, { ledger }]) => introduces(ledger)) ||
  mentionedIn(
    db,
    judged.map(([{ id }]) => id),
  )
