import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { conceptHeads, conceptHistory } from '../../db/concepts.ts'
import { rolesOf } from '../../db/people.ts'
import { projectsOf } from '../../db/projects.ts'
import { findProposal } from '../../db/proposals.ts'
import { segmentsUsing, usageOf } from '../../db/usage.ts'
import type { Concept } from '../../glossary/concept.ts'
import { FreeIds, idOf } from '../../glossary/conceptId.ts'
import { LONGEST_TERM } from '../../glossary/formats/format.ts'
import { ChangePage } from '../../views/change.tsx'
import { ConceptPage } from '../../views/concept.tsx'
import { acceptProposal } from '../desk/acceptProposal.ts'
import { type Change, changeConcepts } from '../desk/changeConcepts.ts'
import type { Desk } from '../desk/desk.ts'
import { judgeAnew } from '../desk/judgeAnew.ts'
import { previewChange, type Turned } from '../desk/previewChange.ts'
import { proposedConcept } from '../desk/proposedConcept.ts'
import { type Rule, ruleOf } from '../desk/ruleOf.ts'
import { chosenRewrites, takeRewrites } from '../desk/takeRewrites.ts'
import { curates, mustCurate } from '../desk/terminologist.ts'
import { Conflict, NotFound } from '../errors.ts'
import type { Say } from '../messages/index.ts'
import { plain } from '../text/tags.ts'
import { may, type Role } from '../unit.ts'
import { readConcept } from './conceptForm.ts'
import { type Environment, shellOf } from './environment.ts'
import { form } from './form.ts'

/** Sentences shown of a concept's use. */
const SHOWN = 30
/** And of what a change turns. */
const TURNED = 100

const Changed = z.looseObject({
  operation: z.string().min(8).max(100),
  base: z.coerce.number().int().min(0),
  reason: z.string().max(1000).default(''),
  apply: z.string().optional(),
  retire: z.string().optional(),
  edit: z.string().optional(),
  proposal: z.coerce.number().int().optional(),
  answer: z.string().max(1000).default(''),
})

/** How many texts were written with a change, as the page after it says. */
const Rewritten = z.coerce.number().int().min(0).optional().catch(undefined)

/** What the page of a concept shows beside what is in force. */
interface Shown {
  /** The concept as the form has it. */
  typed?: Concept | undefined
  problems?: readonly Say[]
  proposal?: { id: number; proposedByName: string } | undefined
  rewritten?: number | undefined
  rule?: Rule | undefined
}

/** The rewrites somebody chose, or all they were offered: the revision of each text, by its segment. */
function chosenIn(fields: z.infer<typeof Changed>): ReadonlyMap<number, number> {
  const names = fields.apply === 'all' ? /^offered\.(\d{1,15})$/u : /^rewrite\.(\d{1,15})$/u
  const chosen = new Map<number, number>()
  for (const [name, value] of Object.entries(fields)) {
    const [, segment] = names.exec(name) ?? []
    const revision = Number(value)
    if (segment !== undefined && Number.isSafeInteger(revision)) chosen.set(Number(segment), revision)
  }
  return chosen
}

/** A concept, its history and its use, and the way to change it: looked at first, then put into force. */
export const conceptRoutes = (desk: Desk) => {
  const { db } = desk

  async function page(
    c: Context<Environment>,
    concept: Concept | undefined,
    { typed, problems = [], proposal, rewritten, rule }: Shown = {},
  ) {
    const person = c.var.person!
    const history = concept === undefined ? [] : await conceptHistory(db, concept.id)
    return c.html(
      <ConceptPage
        shell={shellOf(c)}
        concept={typed ?? concept}
        isNew={concept === undefined}
        base={history[0]?.number ?? 0}
        history={history}
        usage={concept === undefined ? {} : await usageOf(db, concept.id, person.id)}
        sentences={concept === undefined ? [] : await segmentsUsing(db, concept.id, person.id, SHOWN)}
        curates={await curates(desk, person.id)}
        operation={randomUUID()}
        proposal={proposal}
        problems={problems.map((problem) => problem(c.var.messages))}
        rewritten={rewritten}
        rule={rule}
      />,
      problems.length > 0 ? 422 : 200,
    )
  }

  async function change(c: Context<Environment>, known: Concept | undefined, fields: z.infer<typeof Changed>) {
    const by = c.var.person!.id
    await mustCurate(desk, by)
    const { concept, problems } = readConcept(known?.id ?? '', fields, known)
    const retired = fields.retire !== undefined
    if (!retired && problems.length > 0) return page(c, known, { typed: concept, problems })
    const id = known?.id ?? (await idFor(concept))
    const changes: Change[] = [{ id, base: fields.base, entry: retired ? null : { ...concept, id } }]
    if (fields.edit !== undefined) return page(c, known, { typed: { ...concept, id } })
    if (fields.apply === undefined) {
      const { judged, breaks, mends } = await previewChange(desk, changes)
      return c.html(
        <ChangePage
          shell={shellOf(c)}
          path={c.req.path}
          fields={fields}
          title={concept.terms[0]?.text ?? id}
          retired={retired}
          judged={judged}
          breaks={await shownTo(by, breaks)}
          mends={await shownTo(by, mends)}
          operation={randomUUID()}
        />,
      )
    }
    const along =
      fields.proposal === undefined
        ? []
        : [acceptProposal(db, { id: fields.proposal, conceptId: id, answer: fields.answer, by })]
    const chosen = await chosenRewrites(desk, changes, chosenIn(fields))
    await changeConcepts(desk, { changes, reason: fields.reason.trim(), by, operationId: fields.operation, along })
    // Work goes on meanwhile; a fault is one of ours, and what is left is judged at the next start.
    judgeAnew(desk).catch(console.error)
    const written = await takeRewrites(desk, chosen, { by, operationId: fields.operation })
    const done = chosen.length === 0 ? '' : `?rewritten=${written}`
    return c.redirect(retired ? '/glossary' : `/glossary/concepts/${encodeURIComponent(id)}${done}`, 303)
  }

  /** Those of the texts a change turns that somebody may see, and what they could say instead where somebody may write. */
  async function shownTo(person: string, turned: readonly Turned[]) {
    const roles = new Map<number, readonly Role[]>()
    for (const { id } of await projectsOf(db, person)) roles.set(id, await rolesOf(db, person, id))
    const texts = turned
      .filter(({ segment }) => roles.has(segment.projectId))
      .slice(0, TURNED)
      .map(({ segment, rewrite }) => ({
        segment: {
          ...segment,
          source: plain(segment.source, segment.codes).text,
          target: plain(segment.target, segment.codes).text,
        },
        rewrite: rewrite()?.pieces,
        writes: may(roles.get(segment.projectId)!, 'translator'),
      }))
    return { texts, all: turned.length }
  }

  /** Concepts that were retired keep their ids, and the page of a new one has its own. */
  async function idFor(concept: Concept): Promise<string> {
    return new FreeIds([...(await conceptHeads(db)).map(({ id }) => id), 'new']).take(idOf(concept.terms[0]!.text))
  }

  /** The proposal that led here, if one did. */
  async function proposalFor(c: Context<Environment>) {
    const id = Number(c.req.query('proposal'))
    return Number.isSafeInteger(id) ? findProposal(db, id, c.var.person!.id) : undefined
  }

  function conceptFor(c: Context<Environment>): Concept {
    const concept = desk.concepts.get(c.req.param('id')!)
    if (concept === undefined) throw new NotFound()
    return concept
  }

  return new Hono<Environment>()
    .get('/new', async (c) => {
      const by = c.var.person!.id
      await mustCurate(desk, by)
      const proposal = await proposalFor(c)
      const term = c.req.query('term') ?? ''
      const words = proposal ?? { source: term.slice(0, LONGEST_TERM), target: '', note: '' }
      return page(c, undefined, { typed: proposedConcept(words), proposal })
    })
    .post('/new/changes', form(Changed), (c) => change(c, undefined, c.req.valid('form')))
    .get('/:id', async (c) => {
      const concept = conceptFor(c)
      const waiver = Number(c.req.query('waiver'))
      const asked = { waiverId: waiver, conceptId: concept.id, by: c.var.person!.id }
      const rule = Number.isSafeInteger(waiver) ? await ruleOf(desk, asked) : undefined
      const proposal = await proposalFor(c)
      const typed = proposal ? proposedConcept(proposal, concept) : rule?.concept
      const rewritten = Rewritten.parse(c.req.query('rewritten'))
      return page(c, concept, { typed, proposal, rewritten, rule: proposal ? undefined : rule })
    })
    .post('/:id/changes', form(Changed), async (c) => {
      const fields = c.req.valid('form')
      const concept = conceptFor(c)
      const [newest] = await conceptHistory(db, concept.id)
      if (newest !== undefined && newest.number !== fields.base) throw new Conflict((m) => m.termbase.overtaken)
      return change(c, concept, fields)
    })
}
