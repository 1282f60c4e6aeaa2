import { type DocumentRow, findDocument, setDate } from '../../db/documents.ts'
import { readDay } from '../../glossary/validity.ts'
import { Invalid, NotFound } from '../errors.ts'
import type { Desk } from './desk.ts'
import { judgeAnew } from './judgeAnew.ts'
import { perform, type Request } from './perform.ts'
import { mustBeOneOf } from './role.ts'

export interface Dating extends Request {
  documentId: number
  /** ISO 8601. */
  date: string
}

/** Set right the day a document is of, and judge its texts by what holds on that day. */
export async function dateDocument(desk: Desk, { documentId, date, by, operationId }: Dating): Promise<DocumentRow> {
  const { db } = desk
  const document = await findDocument(db, documentId, by)
  if (document === undefined) throw new NotFound()
  const { projectId } = document
  await mustBeOneOf(desk, ['reviewer', 'translator'], by, projectId)
  const day = readDay(date)
  if (day === undefined) throw new Invalid((m) => m.desk.noDay)
  if (day !== document.date) {
    await perform(db, { operationId, act: 'date', by, documentId, projectId }, [setDate(db, documentId, day)])
    await judgeAnew(desk)
  }
  return { ...document, date: day }
}
