import { type DocumentRow, halfImported, handOver } from '../../db/documents.ts'
import { originalOf } from '../../db/finished.ts'
import { Conflict } from '../errors.ts'
import type { Translation } from '../formats/document.ts'
import { documentFormatOf } from '../formats/documents.ts'
import { paragraphsOf } from '../formats/paragraphs.ts'
import type { Desk } from './desk.ts'
import { judgeAnew } from './judgeAnew.ts'
import { perform } from './perform.ts'

/** An import whose texts are kept, and not yet handed over. */
interface Imported {
  document: Pick<DocumentRow, 'id' | 'projectId'>
  /** Of the import. */
  operationId: string
  by: string | null
}

/** Whether a document says of a text that it is done. */
export const isDone = ({ target, state }: Translation): boolean =>
  target !== '' && (state === 'translated' || state === 'approved')

/** Hand over to review what a bilingual document says is done, at these positions: all that the glossary does not block. */
export async function handOverImported(
  desk: Desk,
  { document, operationId, by }: Imported,
  positions: readonly number[],
): Promise<void> {
  await judgeAnew(desk)
  await perform(desk.db, { operationId: `${operationId}.submit`, act: 'submit', by, projectId: document.projectId }, [
    handOver(document.id, positions),
  ])
}

/** The same for documents whose import was cut short behind its first half: a start hands over what is left. */
export async function handOverRest(desk: Desk): Promise<void> {
  for (const { document, operationId, by } of await halfImported(desk.db)) {
    const original = await originalOf(desk.db, document.id)
    const format = documentFormatOf(document.name)
    const positions: number[] = []
    let position = 0
    if (original !== undefined && format !== undefined) {
      for await (const { translation } of paragraphsOf(format, original, document.languages)) {
        position += 1
        if (translation !== undefined && isDone(translation)) positions.push(position)
      }
    }
    try {
      await handOverImported(desk, { document, operationId, by }, positions)
    } catch (error) {
      // Another process at the database was there first.
      if (!(error instanceof Conflict)) throw error
    }
  }
}
