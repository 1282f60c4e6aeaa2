import { setImmediate } from 'node:timers/promises'
import { concernedIn, ranges } from '../../db/judged.ts'
import { idsWhere, type SegmentRow, segmentsWith } from '../../db/segments.ts'
import { grouped } from '../../glossary/grouped.ts'
import { balances, mentionsIn } from '../../glossary/ledger.ts'
import { aroundIn } from './around.ts'
import { type Change, changed, needlesFor } from './changeConcepts.ts'
import type { Desk } from './desk.ts'
import { type Around, judgeSegment, type Verdict } from './judgeSegment.ts'
import { type Rewritten, rewriteSegment } from './rewriteSegment.ts'

/** A text whose verdict a change turns. */
export interface Turned {
  segment: SegmentRow
  /** Whether it meets the glossary now and would not, or the reverse. */
  wouldBlock: boolean
  /** What it could say instead, once it is asked for. */
  rewrite(): Rewritten | undefined
}

/** What a change of the glossary would do to what is written. */
export interface ChangePreview {
  /** How many texts hold words that may be about it, and were judged by it. */
  judged: number
  /** Texts that meet the glossary now and would not, and the reverse. */
  breaks: readonly Turned[]
  mends: readonly Turned[]
}

const SLICE = 200

/** Judge every text the change may be about by the glossary as it would be. Nothing is kept. */
export async function previewChange(desk: Desk, changes: readonly Change[]): Promise<ChangePreview> {
  const ids = await concernedBy(desk, changes)
  const breaks: Turned[] = []
  const mends: Turned[] = []
  for await (const turned of turnedAmong(desk, changes, ids)) (turned.wouldBlock ? breaks : mends).push(turned)
  return { judged: ids.length, breaks, mends }
}

/** The texts whose verdict a change turns, document by document, in order. */
export async function* turnedBy(desk: Desk, changes: readonly Change[]): AsyncGenerator<Turned> {
  yield* turnedAmong(desk, changes, await concernedBy(desk, changes))
}

async function concernedBy(desk: Desk, changes: readonly Change[]): Promise<number[]> {
  const needles = await needlesFor(desk, changes)
  const ids: number[] = []
  for (const range of await ranges(desk.db)) {
    ids.push(...(await idsWhere(desk.db, concernedIn(range, needles))))
    await setImmediate()
  }
  return ids
}

/**
 * All texts that may be about the changed concepts are among `ids`: what they would introduce is found in these, from
 * the first of a document to its last.
 */
async function* turnedAmong(desk: Desk, changes: readonly Change[], ids: readonly number[]): AsyncGenerator<Turned> {
  const { db } = desk
  const after: Desk = { db, ...changed(desk, changes) }
  let introduced: { documentId: number; mentions: Map<string, number> } | undefined
  for (let from = 0; from < ids.length; from += SLICE) {
    await setImmediate()
    const slice = await segmentsWith(db, ids.slice(from, from + SLICE))
    for (const [documentId, rows] of grouped(slice, ({ documentId }) => documentId)) {
      const around = await aroundIn(db, rows)
      if (introduced?.documentId !== documentId) {
        const mentions = new Map(around(rows[0]!).mentions)
        for (const { id } of changes) mentions.delete(id)
        introduced = { documentId, mentions }
      }
      const { mentions } = introduced
      for (const segment of rows) {
        const by = (desk: Desk, more: Partial<Around> = {}): Verdict =>
          judgeSegment(desk, segment, segment.target, { ...around(segment), ...more })
        const verdict = by(after, { mentions })
        for (const id of mentionsIn(verdict.ledger)) if (!mentions.has(id)) mentions.set(id, segment.position)
        const wouldBlock = !balances(verdict.ledger)
        if (wouldBlock === segment.blocked) continue
        yield { segment, wouldBlock, rewrite: () => rewriteSegment(after, segment, by(desk), verdict) }
      }
    }
  }
}
