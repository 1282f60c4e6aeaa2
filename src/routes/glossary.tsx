import { Hono } from 'hono'
import { z } from 'zod'
import { retiredConcepts } from '../../db/concepts.ts'
import { countUnjudged } from '../../db/judged.ts'
import { projectsOf } from '../../db/projects.ts'
import { countOpenProposals, findProposal } from '../../db/proposals.ts'
import { countStale, staleFor } from '../../db/stale.ts'
import { oftenWaived, type WaivedShare } from '../../db/usage.ts'
import { type Concept, TERM_STATUSES } from '../../glossary/concept.ts'
import { GLOSSARY_FORMATS } from '../../glossary/formats/index.ts'
import { lint } from '../../glossary/lint.ts'
import { conceptsWanted } from '../../glossary/search.ts'
import { CandidatesPage } from '../../views/candidates.tsx'
import { FindingsPage } from '../../views/findings.tsx'
import { GlossaryPage, Judging } from '../../views/glossary.tsx'
import { RetiredPage } from '../../views/retired.tsx'
import { StalePage } from '../../views/stale.tsx'
import { CURATED_LANGUAGES } from '../desk/curated.ts'
import type { Desk } from '../desk/desk.ts'
import { findCandidates } from '../desk/findCandidates.ts'
import { curates } from '../desk/terminologist.ts'
import { Invalid, NotFound } from '../errors.ts'
import { attachment } from './attachment.ts'
import { type Environment, shellOf } from './environment.ts'

const Wanted = z.object({
  q: z.string().max(200).catch(''),
  subject: z.string().max(200).catch(''),
  status: z.enum(TERM_STATUSES).optional().catch(undefined),
  ruled: z.string().optional(),
  waived: z.string().optional(),
  from: z.coerce.number().int().min(0).catch(0),
  proposal: z.coerce.number().int().optional().catch(undefined),
  rewritten: z.coerce.number().int().min(0).optional().catch(undefined),
})

/** Segments of the queue on its page. */
const STALE = 200
/** Candidates on theirs. */
const CANDIDATES = 100
/** Concepts on one page. */
const PAGE = 60

/** The concepts that have a share, in the order of the shares. */
function inOrderOf(shares: readonly WaivedShare[], concepts: readonly Concept[]): Concept[] {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]))
  return shares.flatMap(({ concept }) => byId.get(concept) ?? [])
}

/** The glossary as people look through it and take it away. What changes it are `conceptRoutes`. */
export const glossaryRoutes = (desk: Desk) =>
  new Hono<Environment>()
    .get('/', async (c) => {
      const { q, subject, status, ruled, waived, from, proposal, rewritten } = Wanted.parse(c.req.query())
      const personId = c.var.person!.id
      const found = conceptsWanted(desk.concepts.values(), {
        words: q,
        ...(subject !== '' && { subject }),
        ...(status && { status }),
        ruled: ruled !== undefined,
        language: CURATED_LANGUAGES.source,
      })
      const shares = waived === undefined ? undefined : await oftenWaived(desk.db, personId)
      const concepts = shares ? inOrderOf(shares, found) : found
      const subjects = [...new Set([...desk.concepts.values()].flatMap((concept) => concept.subject ?? []))].sort()
      return c.html(
        <GlossaryPage
          shell={shellOf(c)}
          concepts={concepts.slice(from, from + PAGE)}
          found={concepts.length}
          all={desk.concepts.size}
          from={from}
          page={PAGE}
          wanted={{ q, subject, status, ruled: ruled !== undefined, waived: waived !== undefined }}
          shares={new Map(shares?.map((share) => [share.concept, share]))}
          proposal={proposal === undefined ? undefined : await findProposal(desk.db, proposal, personId)}
          subjects={subjects}
          curates={await curates(desk, personId)}
          waiting={{
            proposals: await countOpenProposals(desk.db, personId),
            stale: await countStale(desk.db, personId),
          }}
          unjudged={await countUnjudged(desk.db)}
          rewritten={rewritten}
        />,
      )
    })

    .get('/judging', async (c) => c.html(<Judging m={c.var.messages} unjudged={await countUnjudged(desk.db)} />))

    .get('/findings', (c) => {
      const findings = [...lint([...desk.concepts.values()], CURATED_LANGUAGES)]
      return c.html(<FindingsPage shell={shellOf(c)} findings={findings} />)
    })

    .get('/retired', async (c) => c.html(<RetiredPage shell={shellOf(c)} retired={await retiredConcepts(desk.db)} />))

    .get('/stale', async (c) =>
      c.html(<StalePage shell={shellOf(c)} {...(await staleFor(desk.db, c.var.person!.id, STALE))} />),
    )

    .get('/candidates', async (c) => {
      const personId = c.var.person!.id
      const projects = await projectsOf(desk.db, personId)
      const wanted = c.req.query('project')
      const project = wanted === undefined ? projects[0] : projects.find(({ id }) => String(id) === wanted)
      if (wanted !== undefined && project === undefined) throw new NotFound()
      const languages = project && { source: project.source, target: project.target }
      const found = project && languages ? await findCandidates(desk, { id: project.id, languages }, CANDIDATES) : []
      return c.html(
        <CandidatesPage
          shell={shellOf(c)}
          projects={projects}
          project={project}
          candidates={found}
          curates={await curates(desk, personId)}
        />,
      )
    })

    .get('/export', (c) => {
      const format = GLOSSARY_FORMATS.find(({ id }) => id === c.req.query('format'))
      if (format === undefined) {
        const ids = GLOSSARY_FORMATS.map(({ id }) => id)
        throw new Invalid((m) => m.formats.unknown(String(c.req.query('format')), ids))
      }
      const file = [...format.write(desk.concepts.values())].join('')
      return c.body(file, 200, {
        'Content-Type': `${format.mediaType}; charset=utf-8`,
        'Content-Disposition': attachment(`${c.var.messages.termbase.fileName}${format.extensions[0]}`),
      })
    })
