import { setImmediate } from 'node:timers/promises'
import { concernedByAny } from '../../db/judged.ts'
import { idsWhere, type SegmentRow, segmentsWith } from '../../db/segments.ts'
import { balances } from '../../glossary/ledger.ts'
import type { WaivedLedger } from '../../glossary/waiver.ts'
import { aroundIn } from './around.ts'
import { type Change, changed, needlesFor } from './changeConcepts.ts'
import type { Desk } from './desk.ts'
import { judgeSegment } from './judgeSegment.ts'

/** A text whose verdict a change turns, with its ledger before and after. */
export interface Turned {
  segment: SegmentRow
  before: WaivedLedger
  after: WaivedLedger
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
  const after: Desk = { db, ...changed(desk, changes) }
  const ids = await idsWhere(db, concernedByAny(await needlesFor(desk, changes)))
  const breaks: Turned[] = []
  const mends: Turned[] = []
  for (let from = 0; from < ids.length; from += SLICE) {
    await setImmediate()
    for (const rows of byDocument(await segmentsWith(db, ids.slice(from, from + SLICE)))) {
      const around = await aroundIn(db, rows)
      for (const segment of rows) {
        const { ledger } = judgeSegment(after, segment, segment.target, around(segment))
        if (balances(ledger) !== segment.blocked) continue
        const before = judgeSegment(desk, segment, segment.target, around(segment)).ledger
        ;(segment.blocked ? mends : breaks).push({ segment, before, after: ledger })
      }
    }
  }
  return { judged: ids.length, breaks, mends }
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
