import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '../../db/open.ts'
import { WelcomePage } from '../../views/welcome.tsx'
import { Invalid } from '../errors.ts'
import { acceptInvitation } from '../people/accept.ts'
import { type Auth, PASSWORD_LENGTH } from '../people/auth.ts'
import { inviteeOf } from '../people/invitee.ts'
import { type Environment, shellOf } from './environment.ts'
import { form } from './form.ts'
import { passCookies } from './person.tsx'

const Acceptance = z.object({ name: z.string().default(''), email: z.string().default(''), password: z.string() })

export const welcomeRoutes = (db: Database, auth: Auth) =>
  new Hono<Environment>()
    .get('/:token', async (c) => {
      const known = personIn(await inviteeOf(db, c.req.param('token')))
      return c.html(<WelcomePage shell={shellOf(c)} known={known} password={PASSWORD_LENGTH} />)
    })

    .post('/:token', form(Acceptance), async (c) => {
      const token = c.req.param('token')
      const { password, ...typed } = c.req.valid('form')
      try {
        passCookies(c, await acceptInvitation(db, auth, { token, password, ...typed }))
        return c.redirect('/', 303)
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        const known = personIn(await inviteeOf(db, token))
        const problem = error.say(c.var.messages)
        return c.html(
          <WelcomePage shell={shellOf(c)} known={known} typed={typed} password={PASSWORD_LENGTH} problem={problem} />,
          422,
        )
      }
    })

const personIn = ({ name, email }: { name: string | null; email: string | null }) =>
  name === null || email === null ? undefined : { name, email }
