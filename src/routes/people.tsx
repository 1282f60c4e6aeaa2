import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '../../db/open.ts'
import { allPeople, findPerson, personByEmail } from '../../db/people.ts'
import { allProjects } from '../../db/projects.ts'
import { PeoplePage, type PeopleProps } from '../../views/people.tsx'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import { addPerson } from '../people/addPerson.ts'
import type { Auth } from '../people/auth.ts'
import { INVITATION_HOURS, invite } from '../people/invite.ts'
import { removeRole } from '../people/removeRole.ts'
import { type Environment, shellOf } from './environment.ts'
import { form } from './form.ts'
import { administratorsOnly } from './person.tsx'

const Asked = z.object({ operation: z.uuid() })
const Added = Asked.extend({
  email: z.string(),
  name: z.string(),
  role: z.string(),
  project: z.string().regex(/^\d{0,15}$/u),
})

type Said = Pick<PeopleProps, 'done' | 'link' | 'problem' | 'typed'>

export function peopleRoutes(db: Database, auth: Auth) {
  async function page(c: Context<Environment>, said: Said, status: 200 | 409 | 422 = 200) {
    const [people, projects] = await Promise.all([allPeople(db), allProjects(db)])
    return c.html(
      <PeoplePage
        shell={shellOf(c)}
        people={people}
        projects={projects}
        operation={() => crypto.randomUUID()}
        {...said}
      />,
      status,
    )
  }

  const linkFor = (name: string, token: string) => ({
    name,
    url: new URL(`/welcome/${token}`, auth.options.baseURL).href,
    hours: INVITATION_HOURS,
  })

  return new Hono<Environment>()
    .use(administratorsOnly)

    .get('/', (c) => page(c, {}))

    .post('/', form(Added), async (c) => {
      const { operation, ...typed } = c.req.valid('form')
      const projectId = typed.project === '' ? undefined : Number(typed.project)
      try {
        const { outcome, invitation } = await addPerson(db, { ...typed, projectId }, asked(c, operation))
        const person = await personByEmail(db, typed.email.trim().toLowerCase())
        const name = person?.name ?? typed.name
        const { people } = c.var.messages
        const done = outcome === 'repeated' ? people.repeated : people[outcome](name)
        return page(c, { done, link: invitation === undefined ? undefined : linkFor(name, invitation) })
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        return page(c, { typed, problem: error.say(c.var.messages) }, 422)
      }
    })

    .post('/:id/invitation', form(Asked), async (c) => {
      const person = await findPerson(db, c.req.param('id'))
      if (person === undefined) throw new NotFound()
      const wanted = { userId: person.id, hours: INVITATION_HOURS }
      const token = await invite(db, wanted, asked(c, c.req.valid('form').operation))
      return page(c, { link: linkFor(person.name, token) })
    })

    .post('/roles/:id{[0-9]{1,15}}/end', form(Asked), async (c) => {
      try {
        await removeRole(db, Number(c.req.param('id')), asked(c, c.req.valid('form').operation))
        return c.redirect('/people', 303)
      } catch (error) {
        if (!(error instanceof Conflict)) throw error
        return page(c, { problem: error.say(c.var.messages) }, 409)
      }
    })
}

const asked = (c: Context<Environment>, operationId: string) => ({ by: c.var.person?.id ?? null, operationId })
