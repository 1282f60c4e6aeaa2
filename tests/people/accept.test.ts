import { eq, sql } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { allPeople, hasAdministrator, personByEmail } from '../../db/people.ts'
import { account, invitations, session } from '../../db/schema.ts'
import { NotFound } from '../../src/errors.ts'
import { acceptInvitation } from '../../src/people/accept.ts'
import { addPerson } from '../../src/people/addPerson.ts'
import { invite } from '../../src/people/invite.ts'
import { PASSWORD, peopleDesk } from '../support/people.ts'

const ada = { name: 'Ada', email: 'ada@desk.example', password: PASSWORD }

describe('the administrator’s invitation', () => {
  test('makes the first administrator and signs them in', async () => {
    const { db, auth } = await peopleDesk()
    const token = await invite(db, { hours: 1 })

    const answer = await acceptInvitation(db, auth, { token, ...ada, email: ' Ada@Desk.example ' })

    expect(answer.headers.getSetCookie().join()).toContain('visavis=')
    expect(await allPeople(db)).toMatchObject([
      { name: 'Ada', email: 'ada@desk.example', signsIn: true, roles: [{ role: 'administrator', project: null }] },
    ])
  })

  test('works once', async () => {
    const { db, auth } = await peopleDesk()
    const token = await invite(db, { hours: 1 })
    await acceptInvitation(db, auth, { token, ...ada })

    const again = acceptInvitation(db, auth, { token, ...ada, email: 'eve@desk.example' })

    await expect(again).rejects.toThrow(NotFound)
    expect(await personByEmail(db, 'eve@desk.example')).toBeUndefined()
  })

  test('has one winner when it is used twice at the same moment', async () => {
    const { db, auth } = await peopleDesk()
    const token = await invite(db, { hours: 1 })

    const answers = await Promise.allSettled(
      ['a', 'b', 'c', 'd'].map((name) =>
        acceptInvitation(db, auth, { token, name, email: `${name}@desk.example`, password: PASSWORD }),
      ),
    )

    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(NotFound)
    expect(await allPeople(db)).toHaveLength(1)
  })

  test('expires', async () => {
    const { db, auth } = await peopleDesk()
    const token = await invite(db, { hours: 1 })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61 * 60 * 1000 })
    try {
      await expect(acceptInvitation(db, auth, { token, ...ada })).rejects.toThrow(NotFound)
    } finally {
      vi.useRealTimers()
    }
    expect(await hasAdministrator(db)).toBe(false)
  })

  test('is refused once there is an administrator', async () => {
    const { db, auth, administrator } = await peopleDesk()
    await administrator()
    const token = await invite(db, { hours: 1 })

    await expect(acceptInvitation(db, auth, { token, ...ada, email: 'eve@desk.example' })).rejects.toThrow(NotFound)
  })

  test('is void when a newer one is made', async () => {
    const { db, auth } = await peopleDesk()
    const older = await invite(db, { hours: 1 })
    const newer = await invite(db, { hours: 1 })

    await expect(acceptInvitation(db, auth, { token: older, ...ada })).rejects.toThrow(NotFound)
    expect((await acceptInvitation(db, auth, { token: newer, ...ada })).ok).toBe(true)
  })

  test.each([
    ['a short password', { ...ada, password: 'elevenchars' }, '12 to 128'],
    ['a long password', { ...ada, password: 'x'.repeat(129) }, '12 to 128'],
    ['no name', { ...ada, name: ' ' }, 'name'],
    ['no address', { ...ada, email: 'ada' }, 'e-mail'],
  ])('refuses %s, and can be tried again', async (_, acceptance, message) => {
    const { db, auth } = await peopleDesk()
    const token = await invite(db, { hours: 1 })

    await expect(acceptInvitation(db, auth, { token, ...acceptance })).rejects.toThrow(message)
    expect((await acceptInvitation(db, auth, { token, ...ada })).ok).toBe(true)
  })
})

describe('an invitation', () => {
  test('is kept as a hash only', async () => {
    const { db } = await peopleDesk()
    const token = await invite(db, { hours: 1 })

    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(JSON.stringify(await db.select().from(invitations))).not.toContain(token)
  })

  test('sets the password of somebody added, under the name they were added by', async () => {
    const { db, auth, browser } = await peopleDesk()
    const { invitation } = await addPerson(db, { email: 'theo@desk.example', name: 'Théo', role: 'translator' })

    await acceptInvitation(db, auth, { token: invitation!, ...ada })

    expect(await allPeople(db)).toMatchObject([{ name: 'Théo', email: 'theo@desk.example', signsIn: true }])
    expect((await browser().signIn('theo@desk.example')).status).toBe(303)
  })

  test('ends the sessions begun with the old password', async () => {
    const { db, auth, browser, somebody } = await peopleDesk()
    const email = await somebody('Theo', 'translator')
    const old = browser()
    await old.signIn(email)
    const { id } = (await personByEmail(db, email))!

    const token = await invite(db, { userId: id, hours: 1 })
    await acceptInvitation(db, auth, { token, password: 'un autre mot de passe' })

    expect((await old.get('/')).status).toBe(303)
    expect((await browser().signIn(email)).status).toBe(401)
    expect((await browser().signIn(email, 'un autre mot de passe')).status).toBe(303)
    expect(await db.select().from(account).where(eq(account.userId, id))).toHaveLength(1)
  })

  test('leaves the sessions of others alone', async () => {
    const { db, browser, somebody } = await peopleDesk()
    const theo = await somebody('Theo', 'translator')
    await db.delete(session)
    const hers = browser()
    await hers.signIn(theo)

    await somebody('Rosa', 'reviewer')

    expect((await hers.get('/')).status).toBe(200)
    expect(await db.get(sql`select count(*) as sessions from session`)).toEqual({ sessions: 2 })
  })
})
