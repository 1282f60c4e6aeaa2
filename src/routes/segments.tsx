import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { countsOf } from '../../db/documents.ts'
import { rolesOf } from '../../db/people.ts'
import { REMEMBERED, revisionsOf } from '../../db/revisions.ts'
import { nextOpen, type SegmentRow } from '../../db/segments.ts'
import { ActiveSegment, Acts, Held, sending } from '../../views/activeSegment.tsx'
import { Standing } from '../../views/desk.tsx'
import { ErrorNote } from '../../views/error.tsx'
import { GlossaryCards } from '../../views/glossaryCards.tsx'
import { History } from '../../views/history.tsx'
import { Overtaken, OvertakenPage } from '../../views/overtaken.tsx'
import { ProposeTerm } from '../../views/proposals.tsx'
import { Segment, SegmentNumber, Source } from '../../views/segment.tsx'
import { Verdict } from '../../views/verdict.tsx'
import { AskedWaivers, Waivable } from '../../views/waivers.tsx'
import { approve } from '../desk/approve.ts'
import { askForWaiver } from '../desk/askForWaiver.ts'
import { decideOnWaiver } from '../desk/decideOnWaiver.ts'
import type { Desk } from '../desk/desk.ts'
import { reject } from '../desk/reject.ts'
import { mustBe } from '../desk/role.ts'
import { type Saved, saveTarget } from '../desk/saveTarget.ts'
import { segmentFor } from '../desk/segment.ts'
import { submit } from '../desk/submit.ts'
import { withdraw } from '../desk/withdraw.ts'
import { Conflict, Invalid } from '../errors.ts'
import { kept } from '../text/kept.ts'
import { WAIVER_CODES } from '../unit.ts'
import { acted, drawnForThem } from './acted.tsx'
import { type Environment, isFragment, shellOf } from './environment.ts'
import { form } from './form.ts'
import { permissionsOf, shown } from './shown.ts'

const Operation = z.string().min(8).max(100)
const Revision = z.coerce.number().int().min(0)
const Typed = z.object({ target: z.string(), revision: Revision, operation: Operation })
const OnRevision = z.object({ revision: Revision, operation: Operation })
const Rejection = OnRevision.extend({ reason: z.string().max(1000) })

/** An occurrence by where it begins in the source and its concept: `12 minsk-group`. */
const Occurrence = z.string().transform((text, context) => {
  const [, start, concept] = /^(\d{1,9}) (.+)$/su.exec(text) ?? []
  if (start !== undefined && concept !== undefined) return { start: Number(start), concept }
  context.addIssue('occurrence')
  return z.NEVER
})
const Excuse = OnRevision.extend({
  target: z.string().optional(),
  occurrence: Occurrence,
  code: z.enum(WAIVER_CODES),
  excuse: z.string().max(1000),
  grant: z.string().optional(),
})

export const segmentRoutes = (desk: Desk) => {
  const { db } = desk
  const idOf = (c: Context) => Number(c.req.param('id'))

  /** Somebody else's text came first: theirs is shown, and what was typed stays where it is. */
  async function overtaken(c: Context<Environment>, row: SegmentRow, mine: string) {
    const { segment } = await shown(desk, row)
    if (isFragment(c)) return c.html(<Overtaken m={c.var.messages} segment={segment} />, 409)
    return c.html(<OvertakenPage shell={shellOf(c)} segment={segment} mine={mine} operation={randomUUID()} />, 409)
  }

  /** What changes on the page when a text is kept. */
  async function savedIn(c: Context<Environment>, { segment: row, was }: Saved) {
    const { messages: m, person } = c.var
    const { segment } = await shown(desk, row)
    const permissions = permissionsOf(await rolesOf(db, person!.id, row.projectId), person!.id, row)
    const moved = was !== segment.state
    return (
      <>
        <Held segment={segment} operation={randomUUID()} oob />
        <SegmentNumber m={m} segment={segment} oob />
        {segment.waivers.length > 0 && (
          <>
            <AskedWaivers
              m={m}
              segment={segment}
              decides={permissions.review}
              curates={permissions.curate}
              send={sending(segment)}
              oob
            />
            <Waivable segment={segment} oob />
          </>
        )}
        <History
          m={m}
          history={await revisionsOf(db, segment.id, REMEMBERED)}
          language={segment.languages.target}
          oob
        />
        {moved && <Acts m={m} segment={segment} permissions={permissions} oob />}
        {moved && <Standing m={m} counts={(await countsOf(db, [segment.documentId])).get(segment.documentId)!} />}
      </>
    )
  }

  /** An act on a text that was kept just before it. Where it is refused the text is kept all the same, and the page must know. */
  async function onSaved(c: Context<Environment>, saved: Saved, act: () => Promise<Response>): Promise<Response> {
    try {
      return await act()
    } catch (error) {
      const isRefusal = error instanceof Conflict || error instanceof Invalid
      if (!isRefusal || !isFragment(c)) throw error
      const parts = await savedIn(c, { ...saved, segment: await segmentFor(desk, c.var.person!.id, saved.segment.id) })
      return c.html(
        <>
          <ErrorNote message={error.say(c.var.messages)} />
          {parts}
        </>,
        error instanceof Conflict ? 409 : 422,
      )
    }
  }

  return new Hono<Environment>()
    .use(drawnForThem)

    .get('/:id{[0-9]{1,15}}', async (c) => {
      const segment = await segmentFor(desk, c.var.person!.id, idOf(c))
      return c.html(
        <Segment
          m={c.var.messages}
          segment={(await shown(desk, segment)).segment}
          starts={c.req.query('starts') !== undefined}
        />,
      )
    })

    .get('/:id{[0-9]{1,15}}/editor', async (c) => {
      const { messages: m, person } = c.var
      const row = await segmentFor(desk, person!.id, idOf(c))
      const { segment, failures } = await shown(desk, row)
      const permissions = permissionsOf(await rolesOf(db, person!.id, row.projectId), person!.id, row)
      return c.html(
        <>
          <ActiveSegment
            m={m}
            segment={segment}
            failures={failures}
            permissions={permissions}
            operation={randomUUID()}
            starts={c.req.query('starts') !== undefined}
          />
          <GlossaryCards m={m} segment={segment} oob />
          <ProposeTerm m={m} segment={segment} operation={randomUUID()} oob />
          <History m={m} history={await revisionsOf(db, row.id, REMEMBERED)} language={row.languages.target} oob />
        </>,
      )
    })

    .post('/:id{[0-9]{1,15}}/ledger', form(z.object({ target: z.string() })), async (c) => {
      const { messages: m } = c.var
      const row = await segmentFor(desk, c.var.person!.id, idOf(c))
      const { segment, failures } = await shown(desk, row, kept(c.req.valid('form').target))
      return c.html(
        <>
          <Verdict m={m} segment={segment} failures={failures} insertable oob />
          <Source m={m} segment={segment} insertable oob />
          <GlossaryCards m={m} segment={segment} oob />
          <Waivable segment={segment} oob />
        </>,
      )
    })

    .post('/:id{[0-9]{1,15}}/revisions', form(Typed), async (c) => {
      const { target, revision, operation } = c.req.valid('form')
      const saved = await saveTarget(desk, {
        segmentId: idOf(c),
        base: revision,
        target,
        by: c.var.person!.id,
        operationId: operation,
      })
      if (saved.overtaken) return overtaken(c, saved.segment, target)
      if (!isFragment(c)) return acted(c, desk, saved.segment)
      return c.html(await savedIn(c, saved))
    })

    .post('/:id{[0-9]{1,15}}/submissions', form(Typed), async (c) => {
      const { target, revision, operation } = c.req.valid('form')
      const by = c.var.person!.id
      const saved = await saveTarget(desk, {
        segmentId: idOf(c),
        base: revision,
        target,
        by,
        operationId: `${operation}.save`,
      })
      if (saved.overtaken) return overtaken(c, saved.segment, target)
      return onSaved(c, saved, async () => {
        const { id: segmentId, head } = saved.segment
        const segment = await submit(desk, { segmentId, revision: head, by, operationId: operation })
        return acted(c, desk, segment, await nextOpen(db, segment, 'todo'))
      })
    })

    .post('/:id{[0-9]{1,15}}/approvals', form(OnRevision.extend({ target: z.string().optional() })), async (c) => {
      const { revision, target, operation } = c.req.valid('form')
      const segment = await approve(desk, {
        segmentId: idOf(c),
        revision,
        target,
        by: c.var.person!.id,
        operationId: operation,
      })
      return acted(c, desk, segment, await nextOpen(db, segment, 'review'))
    })

    .post('/:id{[0-9]{1,15}}/withdrawals', form(OnRevision), async (c) => {
      const { revision, operation } = c.req.valid('form')
      const segment = await withdraw(desk, {
        segmentId: idOf(c),
        revision,
        by: c.var.person!.id,
        operationId: operation,
      })
      return acted(c, desk, segment, segment)
    })

    .post('/:id{[0-9]{1,15}}/waivers', form(Excuse), async (c) => {
      const { target, revision, operation, occurrence, code, excuse, grant } = c.req.valid('form')
      const by = c.var.person!.id
      // Who may not grant does not ask by trying.
      if (grant === 'yes') await mustBe(desk, 'reviewer', by, (await segmentFor(desk, by, idOf(c))).projectId)
      const ask = async (head: number) => {
        const request = { segmentId: idOf(c), revision: head, ...occurrence, code, reason: excuse, by }
        const { segment: asked, waiverId } = await askForWaiver(desk, { ...request, operationId: `${operation}.ask` })
        if (grant !== 'yes') return acted(c, desk, asked, asked)
        const segment = await decideOnWaiver(desk, { waiverId, granted: true, by, operationId: operation })
        return acted(c, desk, segment, segment)
      }
      if (target === undefined) return ask(revision)
      const save = { segmentId: idOf(c), base: revision, target, by, operationId: `${operation}.save` }
      const saved = await saveTarget(desk, save)
      if (saved.overtaken) return overtaken(c, saved.segment, target)
      return onSaved(c, saved, () => ask(saved.segment.head))
    })

    .post('/:id{[0-9]{1,15}}/rejections', form(Rejection), async (c) => {
      const { revision, operation, reason } = c.req.valid('form')
      const segment = await reject(desk, {
        segmentId: idOf(c),
        revision,
        reason,
        by: c.var.person!.id,
        operationId: operation,
      })
      return acted(c, desk, segment, await nextOpen(db, segment, 'review'))
    })
}
