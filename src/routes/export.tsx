import type { Context } from 'hono'
import type { DocumentRow } from '../../db/documents.ts'
import { type UnitsWanted, unitsOf } from '../../db/units.ts'
import { ExportLosses } from '../../views/exportLosses.tsx'
import type { Desk } from '../desk/desk.ts'
import { finishDocument } from '../desk/finishDocument.ts'
import { Invalid } from '../errors.ts'
import type { Format } from '../formats/format.ts'
import { FORMATS } from '../formats/index.ts'
import type { LanguagePair, Unit } from '../unit.ts'
import { attachment } from './attachment.ts'
import { type Environment, shellOf } from './environment.ts'

/**
 * Answer with a project's or document's units as a file in the format the query names, streamed as it is written. Where the format
 * cannot carry all of them, the answer is a page that says so, and leads to the file.
 */
export async function exported(
  c: Context<Environment>,
  { db }: Desk,
  from: UnitsWanted,
  name: string,
  languages: LanguagePair,
): Promise<Response> {
  const wanted = { ...from, approvedOnly: c.req.query('state') === 'approved' }
  const format = formatAsked(c)
  if (c.req.query('lossy') !== 'yes') {
    const lost: Unit[] = []
    for await (const unit of unitsOf(db, { ...wanted, withControls: true })) {
      if (format.losses(unit).length > 0) lost.push(unit)
    }
    if (lost.length > 0) {
      const file = new URL(c.req.url)
      file.searchParams.set('lossy', 'yes')
      return c.html(
        <ExportLosses shell={shellOf(c)} format={format.title} lost={lost} path={file.pathname + file.search} />,
      )
    }
  }
  return written(c, unitsOf(db, wanted), name, languages)
}

/** The same for any units. */
export function written(
  c: Context<Environment>,
  units: AsyncIterable<Unit>,
  name: string,
  languages: LanguagePair,
): Response {
  const format = formatAsked(c)
  return c.body(streamed(format.write(units, languages)), 200, {
    'Content-Type': format.mediaType,
    'Content-Disposition': attachment(`${name.replace(/\.\w+$/u, '')}${format.extensions[0]}`),
  })
}

function formatAsked(c: Context<Environment>): Format {
  const id = c.req.query('format')
  const format = FORMATS.find((format) => format.id === id)
  if (format === undefined)
    throw new Invalid((m) =>
      m.formats.unknown(
        String(id),
        FORMATS.map((format) => format.id),
      ),
    )
  return format
}

/** Answer with a document in the format it came in, its translations in place. */
export async function finished(c: Context<Environment>, { db }: Desk, document: DocumentRow): Promise<Response> {
  const { format, bytes } = await finishDocument(db, document, { approvedOnly: c.req.query('state') === 'approved' })
  return c.body(Uint8Array.from(bytes), 200, {
    'Content-Type': format.mediaType,
    'Content-Disposition': attachment(finishedName(document)),
  })
}

/** The name of a document with the language it is in now before its ending: `article.en.docx`. */
const finishedName = ({ name, languages }: DocumentRow) => name.replace(/(\.\w+)?$/u, `.${languages.target}$1`)

/** UTF-16 units handed on at once. A million small pieces would cost more than what stands in them. */
const PIECE = 65_536

/** A body of texts written as fast as it is read. A fault half way breaks the download off instead of ending it as if whole. */
function streamed(texts: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = texts[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      let piece = ''
      let ended = false
      while (!ended && piece.length < PIECE) {
        const { done, value = '' } = await iterator.next()
        piece += value
        ended = done === true
      }
      if (piece !== '') controller.enqueue(encoder.encode(piece))
      if (ended) controller.close()
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
