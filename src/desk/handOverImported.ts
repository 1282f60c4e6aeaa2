import { randomUUID } from 'node:crypto'
import { onlyIf } from '../../db/guard.ts'
import { awaitsHandover, type HandoverRow, handOver, handoversLeft } from '../../db/handovers.ts'
import { Conflict } from '../errors.ts'
import type { Desk } from './desk.ts'
import { judgeAnew } from './judgeAnew.ts'
import { perform } from './perform.ts'

/**
 * Judge the texts that bilingual documents brought along, and hand over to review what these say is translated or approved, unless the
 * glossary or a missing tag blocks it: nobody of this desk has approved it. Cut short, it is taken up at the next start.
 */
export async function handOverImported(desk: Desk): Promise<void> {
  const left = await handoversLeft(desk.db)
  if (left.length === 0) return
  await judgeAnew(desk)
  for (const handover of left) await handOverDocument(desk, handover)
}

async function handOverDocument({ db }: Desk, { documentId, projectId, by }: HandoverRow): Promise<void> {
  const event = { operationId: randomUUID(), act: 'submit' as const, by, projectId, documentId }
  try {
    await perform(db, event, [onlyIf(awaitsHandover(documentId)), ...handOver(documentId)])
  } catch (error) {
    // Another request has done it just now.
    if (!(error instanceof Conflict)) throw error
  }
}
