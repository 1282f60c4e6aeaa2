import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Paragraph, Replacement } from '../../src/formats/document.ts'
import { docx } from '../../src/formats/docx.ts'
import { collected, FR_EN } from './streams.ts'

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const NAMESPACES = `xmlns:w="${MAIN}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'

/** A part of a document with that root, in whose namespaces Word writes. */
export const part = (root: string, content: string): string => `${XML}<w:${root} ${NAMESPACES}>${content}</w:${root}>`

export const relationship = (type: string, target: string, mode = ''): string =>
  `<Relationship Id="r${target.replace(/\W/gu, '')}" Type="${OFFICE}/${type}" Target="${target}"${mode && ` TargetMode="${mode}"`}/>`

export const relationships = (...all: string[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`

export interface Word {
  /** What stands in the body. */
  body: string
  /** Other parts by their name, and in place of those a document has anyway. */
  parts?: Readonly<Record<string, string | Uint8Array>>
  /** Of the document, as XML. */
  related?: readonly string[]
}

/** The least that Word opens, zipped. */
export function word({ body, parts = {}, related = [] }: Word): Uint8Array {
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relationships(relationship('officeDocument', 'word/document.xml')),
    'word/document.xml': part('document', `<w:body>${body}<w:sectPr/></w:body>`),
    'word/_rels/document.xml.rels': relationships(...related),
    ...parts,
  }
  return zipped(files)
}

export function zipped(files: Readonly<Record<string, string | Uint8Array>>, level: 0 | 6 = 6): Uint8Array {
  const zippable: Zippable = {}
  for (const [name, content] of Object.entries(files)) {
    zippable[name] = [typeof content === 'string' ? strToU8(content) : content, { level, mtime: '2026-01-01T12:00:00' }]
  }
  return zipSync(zippable)
}

export const p = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`

export const r = (content: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`

/** A run of words. */
export const t = (text: string, properties = ''): string => r(`<w:t xml:space="preserve">${text}</w:t>`, properties)

/** A complex field, in runs as Word writes them. */
export const field = (instruction: string, result: string): string =>
  r('<w:fldChar w:fldCharType="begin"/>') +
  r(`<w:instrText xml:space="preserve"> ${instruction} </w:instrText>`) +
  r('<w:fldChar w:fldCharType="separate"/>') +
  result +
  r('<w:fldChar w:fldCharType="end"/>')

export const read = async (bytes: Uint8Array): Promise<Paragraph[]> =>
  collected(
    (async function* () {
      yield* docx.read({ bytes })
    })(),
  )

/** Each paragraph's text as another one. Nothing keeps it as it is. */
export async function finished(
  bytes: Uint8Array,
  turned: (paragraph: Paragraph) => string | undefined,
): Promise<Uint8Array> {
  const replacements: Replacement[] = (await read(bytes)).map((paragraph) => ({
    slot: paragraph.slot,
    text: turned(paragraph) ?? paragraph.text,
    codes: paragraph.codes,
    state: 'approved',
  }))
  return docx.finish({ bytes }, replacements, FR_EN)
}

/** The problem with a document, as its sentence. */
export async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    return `not refused: ${(await read(bytes)).length} paragraphs`
  } catch (error) {
    if (error instanceof Error && /^(?:Invalid|FormatError)$/u.test(error.name)) return error.message
    throw error
  }
}
