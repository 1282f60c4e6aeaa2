import { basename } from 'node:path'
import { ourRules } from '../desk/ourRules.ts'
import { Invalid } from '../errors.ts'
import { DOCUMENT_FORMATS, documentFormatOf } from '../formats/documents.ts'
import type { PassOver } from '../formats/format.ts'
import { formatOf, READABLE } from '../formats/index.ts'
import { paragraphsOf } from '../formats/paragraphs.ts'
import type { Rules } from '../segmentation/rules.ts'
import { segment } from '../segmentation/segment.ts'
import { decodeStream } from '../text/decode.ts'
import type { AskedEncoding } from '../text/encoding.ts'
import type { Code, Kind, LanguagePair, Unit } from '../unit.ts'
import { readBytes, readChunks, STANDARD_INPUT } from './input.ts'

/** What to read: a file, or standard input, and the id of its format where its name does not say it. */
export interface Input {
  file: string
  format?: string | undefined
  /** Of a document, where it does not say it. */
  encoding?: AskedEncoding | undefined
}

/** A sentence of a document: in which paragraph of it, and which one of that, both counted from 1. */
export interface SegmentOfFile {
  paragraph: number
  segment: number
  kind: Kind
  text: string
  codes: readonly Code[]
}

/** The segments of a document file in order. @throws Invalid when it is none we read. */
export async function* segmentsOfFile(input: Input, rules: Rules): AsyncGenerator<SegmentOfFile> {
  const format = documentFormatFor(input)
  if (format === undefined) throw unknown(input, DOCUMENT_FORMATS)
  let [number, count] = [0, 0]
  const original = { bytes: await readBytes(input.file), encoding: input.encoding }
  for await (const paragraph of paragraphsOf(format, original)) {
    if (!paragraph.continues) [number, count] = [number + 1, 0]
    // What a bilingual document calls a segment is one.
    const parts = paragraph.translation === undefined ? segment(paragraph, rules) : [paragraph]
    for (const { text, codes } of parts) {
      count += 1
      yield { paragraph: number, segment: count, kind: paragraph.kind, text, codes }
    }
  }
}

/** The units of a bilingual file, streamed. @throws Invalid when it is none we read. */
export function unitsOfFile(input: Input, languages: LanguagePair, passOver?: PassOver): AsyncIterable<Unit> {
  const format = bilingualFormatFor(input)
  if (format === undefined) throw unknown(input, READABLE)
  return format.read(decodeStream(readChunks(input.file)), languages, passOver)
}

/** A source text, and where it begins in its file where that is known. */
export interface SourceOfFile {
  text: string
  codes: readonly Code[]
  line?: number | undefined
}

/** The source texts of any file: the units of a bilingual one, the segments of a document. */
export async function* sourcesOfFile(
  input: Input,
  languages: LanguagePair,
  passOver?: PassOver,
): AsyncGenerator<SourceOfFile> {
  if (bilingualFormatFor(input) !== undefined) {
    for await (const { source, codes = [], line } of unitsOfFile(input, languages, passOver)) {
      yield { text: source, codes, line }
    }
  } else if (documentFormatFor(input) !== undefined) yield* segmentsOfFile(input, await ourRules(languages.source))
  else throw unknown(input, [...DOCUMENT_FORMATS, ...READABLE])
}

const bilingualFormatFor = ({ file, format: wanted }: Input) =>
  wanted === undefined ? formatOf(file) : READABLE.find(({ id }) => id === wanted)

const documentFormatFor = ({ file, format: wanted }: Input) =>
  wanted === undefined ? documentFormatOf(file) : DOCUMENT_FORMATS.find(({ id }) => id === wanted)

const unknown = ({ file }: Input, formats: readonly { id: string; extensions: readonly string[] }[]) =>
  new Invalid((m) =>
    file === STANDARD_INPUT
      ? m.command.inputFormat(formats.map(({ id }) => id))
      : m.desk.unknownFormat(basename(file), [...new Set(formats.flatMap(({ extensions }) => extensions))]),
  )
