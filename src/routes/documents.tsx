import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { countsOf, findDocument } from '../../db/documents.ts'
import { newestEvent } from '../../db/events.ts'
import { rolesOf } from '../../db/people.ts'
import { REMEMBERED, revisionsOf } from '../../db/revisions.ts'
import { type SegmentRow, segmentsAfter, segmentsBefore } from '../../db/segments.ts'
import { waiversOf } from '../../db/waived.ts'
import { DeskPage, Rows, type Window } from '../../views/desk.tsx'
import { ReportPage } from '../../views/report.tsx'
import { approveClean } from '../desk/approveClean.ts'
import { aroundIn } from '../desk/around.ts'
import { dateDocument } from '../desk/dateDocument.ts'
import type { Desk } from '../desk/desk.ts'
import { mustBe } from '../desk/role.ts'
import { NotFound } from '../errors.ts'
import { searchable } from '../text/searchable.ts'
import { plain } from '../text/tags.ts'
import { may, SHOWS, type Show } from '../unit.ts'
import { type Environment, shellOf } from './environment.ts'
import { exported, finished } from './export.tsx'
import { form } from './form.ts'
import { permissionsOf, shown, shownIn } from './shown.ts'

/** Rows of one window: a screenful on either side of the one somebody works in. */
const WINDOW = 60

const Position = z.coerce.number().int().min(0)
const At = z.object({
  show: z.enum(SHOWS).catch('all'),
  q: z.string().max(200).catch(''),
  at: Position.optional().catch(undefined),
  approved: Position.optional().catch(undefined),
})
const More = z.object({
  show: z.enum(SHOWS).catch('all'),
  q: z.string().max(200).catch(''),
  before: Position.optional().catch(undefined),
  after: Position.optional().catch(undefined),
  paragraph: Position.optional().catch(undefined),
})
const Dated = z.object({ date: z.string(), operation: z.string().min(8).max(100) })
const Clean = z.object({ seen: Position, operation: z.string().min(8).max(100) })

export const documentRoutes = (desk: Desk) => {
  const { db } = desk

  async function documentFor(personId: string, id: number) {
    const document = await findDocument(db, id, personId)
    if (document === undefined) throw new NotFound()
    return document
  }

  const windowOf = async (
    documentId: number,
    show: Show,
    q: string,
    rows: readonly SegmentRow[],
    before: boolean,
    after: boolean,
  ): Promise<Window> => {
    const around = await aroundIn(db, rows)
    const segments = rows.map((row) => shownIn(desk, row, around(row)).segment)
    return { documentId, show, q, segments, before, after }
  }

  return new Hono<Environment>()
    .get('/:id{[0-9]{1,15}}', async (c) => {
      const person = c.var.person!
      const document = await documentFor(person.id, Number(c.req.param('id')))
      const { show, q, at, approved } = At.parse(c.req.query())
      const wanted = { show, words: searchable(q.trim()) }
      const roles = await rolesOf(db, person.id, document.projectId)
      const counts = (await countsOf(db, [document.id])).get(document.id)!
      const seen = await newestEvent(db)

      const from = Math.max(0, (at ?? 0) - 1)
      const earlier = from === 0 ? [] : await segmentsBefore(db, document.id, wanted, from + 1, WINDOW / 4 + 1)
      const later = await segmentsAfter(db, document.id, wanted, from, WINDOW + 1)
      const rows = [...earlier.slice(-WINDOW / 4), ...later.slice(0, WINDOW)]
      const active = at === undefined ? undefined : rows.find(({ position }) => position === at)

      return c.html(
        <DeskPage
          shell={shellOf(c)}
          document={document}
          counts={counts}
          window={await windowOf(document.id, show, q, rows, earlier.length > WINDOW / 4, later.length > WINDOW)}
          active={
            active && {
              id: active.id,
              failures: (await shown(desk, active)).failures,
              permissions: permissionsOf(roles, person.id, active),
              operation: randomUUID(),
            }
          }
          history={active === undefined ? [] : await revisionsOf(db, active.id, REMEMBERED)}
          may={{
            review: may(roles, 'reviewer'),
            export: may(roles, 'exporter'),
            date: may(roles, 'reviewer') || may(roles, 'translator'),
          }}
          seen={seen}
          operation={randomUUID()}
          notice={approved === undefined ? undefined : c.var.messages.desk.approvedNow(approved)}
        />,
      )
    })

    .get('/:id{[0-9]{1,15}}/rows', async (c) => {
      const document = await documentFor(c.var.person!.id, Number(c.req.param('id')))
      const { show, q, before, after, paragraph } = More.parse(c.req.query())
      const wanted = { show, words: searchable(q.trim()) }
      const rows =
        before === undefined
          ? await segmentsAfter(db, document.id, wanted, after ?? 0, WINDOW + 1)
          : await segmentsBefore(db, document.id, wanted, before, WINDOW + 1)
      const more = rows.length > WINDOW
      const window =
        before === undefined
          ? { ...(await windowOf(document.id, show, q, rows.slice(0, WINDOW), false, more)), continues: paragraph }
          : await windowOf(document.id, show, q, rows.slice(-WINDOW), more, false)
      return c.html(<Rows m={c.var.messages} window={window} />)
    })

    .post('/:id{[0-9]{1,15}}/dates', form(Dated), async (c) => {
      const { date, operation } = c.req.valid('form')
      const documentId = Number(c.req.param('id'))
      const { id } = await dateDocument(desk, { documentId, date, by: c.var.person!.id, operationId: operation })
      return c.redirect(`/documents/${id}`, 303)
    })

    .post('/:id{[0-9]{1,15}}/approvals', form(Clean), async (c) => {
      const documentId = Number(c.req.param('id'))
      const { seen, operation } = c.req.valid('form')
      const approved = await approveClean(desk, { documentId, seen, by: c.var.person!.id, operationId: operation })
      return c.redirect(`/documents/${documentId}?approved=${approved}`, 303)
    })

    .get('/:id{[0-9]{1,15}}/report', async (c) => {
      const document = await documentFor(c.var.person!.id, Number(c.req.param('id')))
      const counts = (await countsOf(db, [document.id])).get(document.id)!
      const waivers = (await waiversOf(db, document.id)).map(
        ({ source, sourceStart, sourceEnd, codes, ...waiver }) => ({
          ...waiver,
          term: plain(source.slice(sourceStart, sourceEnd), codes).text,
          target: plain(waiver.target, codes).text,
        }),
      )
      return c.html(<ReportPage shell={shellOf(c)} document={document} counts={counts} waivers={waivers} />)
    })

    .get('/:id{[0-9]{1,15}}/export', async (c) => {
      const document = await documentFor(c.var.person!.id, Number(c.req.param('id')))
      await mustBe(desk, 'exporter', c.var.person!.id, document.projectId)
      if (c.req.query('format') === 'document') return finished(c, desk, document)
      return exported(
        c,
        desk,
        { projectId: document.projectId, documentId: document.id },
        document.name,
        document.languages,
      )
    })
}
