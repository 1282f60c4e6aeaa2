import { Hono } from 'hono'
import { z } from 'zod'
import { decideOnWaiver } from '../desk/decideOnWaiver.ts'
import type { Desk } from '../desk/desk.ts'
import { acted, drawnForThem } from './acted.tsx'
import type { Environment } from './environment.ts'
import { form } from './form.ts'

/** The row's form holds the answers to every request in it, each under the request's own name. */
const Decision = z.looseObject({ operation: z.string().min(8).max(100) })

/** Waivers somebody asked for, granted or refused by a reviewer. */
export const waiverRoutes = (desk: Desk) =>
  new Hono<Environment>()
    .use(drawnForThem)

    .post('/:id{[0-9]{1,15}}/grants', form(Decision), async (c) => {
      const decision = { waiverId: Number(c.req.param('id')), by: c.var.person!.id }
      const { operation: operationId } = c.req.valid('form')
      const segment = await decideOnWaiver(desk, { ...decision, granted: true, operationId })
      return acted(c, desk, segment, segment)
    })

    .post('/:id{[0-9]{1,15}}/refusals', form(Decision), async (c) => {
      const decision = { waiverId: Number(c.req.param('id')), by: c.var.person!.id }
      const { operation: operationId, ...answers } = c.req.valid('form')
      const answer = String(answers[`answer-${decision.waiverId}`] ?? '')
      const segment = await decideOnWaiver(desk, { ...decision, granted: false, answer, operationId })
      return acted(c, desk, segment, segment)
    })
