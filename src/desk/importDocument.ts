import { createHash } from 'node:crypto'
import { addDocument, type DocumentRow, documentWith, type NewSegment, translateDocument } from '../../db/documents.ts'
import { eventOf } from '../../db/events.ts'
import { announceHandover } from '../../db/handovers.ts'
import { importAccount } from '../../db/people.ts'
import type { ProjectRow } from '../../db/projects.ts'
import { Conflict, Invalid } from '../errors.ts'
import type { Original, Paragraph } from '../formats/document.ts'
import { documentEndings, documentFormatOf } from '../formats/documents.ts'
import { paragraphsOf } from '../formats/paragraphs.ts'
import type { Rules } from '../segmentation/rules.ts'
import { segment } from '../segmentation/segment.ts'
import { dayOf } from '../text/day.ts'
import { kept } from '../text/kept.ts'
import { searchable } from '../text/searchable.ts'
import type { LanguagePair } from '../unit.ts'
import type { Desk } from './desk.ts'
import { handOverImported } from './handOverImported.ts'
import { perform } from './perform.ts'
import { rulesOf } from './rulesOf.ts'

export interface Import extends Original {
  project: ProjectRow
  /** Of the file; its ending says the format. */
  name: string
  /** The day the text is of, ISO 8601; today without it. */
  date?: string | undefined
  /** Nobody, when the command does it. */
  by: string | null
  operationId: string
}

/** They are kept in one act, during which everybody else waits. */
const MOST_SEGMENTS = 100_000

/** What a document becomes, before anything is kept. */
interface ReadDocument {
  format: string
  segments: readonly NewSegment[]
}

/**
 * A document in segments: sentences by these rules, or whole paragraphs without any.
 * @throws Invalid when it cannot be read, or holds nothing to translate.
 */
export async function readDocument(
  name: string,
  original: Original,
  languages: LanguagePair,
  rules?: Rules,
): Promise<ReadDocument> {
  const format = documentFormatOf(name)
  if (format === undefined) throw new Invalid((m) => m.desk.unknownFormat(name, documentEndings()))
  const segments: NewSegment[] = []
  let number = 0
  for await (const paragraph of paragraphsOf(format, original, languages)) {
    if (!paragraph.continues) number += 1
    for (const segment of segmentsOf(paragraph, number, rules)) segments.push(segment)
    if (segments.length > MOST_SEGMENTS) throw new Invalid((m) => m.desk.tooManySegments(MOST_SEGMENTS))
  }
  if (segments.length === 0) throw new Invalid((m) => m.formats.empty)
  return { format: format.id, segments }
}

/** A paragraph's segments, the first of which keeps where they all stand. What a bilingual document calls a segment is one, its codes numbered as they are in both its texts. */
function segmentsOf(paragraph: Paragraph, number: number, rules?: Rules): NewSegment[] {
  const { kind, slot, translation } = paragraph
  const whole = { text: paragraph.text, codes: paragraph.codes, gap: '' }
  const parts = translation === undefined ? segment(paragraph, rules) : [whole]
  return parts.map(({ text, codes, gap }, at) => ({
    paragraph: number,
    kind,
    source: kept(text),
    codes,
    gap,
    searched: searchable(text, codes),
    ...(at === 0 && { slot }),
    ...(translation?.note && { note: kept(translation.note) }),
    ...(translation && translation.target.trim() !== '' && translated(translation.target, codes)),
    ...(translation && { handedOver: translation.state === 'translated' || translation.state === 'approved' }),
  }))
}

const translated = (target: string, codes: NewSegment['codes']) => ({
  target: kept(target),
  searchedTarget: searchable(target, codes),
})

/**
 * Read a document, cut it into segments and keep both: all of it or nothing. The texts of a bilingual one are first revisions, and
 * what it says is done is handed over.
 * @throws Conflict when the project has this very file already. @throws Invalid when it cannot be read.
 */
export async function importDocument(
  desk: Desk,
  { project, bytes, encoding, date, by, operationId, ...file }: Import,
): Promise<DocumentRow> {
  const { db } = desk
  const name = kept(file.name)
  const { format, segments } = await readDocument(name, { bytes, encoding }, project, await rulesOf(project))

  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const known = await documentWith(db, project.id, sha256)
  if (known !== undefined) {
    if ((await eventOf(db, operationId)) === undefined) throw new Conflict((m) => m.desk.alreadyThere(name, known.name))
    await handOverImported(desk)
    return known
  }

  const importedAt = new Date()
  const document = {
    projectId: project.id,
    name,
    format,
    original: bytes,
    encoding,
    sha256,
    importedBy: by,
    date: date ?? dayOf(importedAt),
    importedAt,
  }
  const event = { operationId, act: 'import' as const, by, projectId: project.id }
  const positions = segments.flatMap(({ handedOver }, at) => (handedOver ? [at + 1] : []))
  const texts = segments.some(({ target }) => target !== undefined)
    ? [
        ...importAccount(importedAt),
        translateDocument(document, segments, { by, operationId, at: importedAt }),
        announceHandover(document, positions),
      ]
    : []
  await perform(db, event, [...addDocument(db, document, segments), ...texts])
  const imported = await documentWith(db, project.id, sha256)
  if (imported === undefined) throw new Conflict((m) => m.desk.doneBefore)
  await handOverImported(desk)
  return imported
}
