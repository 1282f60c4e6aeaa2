import { findDocument } from '../../db/documents.ts'
import { approvable } from '../../db/segments.ts'
import { Conflict, NotFound } from '../errors.ts'
import { approve } from './approve.ts'
import type { Desk } from './desk.ts'
import type { Request } from './perform.ts'
import { mustBe } from './role.ts'

export interface CleanApproval extends Request {
  documentId: number
  /** The newest event when the page they read was drawn. What was written later is left alone. */
  seen: number
}

/** Sign off everything in a document that waits for review with a balanced ledger and was written by others. Returns how many. */
export async function approveClean(desk: Desk, { documentId, seen, by, operationId }: CleanApproval): Promise<number> {
  const document = await findDocument(desk.db, documentId, by)
  if (document === undefined) throw new NotFound()
  await mustBe(desk, 'reviewer', by, document.projectId)

  let approved = 0
  for (const { id, head } of await approvable(desk.db, documentId, seen)) {
    try {
      await approve(desk, { segmentId: id, revision: head, by, operationId: `${operationId}.${id}` })
      approved += 1
    } catch (error) {
      // Their own, or changed in this moment: it stays where it is.
      if (!(error instanceof Conflict)) throw error
    }
  }
  return approved
}
