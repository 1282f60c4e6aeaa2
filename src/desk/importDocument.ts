import { createHash } from 'node:crypto'
import { addDocument, type DocumentRow, documentWith, type NewSegment } from '../../db/documents.ts'
import { eventOf } from '../../db/events.ts'
import type { ProjectRow } from '../../db/projects.ts'
import { Conflict, Invalid } from '../errors.ts'
import { DOCUMENT_FORMATS, documentFormatOf } from '../formats/documents.ts'
import type { Rules } from '../segmentation/rules.ts'
import { segment } from '../segmentation/segment.ts'
import { dayOf } from '../text/day.ts'
import { decode } from '../text/decode.ts'
import { kept } from '../text/kept.ts'
import { searchable } from '../text/searchable.ts'
import type { Desk } from './desk.ts'
import { ourRules } from './ourRules.ts'
import { perform } from './perform.ts'

export interface Import {
  project: ProjectRow
  /** Of the file; its ending says the format. */
  name: string
  bytes: Uint8Array
  /** The day the text is of, ISO 8601; today without it. */
  date?: string | undefined
  /** Nobody, when the command does it. */
  by: string | null
  operationId: string
}

/** Bytes. A novel has two million. */
export const LARGEST_DOCUMENT = 10 * 1024 * 1024

/** What a document becomes, before anything is kept. */
interface ReadDocument {
  format: string
  segments: readonly NewSegment[]
}

/** @throws Invalid when it cannot be read, or holds nothing to translate. */
export function readDocument(name: string, bytes: Uint8Array, rules: Rules): ReadDocument {
  const format = documentFormatOf(name)
  if (format === undefined) {
    const endings = DOCUMENT_FORMATS.flatMap(({ extensions }) => extensions)
    throw new Invalid((m) => m.desk.unknownFormat(name, endings))
  }
  if (bytes.length > LARGEST_DOCUMENT) throw new Invalid((m) => m.desk.tooLarge(LARGEST_DOCUMENT))
  const segments = [...format.read(decode(bytes))].flatMap((paragraph, index) =>
    segment(paragraph, rules).map(({ text, codes }) => ({
      paragraph: index + 1,
      kind: paragraph.kind,
      source: kept(text),
      codes,
      searched: searchable(text, codes),
    })),
  )
  if (segments.length === 0) throw new Invalid((m) => m.formats.empty)
  return { format: format.id, segments }
}

/**
 * Read a document, cut it into segments and keep both: all of it or nothing.
 * @throws Conflict when the project has this very file already. @throws Invalid when it cannot be read.
 */
export async function importDocument(
  desk: Desk,
  { project, bytes, date, by, operationId, ...file }: Import,
): Promise<DocumentRow> {
  const { db } = desk
  const name = kept(file.name)
  const { format, segments } = readDocument(name, bytes, await ourRules(project.source))

  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const known = await documentWith(db, project.id, sha256)
  if (known !== undefined) {
    if ((await eventOf(db, operationId)) !== undefined) return known
    throw new Conflict((m) => m.desk.alreadyThere(name, known.name))
  }

  const importedAt = new Date()
  const document = {
    projectId: project.id,
    name,
    format,
    original: bytes,
    sha256,
    importedBy: by,
    date: date ?? dayOf(importedAt),
    importedAt,
  }
  const event = { operationId, act: 'import' as const, by, projectId: project.id }
  await perform(db, event, addDocument(db, document, segments))
  const imported = await documentWith(db, project.id, sha256)
  if (imported === undefined) throw new Conflict((m) => m.desk.doneBefore)
  return imported
}
