import { setImmediate } from 'node:timers/promises'
import { concernedIn, ranges } from '../../db/judged.ts'
import { idsWhere, type SegmentRow, segmentsWith } from '../../db/segments.ts'
import { balances } from '../../glossary/ledger.ts'
import { aroundIn } from './around.ts'
import { type Change, changed, needlesFor } from './changeConcepts.ts'
import type { Desk } from './desk.ts'
import { judgeSegment, type Verdict } from './judgeSegment.ts'
import { type Rewritten, rewriteSegment } from './rewriteSegment.ts'

/** A text whose verdict a change turns. */
export interface Turned {
  segment: SegmentRow
  /** What it could say instead, once it is asked for. */
  rewrite(): Rewritten | undefined
}

/** What a change of the glossary would do to what is written. */
export interface ChangePreview {
  /** How many texts may be about it, and were judged by it. */
  judged: number
  /** Texts that meet the glossary now and would not, and the reverse. */
  breaks: readonly Turned[]
  mends: readonly Turned[]
}

const SLICE = 200

/** Judge every text the change may be about by the glossary as it would be. Nothing is kept. */
export async function previewChange(desk: Desk, changes: readonly Change[]): Promise<ChangePreview> {
  const { db } = desk
  const needles = await needlesFor(desk, changes)
  const ids: number[] = []
  for (const range of await ranges(db)) {
    ids.push(...(await idsWhere(db, concernedIn(range, needles))))
    await setImmediate()
  }
  const breaks: Turned[] = []
  const mends: Turned[] = []
  for await (const { wouldBlock, ...turned } of turnedAmong(desk, changes, ids))
    (wouldBlock ? breaks : mends).push(turned)
  return { judged: ids.length, breaks, mends }
}

/** Those of the texts whose verdict a change turns. */
export async function* turnedAmong(
  desk: Desk,
  changes: readonly Change[],
  ids: readonly number[],
): AsyncGenerator<Turned & { wouldBlock: boolean }> {
  const { db } = desk
  const after: Desk = { db, ...changed(desk, changes) }
  for (let from = 0; from < ids.length; from += SLICE) {
    await setImmediate()
    for (const rows of byDocument(await segmentsWith(db, ids.slice(from, from + SLICE)))) {
      const around = await aroundIn(db, rows)
      for (const segment of rows) {
        const by = (desk: Desk): Verdict => judgeSegment(desk, segment, segment.target, around(segment))
        const verdict = by(after)
        const wouldBlock = !balances(verdict.ledger)
        if (wouldBlock === segment.blocked) continue
        yield { segment, wouldBlock, rewrite: () => rewriteSegment(after, segment, by(desk), verdict) }
      }
    }
  }
}

function byDocument(rows: readonly SegmentRow[]): SegmentRow[][] {
  const documents = new Map<number, SegmentRow[]>()
  for (const row of rows) {
    const known = documents.get(row.documentId)
    if (known) known.push(row)
    else documents.set(row.documentId, [row])
  }
  return [...documents.values()]
}
