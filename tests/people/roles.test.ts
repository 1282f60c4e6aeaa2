import { describe, expect, test } from 'vitest'
import { write } from '../../db/open.ts'
import { addUser, allPeople, personByEmail, rolesOf } from '../../db/people.ts'
import { addProject, allProjects } from '../../db/projects.ts'
import { events, invitations, session } from '../../db/schema.ts'
import { Conflict, Invalid } from '../../src/errors.ts'
import { addPerson } from '../../src/people/addPerson.ts'
import { invite } from '../../src/people/invite.ts'
import { removeRole } from '../../src/people/removeRole.ts'
import { may } from '../../src/unit.ts'
import { peopleDesk } from '../support/people.ts'

const theo = { email: 'theo@desk.example', name: 'Théo', role: 'translator' }

async function deskWithProject() {
  const desk = await peopleDesk()
  await write(desk.db, [addProject(desk.db, { name: 'Konya', source: 'fr', target: 'en', createdAt: new Date() })])
  const [project] = await allProjects(desk.db)
  return { ...desk, projectId: project!.id }
}

test('an administrator may do everything, others what their role says', () => {
  expect(may(['administrator'], 'reviewer')).toBe(true)
  expect(may(['translator', 'reviewer'], 'reviewer')).toBe(true)
  expect(may(['translator'], 'reviewer')).toBe(false)
  expect(may([], 'translator')).toBe(false)
})

test('a role on the whole desk holds in every project, one in a project only there', async () => {
  const { db, projectId } = await deskWithProject()
  await addPerson(db, { ...theo, role: 'reviewer' })
  await addPerson(db, { ...theo, projectId })
  const { id } = (await personByEmail(db, theo.email))!

  expect((await rolesOf(db, id, projectId)).sort()).toEqual(['reviewer', 'translator'])
  expect(await rolesOf(db, id, projectId + 1)).toEqual(['reviewer'])
  expect(await rolesOf(db, id)).toEqual(['reviewer'])
})

describe('adding a person', () => {
  test('gives an account that cannot sign in yet, the role, and an invitation', async () => {
    const { db } = await peopleDesk()

    expect(await addPerson(db, theo)).toEqual({ outcome: 'added', invitation: expect.stringMatching(/^[\w-]{43}$/u) })
    expect(await allPeople(db)).toMatchObject([{ name: 'Théo', signsIn: false, roles: [{ role: 'translator' }] }])
  })

  test('says so when they have the role already', async () => {
    const { db } = await peopleDesk()
    await addPerson(db, theo)

    expect(await addPerson(db, { ...theo, email: 'THEO@desk.example' })).toEqual({ outcome: 'had' })
    expect(await allPeople(db)).toHaveLength(1)
  })

  test('invites nobody who has a password', async () => {
    const { db, somebody } = await peopleDesk()
    const email = await somebody('Theo', 'translator')

    expect(await addPerson(db, { email, name: 'Theo', role: 'reviewer' })).toEqual({ outcome: 'added' })
  })

  test('twice at the same moment is one person with one invitation', async () => {
    const { db } = await peopleDesk()

    await Promise.all([addPerson(db, theo), addPerson(db, { ...theo, role: 'reviewer' })])

    const people = await allPeople(db)
    expect(people).toHaveLength(1)
    expect(people[0]!.roles.map(({ role }) => role).sort()).toEqual(['reviewer', 'translator'])
    expect(await db.select().from(invitations)).toHaveLength(1)
  })

  test('has one effect when the request is repeated', async () => {
    const { db } = await peopleDesk()
    const request = { by: null, operationId: crypto.randomUUID() }
    await addPerson(db, theo, request)

    expect(await addPerson(db, { ...theo, role: 'reviewer' }, request)).toEqual({ outcome: 'repeated' })
    expect(await allPeople(db)).toMatchObject([{ roles: [{ role: 'translator' }] }])
    expect(await db.select().from(events)).toMatchObject([{ act: 'member', operationId: request.operationId }])
  })

  test.each([
    ['an unknown role', { ...theo, role: 'owner' }],
    ['an unknown project', { ...theo, projectId: 9 }],
    ['what is no address', { ...theo, email: 'theo' }],
    ['a NUL in the name', { ...theo, name: 'Th\0eo' }],
    ['half a character in the name', { ...theo, name: 'Th\ud800eo' }],
  ])('refuses %s', async (_, person) => {
    const { db } = await peopleDesk()
    await expect(addPerson(db, person)).rejects.toThrow(Invalid)
    expect(await allPeople(db)).toEqual([])
  })
})

describe('removing a role', () => {
  const membershipsOf = async (db: Parameters<typeof allPeople>[0], email: string) =>
    (await allPeople(db)).find((person) => person.email === email)!.roles

  test('ends the sessions and voids the invitation with the last one', async () => {
    const { db, browser, somebody } = await peopleDesk()
    const email = await somebody('Theo', 'translator')
    await addPerson(db, { email, name: 'Theo', role: 'reviewer' })
    await invite(db, { userId: (await personByEmail(db, email))!.id, hours: 1 })
    const his = browser()
    await his.signIn(email)
    const [one, other] = await membershipsOf(db, email)

    await removeRole(db, one!.id)
    expect((await his.get('/')).status).toBe(200)

    await removeRole(db, other!.id)
    expect((await his.get('/')).status).toBe(303)
    expect(await db.select().from(session)).toEqual([])
    expect((await db.select().from(invitations)).filter(({ usedAt }) => usedAt === null)).toEqual([])
  })

  test('keeps the last administrator who can sign in', async () => {
    const { db, administrator } = await peopleDesk()
    const email = await administrator()
    await addPerson(db, { ...theo, role: 'administrator' })
    const [role] = await membershipsOf(db, email)

    await expect(removeRole(db, role!.id)).rejects.toThrow(Conflict)
    expect(await membershipsOf(db, email)).toHaveLength(1)
  })

  test('leaves one of two administrators who remove each other at the same moment', async () => {
    const { db, administrator, somebody } = await peopleDesk()
    const [one] = await membershipsOf(db, await administrator())
    const [other] = await membershipsOf(db, await somebody('Eve', 'administrator'))

    const answers = await Promise.allSettled([removeRole(db, one!.id), removeRole(db, other!.id)])

    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

test('who was never invited, like the author of a sample, cannot sign in with any password', async () => {
  const { db, browser } = await peopleDesk()
  await write(db, [addUser(db, { id: 'sample', name: 'Sample', email: 'sample@desk.example' }, new Date())])

  for (const password of ['', 'null', 'undefined', 'password1234', 'sample']) {
    expect((await browser().signIn('sample@desk.example', password)).status).toBe(401)
  }
  expect(await db.select().from(session)).toEqual([])
})
