import { basename } from 'node:path'
import { Invalid } from '../errors.ts'
import { DOCUMENT_FORMATS, documentFormatOf } from '../formats/documents.ts'
import { formatOf, READABLE } from '../formats/index.ts'
import { segment } from '../segmentation/segment.ts'
import { decode, decodeStream } from '../text/decode.ts'
import type { Code, Kind, LanguagePair, Unit } from '../unit.ts'
import { readBytes, readChunks } from './input.ts'

/** A sentence of a document: in which paragraph of it, and which one of that, both counted from 1. */
export interface SegmentOfFile {
  paragraph: number
  segment: number
  kind: Kind
  text: string
  codes: readonly Code[]
}

/** The segments of a document file in order. @throws Invalid when it is none we read. */
export async function* segmentsOfFile(file: string, language: string): AsyncGenerator<SegmentOfFile> {
  const format = documentFormatOf(file)
  if (format === undefined) throw unknown(file, DOCUMENT_FORMATS)
  let number = 0
  for (const paragraph of format.read(decode(await readBytes(file)))) {
    number += 1
    for (const [index, { text, codes }] of segment(paragraph, language).entries()) {
      yield { paragraph: number, segment: index + 1, kind: paragraph.kind, text, codes }
    }
  }
}

/** The units of a bilingual file, streamed. @throws Invalid when it is none we read. */
export function unitsOfFile(file: string, languages: LanguagePair): AsyncIterable<Unit> {
  const format = formatOf(file)
  if (format === undefined) throw unknown(file, READABLE)
  return format.read(decodeStream(readChunks(file)), languages)
}

/** The source texts of any file: the units of a bilingual one, the segments of a document. */
export async function* sourcesOfFile(
  file: string,
  languages: LanguagePair,
): AsyncGenerator<{ text: string; codes: readonly Code[] }> {
  if (formatOf(file) === undefined && documentFormatOf(file) === undefined)
    throw unknown(file, [...DOCUMENT_FORMATS, ...READABLE])
  if (formatOf(file) === undefined) yield* segmentsOfFile(file, languages.source)
  else for await (const { source, codes = [] } of unitsOfFile(file, languages)) yield { text: source, codes }
}

const unknown = (file: string, formats: readonly { extensions: readonly string[] }[]) =>
  new Invalid((m) =>
    m.desk.unknownFormat(
      basename(file),
      formats.flatMap(({ extensions }) => extensions),
    ),
  )
