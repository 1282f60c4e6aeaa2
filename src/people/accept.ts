import { recordEvent } from '../../db/events.ts'
import { onlyIf } from '../../db/guard.ts'
import { stands, useInvitation } from '../../db/invitations.ts'
import { type Database, type Statement, write } from '../../db/open.ts'
import {
  addMembership,
  addUser,
  endSessions,
  notAdministered,
  personByEmail,
  renameUser,
  setPassword,
} from '../../db/people.ts'
import type { Auth } from './auth.ts'
import { emailFrom, nameFrom, passwordFrom } from './identity.ts'
import { inviteeOf } from './invitee.ts'
import { hashOf } from './token.ts'

interface Acceptance {
  token: string
  password: string
  /** Asked of the first administrator only; others were named when they were added. */
  name?: string | undefined
  email?: string | undefined
}

/**
 * Set the password of whom the invitation is for, end their other sessions and sign them in: the answer carries the
 * session cookie. The administrator's invitation makes the account too, unless the desk has got an administrator.
 * @throws NotFound when the invitation no longer stands, also when somebody else's acceptance came first.
 */
export async function acceptInvitation(db: Database, auth: Auth, acceptance: Acceptance): Promise<Response> {
  const { token } = acceptance
  const invitee = await inviteeOf(db, token)
  const email = invitee.email ?? emailFrom(acceptance.email ?? '')
  const name = invitee.name ?? nameFrom(acceptance.name ?? '')
  const password = passwordFrom(acceptance.password)

  const known = await personByEmail(db, email)
  const userId = known?.id ?? crypto.randomUUID()
  const hash = await (await auth.$context).password.hash(password)
  const at = new Date()
  const tokenHash = hashOf(token)
  const first: Statement[] = [
    onlyIf(notAdministered()),
    addUser(db, { id: userId, name, email }, at),
    renameUser(db, email, name, at),
    addMembership(db, email, 'administrator', null),
  ]
  try {
    await write(db, [
      onlyIf(stands(db, tokenHash, at)),
      ...(invitee.userId === null ? first : []),
      recordEvent(db, { operationId: tokenHash, act: 'member', by: userId, at }),
      useInvitation(db, tokenHash, at),
      endSessions(db, email),
      setPassword(db, email, hash, at),
    ])
  } catch (error) {
    await inviteeOf(db, token)
    throw error
  }
  return auth.api.signInEmail({ body: { email, password }, asResponse: true })
}
