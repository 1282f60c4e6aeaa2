import { eq, type SQL, sql } from 'drizzle-orm'
import { type DocumentKey, idOf } from './documents.ts'
import type { Database, Statement } from './open.ts'
import { documents, handovers } from './schema.ts'
import { BLOCKED } from './segments.ts'

/** What a document that came in says is done, as long as it is not handed over. */
export interface HandoverRow {
  documentId: number
  projectId: number
  /** Who brought it. */
  by: string | null
}

/** Remember that the texts at these positions of a document that comes in are to be handed over once they are judged. */
export const announceHandover = (document: DocumentKey, positions: readonly number[]): Statement =>
  sql`insert into handovers (document_id, positions) values (${idOf(document)}, ${JSON.stringify(positions)})`

export async function handoversLeft(db: Database): Promise<HandoverRow[]> {
  return db
    .select({
      documentId: handovers.documentId,
      projectId: documents.projectId,
      by: documents.importedBy,
    })
    .from(handovers)
    .innerJoin(documents, eq(documents.id, handovers.documentId))
    .orderBy(handovers.documentId)
}

/** A condition: the document is still to be handed over. */
export const awaitsHandover = (documentId: number): SQL =>
  sql`exists (select 1 from handovers where document_id = ${documentId})`

/** Hand over what is to be of a document: of the texts it came with, those that nobody changed since and whose ledger balances. */
export const handOver = (documentId: number): Statement[] => [
  sql`update segments set state = 'translated'
    where document_id = ${documentId} and state = 'draft' and head = 1 and ledger_id is not null and not ${BLOCKED}
      and position in (select value from handovers h, json_each(h.positions) where h.document_id = ${documentId})`,
  sql`delete from handovers where document_id = ${documentId}`,
]
