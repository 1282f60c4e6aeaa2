import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { conceptHeads, conceptHistory } from '../../db/concepts.ts'
import { eventOf } from '../../db/events.ts'
import { countUnjudged } from '../../db/judged.ts'
import { findProposal } from '../../db/proposals.ts'
import { segmentsUsing, usageOf } from '../../db/usage.ts'
import type { Concept } from '../../glossary/concept.ts'
import { FreeIds, idOf } from '../../glossary/conceptId.ts'
import { LONGEST_TERM } from '../../glossary/formats/format.ts'
import type { LintFinding } from '../../glossary/lint.ts'
import { ChangePage } from '../../views/change.tsx'
import { ConceptPage } from '../../views/concept.tsx'
import { applyChange } from '../desk/applyChange.ts'
import type { Change } from '../desk/changeConcepts.ts'
import { CURATED_LANGUAGES } from '../desk/curated.ts'
import type { Desk } from '../desk/desk.ts'
import { newFindings } from '../desk/newFindings.ts'
import { PAGELESS } from '../desk/planImport.ts'
import { previewChange } from '../desk/previewChange.ts'
import { proposedConcept } from '../desk/proposedConcept.ts'
import { type Rule, ruleOf } from '../desk/ruleOf.ts'
import { curates, mustCurate } from '../desk/terminologist.ts'
import { Conflict, NotFound } from '../errors.ts'
import type { Say } from '../messages/index.ts'
import { readConcept } from './conceptForm.ts'
import { type Environment, shellOf } from './environment.ts'
import { form } from './form.ts'
import { choiceIn, turnsFor } from './turned.ts'

/** Sentences shown of a concept's use. */
const SHOWN = 30

const Count = z.coerce.number().int().min(0).optional().catch(undefined)

const Changed = z.looseObject({
  operation: z.string().min(8).max(100),
  base: z.coerce.number().int().min(0),
  reason: z.string().max(1000).default(''),
  apply: z.string().optional(),
  retire: z.string().optional(),
  edit: z.string().optional(),
  proposal: Count,
  answer: z.string().max(1000).default(''),
})
type Changed = z.infer<typeof Changed>

/** What led to the page of a concept. */
const Query = z.object({
  waiver: Count,
  proposal: Count,
  /** A revision to be put into force again. */
  revision: Count,
  /** How many texts were written with a change. */
  rewritten: Count,
  term: z.string().default(''),
})

/** What the page of a concept shows beside what is in force. */
interface Shown {
  /** The concept as the form has it. */
  typed?: Concept | undefined
  reason?: string
  problems?: readonly Say[]
  status?: 200 | 409 | 422
  proposal?: number | undefined
  rewritten?: number | undefined
  rule?: Rule | undefined
}

/** A concept in force, or retired: then only its history is there. */
interface Known {
  id: string
  concept: Concept | undefined
}

/** A concept that lacks a language asks for nothing there; it may get it later. */
const contradicts = ({ rule, severity }: LintFinding) => severity === 'error' && rule !== 'no-term'

/** As the database would give it back. */
const asKept = (concept: Concept | undefined): unknown => concept && JSON.parse(JSON.stringify(concept))

/** A concept, its history and its use, and the way to change it: looked at first, then put into force. */
export const conceptRoutes = (desk: Desk) => {
  const { db } = desk

  async function page(c: Context<Environment>, known: Known | undefined, shown: Shown = {}) {
    const { typed, reason = '', problems = [], status = 200, proposal, rewritten, rule } = shown
    const person = c.var.person!.id
    const history = known === undefined ? [] : await conceptHistory(db, known.id)
    return c.html(
      <ConceptPage
        shell={shellOf(c)}
        id={known?.id}
        concept={typed ?? known?.concept}
        inForce={known?.concept !== undefined}
        base={history[0]?.number ?? 0}
        history={history}
        usage={known === undefined ? {} : await usageOf(db, known.id, person)}
        sentences={known === undefined ? [] : await segmentsUsing(db, known.id, person, SHOWN)}
        unjudged={await countUnjudged(db)}
        curates={await curates(desk, person)}
        operation={randomUUID()}
        reason={reason}
        proposal={proposal === undefined ? undefined : await findProposal(db, proposal, person)}
        problems={problems.map((problem) => problem(c.var.messages))}
        rewritten={rewritten}
        rule={rule}
      />,
      status,
    )
  }

  async function change(c: Context<Environment>, known: Known | undefined, fields: Changed) {
    const by = c.var.person!.id
    await mustCurate(desk, by)
    const { reason, proposal, answer, operation: operationId } = fields
    const { concept, problems } = readConcept(known?.id ?? '', fields)
    const retired = fields.retire !== undefined
    const typed = { typed: concept, reason, proposal }
    // A request repeated is answered as if it had just been done.
    if (known && (await eventOf(db, operationId))?.act === 'change') return c.redirect(addressOf(known.id), 303)
    const [newest] = known === undefined ? [] : await conceptHistory(db, known.id)
    if (newest && newest.number !== fields.base)
      return page(c, known, { ...typed, problems: [(m) => m.termbase.overtaken], status: 409 })
    if (fields.edit !== undefined) return page(c, known, typed)
    if (!retired && problems.length > 0) return page(c, known, { ...typed, problems, status: 422 })
    if (!retired && proposal === undefined && isDeepStrictEqual(asKept(concept), asKept(known?.concept)))
      return page(c, known, { ...typed, problems: [(m) => m.termbase.nothingChanged], status: 422 })

    const id = known?.id ?? (await idFor(concept))
    const entry = retired ? null : { ...concept, id }
    const changes: [Change] = [{ id, base: fields.base, entry }]
    const findings = newFindings(desk, changes)
    const errors = findings.filter(contradicts).map(({ message }) => message)
    if (errors.length > 0) return page(c, known, { ...typed, problems: errors, status: 422 })
    if (fields.apply !== undefined) {
      const choice = choiceIn(fields)
      try {
        const { chosen, written } = await applyChange(desk, {
          changes,
          reason,
          proposal,
          answer,
          choice,
          by,
          operationId,
        })
        return c.redirect(`${retired ? '/glossary' : addressOf(id)}${chosen > 0 ? `?rewritten=${written}` : ''}`, 303)
      } catch (error) {
        if (!(error instanceof Conflict)) throw error
        return page(c, known, { ...typed, problems: [error.say], status: 409 })
      }
    }
    return c.html(
      <ChangePage
        shell={shellOf(c)}
        path={c.req.path}
        fields={fields}
        back={known === undefined ? '/glossary' : addressOf(id)}
        before={known?.concept}
        after={entry ?? undefined}
        findings={findings}
        turns={await turnsFor(db, by, await previewChange(desk, changes))}
        operation={randomUUID()}
      />,
    )
  }

  /** Concepts that were retired keep their ids, and some ids have no page. */
  async function idFor(concept: Concept): Promise<string> {
    return new FreeIds([...(await conceptHeads(db)).map(({ id }) => id), ...PAGELESS]).take(
      idOf(concept.terms[0]!.text),
    )
  }

  async function knownFor(c: Context<Environment>): Promise<Known> {
    const id = c.req.param('id')!
    const concept = desk.concepts.get(id)
    if (concept === undefined && (await conceptHistory(db, id)).length === 0) throw new NotFound()
    return { id, concept }
  }

  return new Hono<Environment>()
    .get('/new', async (c) => {
      const by = c.var.person!.id
      await mustCurate(desk, by)
      const { proposal, term } = Query.parse(c.req.query())
      const proposed = proposal === undefined ? undefined : await findProposal(db, proposal, by)
      const words = proposed ?? {
        source: term.slice(0, LONGEST_TERM),
        target: '',
        note: '',
        languages: CURATED_LANGUAGES,
      }
      return page(c, undefined, { typed: proposedConcept(words), proposal: proposed?.id })
    })
    .post('/new/changes', form(Changed), (c) => change(c, undefined, c.req.valid('form')))
    .get('/:id', async (c) => {
      const by = c.var.person!.id
      const known = await knownFor(c)
      const { waiver, proposal, revision, rewritten } = Query.parse(c.req.query())
      if (revision !== undefined) {
        const then = (await conceptHistory(db, known.id)).find(({ number }) => number === revision)
        if (!then?.entry) throw new NotFound()
        return page(c, known, { typed: then.entry })
      }
      const proposed = proposal === undefined ? undefined : await findProposal(db, proposal, by)
      if (proposed) return page(c, known, { typed: proposedConcept(proposed, known.concept), proposal })
      const asked = waiver !== undefined && { waiverId: waiver, conceptId: known.id, by }
      const rule = asked ? await ruleOf(desk, asked) : undefined
      return page(c, known, { typed: rule?.concept, rule, rewritten })
    })
    .post('/:id/changes', form(Changed), async (c) => change(c, await knownFor(c), c.req.valid('form')))
}

const addressOf = (id: string) => `/glossary/concepts/${encodeURIComponent(id)}`
