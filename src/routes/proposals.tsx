import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { type ProposalRow, proposalsFor } from '../../db/proposals.ts'
import { ProposalsPage, ProposeTerm } from '../../views/proposals.tsx'
import type { Desk } from '../desk/desk.ts'
import { propose } from '../desk/propose.ts'
import { conceptsNamed, isAsProposed } from '../desk/proposedConcept.ts'
import { refuseProposal } from '../desk/refuseProposal.ts'
import { curates } from '../desk/terminologist.ts'
import { dayOf } from '../text/day.ts'
import { type Environment, isFragment, shellOf } from './environment.ts'
import { form } from './form.ts'

const Operation = z.string().min(8).max(100)
const Term = z.object({
  operation: Operation,
  segment: z.coerce.number().int(),
  source: z.string().max(500),
  target: z.string().max(500),
  note: z.string().max(1000).default(''),
})
const Refusal = z.object({ operation: Operation, answer: z.string().max(1000) })

/** Proposals shown: the open ones, and the newest that were decided on. */
const SHOWN = 100

/** Terms translators propose, and terminologists accept, change or refuse. */
export const proposalRoutes = (desk: Desk) => {
  /** What is there already under the words of a proposal that is still open. */
  const meantBy = (proposal: ProposalRow) =>
    proposal.accepted === null ? conceptsNamed(desk, proposal, dayOf(new Date())) : []

  const becameOf = (proposal: ProposalRow) => {
    const concept = proposal.accepted ? desk.concepts.get(proposal.conceptId ?? '') : undefined
    return concept && { concept, asProposed: isAsProposed(concept, proposal) }
  }

  return new Hono<Environment>()
    .get('/', async (c) => {
      const person = c.var.person!
      const proposals = await proposalsFor(desk.db, person.id, SHOWN)
      return c.html(
        <ProposalsPage
          shell={shellOf(c)}
          proposals={proposals.map((proposal) => ({
            ...proposal,
            became: becameOf(proposal),
            meant: meantBy(proposal),
          }))}
          curates={await curates(desk, person.id)}
          operation={randomUUID}
        />,
      )
    })

    .post('/', form(Term), async (c) => {
      const { operation: operationId, segment: segmentId, ...words } = c.req.valid('form')
      const segment = await propose(desk, { ...words, segmentId, by: c.var.person!.id, operationId })
      if (!isFragment(c)) return c.redirect('/glossary/proposals', 303)
      return c.html(
        <ProposeTerm m={c.var.messages} segment={segment} operation={randomUUID()} sent={words.source.trim()} />,
      )
    })

    .post('/:id{[0-9]{1,15}}/refusals', form(Refusal), async (c) => {
      const { operation: operationId, answer } = c.req.valid('form')
      await refuseProposal(desk, { id: Number(c.req.param('id')), answer, by: c.var.person!.id, operationId })
      return c.redirect('/glossary/proposals', 303)
    })
}
