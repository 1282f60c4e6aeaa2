import { describe, expect, test } from 'vitest'
import { write } from '../../db/open.ts'
import { allPeople } from '../../db/people.ts'
import { addProject } from '../../db/projects.ts'
import { events } from '../../db/schema.ts'
import { ROLES } from '../../src/unit.ts'
import { contents, PASSWORD, peopleDesk } from '../support/people.ts'

const theo = { email: 'theo@desk.example', name: 'Théo', role: 'translator', project: '' }
const operation = () => crypto.randomUUID()

/** A desk with a project, and its administrator’s browser. */
async function administered() {
  const desk = await peopleDesk()
  await write(desk.db, [addProject(desk.db, { name: 'Konya', source: 'fr', target: 'en', createdAt: new Date() })])
  const ada = desk.browser()
  await ada.signIn(await desk.administrator())
  return { ...desk, ada }
}

const linkIn = (page: string) => /value="http:\/\/desk\.example(\/welcome\/[\w-]{43})"/u.exec(page)?.[1]

describe('who may see the people page', () => {
  const requests = [
    ['GET', '/people'],
    ['POST', '/people'],
    ['POST', '/people/roles/1/end'],
    ['POST', '/people/somebody/invitation'],
  ] as const

  test.each(requests)('%s %s: nobody who is not signed in', async (method, path) => {
    const { db, browser } = await administered()
    const before = await contents(db)
    const visitor = browser()
    const answer =
      method === 'GET' ? await visitor.get(path) : await visitor.post(path, { ...theo, operation: operation() })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toContain('/sign-in?next=')
    expect(await contents(db)).toBe(before)
  })

  const roles = ROLES.flatMap((role) => [
    { role, where: 'the whole desk', projectId: undefined },
    { role, where: 'a project', projectId: 1 },
  ])

  test.each(roles)('$role of $where', async ({ role, projectId }) => {
    const { db, browser, somebody } = await administered()
    const theirs = browser()
    await theirs.signIn(await somebody('Rosa', role, projectId))
    const before = await contents(db)
    const allowed = role === 'administrator' && projectId === undefined

    expect((await theirs.get('/people')).status).toBe(allowed ? 200 : 404)
    if (allowed) return
    for (const [method, path] of requests) {
      if (method === 'POST') expect((await theirs.post(path, { ...theo, operation: operation() })).status).toBe(404)
    }
    expect(await contents(db)).toBe(before)
  })
})

test('somebody added gets a link, chooses a password, and is let in', async () => {
  const { browser, ada } = await administered()

  const page = await (await ada.post('/people', { ...theo, project: '1', operation: operation() })).text()
  const link = linkIn(page)!
  expect(page).toContain('Théo has the role now.')
  expect(page).toContain('Konya')
  expect(await (await ada.get('/people')).text()).not.toContain(link)

  const his = browser()
  await his.post(link, { password: PASSWORD })
  expect(await (await his.get('/')).text()).toContain('>Théo</summary>')
})

test('a form sent twice has one effect', async () => {
  const { db, ada } = await administered()
  const form = { ...theo, operation: operation() }
  const first = await (await ada.post('/people', form)).text()
  const before = await contents(db)

  const second = await ada.post('/people', { ...form, role: 'reviewer' })

  expect(second.status).toBe(200)
  const page = await second.text()
  expect(page).toContain('This was done already')
  expect(linkIn(page)).toBeUndefined()
  expect(linkIn(first)).toBeDefined()
  expect(await contents(db)).toBe(before)
})

test('a form that is wrong says why beside what was typed', async () => {
  const { db, ada } = await administered()

  for (const wrong of [{ email: 'theo' }, { role: 'owner' }, { project: '99' }, { name: ' ' }]) {
    const answer = await ada.post('/people', { ...theo, ...wrong, operation: operation() })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('role="alert"')
    expect(page).toContain(`value="${{ ...theo, ...wrong }.email}"`)
  }
  expect((await ada.post('/people', { ...theo, operation: 'not an id' })).status).toBe(422)
  expect(await allPeople(db)).toHaveLength(1)
})

test('who has the role already is said, and is no error', async () => {
  const { ada } = await administered()
  await ada.post('/people', { ...theo, operation: operation() })

  const answer = await ada.post('/people', { ...theo, operation: operation() })

  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('Théo has this role already.')
})

test('a new link replaces the old one', async () => {
  const { db, browser, ada } = await administered()
  const old = linkIn(await (await ada.post('/people', { ...theo, operation: operation() })).text())!
  const { id } = (await allPeople(db)).find(({ email }) => email === theo.email)!
  const form = { operation: operation() }

  const link = linkIn(await (await ada.post(`/people/${id}/invitation`, form)).text())!

  expect((await browser().get(old)).status).toBe(404)
  expect((await browser().get(link)).status).toBe(200)
  expect((await ada.post(`/people/${id}/invitation`, form)).status).toBe(409)
  expect((await browser().get(link)).status).toBe(200)
  expect((await ada.post('/people/nobody/invitation', { operation: operation() })).status).toBe(404)
})

test('a role removed is gone, recorded under who removed it, and its holder signed out', async () => {
  const { db, browser, somebody, ada } = await administered()
  const his = browser()
  await his.signIn(await somebody('Theo', 'translator', 1))
  const people = await allPeople(db)
  const [role] = people.find(({ name }) => name === 'Theo')!.roles
  const page = await (await ada.get('/people')).text()
  expect(page).toContain(`action="/people/roles/${role!.id}/end"`)
  const form = { operation: operation() }

  const answer = await ada.post(`/people/roles/${role!.id}/end`, form)

  expect(answer.status).toBe(303)
  expect((await allPeople(db)).find(({ name }) => name === 'Theo')!.roles).toEqual([])
  expect((await his.get('/')).status).toBe(303)
  expect((await db.select().from(events)).find(({ operationId }) => operationId === form.operation)).toMatchObject({
    act: 'member',
    by: people.find(({ name }) => name === 'Ada')!.id,
    projectId: 1,
  })
  expect((await ada.post(`/people/roles/${role!.id}/end`, form)).status).toBe(303)
})

test('the last administrator stays', async () => {
  const { db, ada } = await administered()
  const [role] = (await allPeople(db))[0]!.roles

  const answer = await ada.post(`/people/roles/${role!.id}/end`, { operation: operation() })

  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('role="alert"')
  expect((await ada.get('/people')).status).toBe(200)
})

test('a name is text, never markup', async () => {
  const { ada } = await administered()
  const name = '<script>alert(1)</script>"\'&'
  const page = await (await ada.post('/people', { ...theo, name, operation: operation() })).text()
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(page).not.toContain('<script>alert')
})

test('every field of the pages has a label', async () => {
  const { ada } = await administered()
  for (const path of ['/people', '/sign-in']) {
    const page = await (await ada.get(path)).text()
    const fields = page.match(/<(?:input|select)(?! type="hidden")[^>]*>/gu) ?? []
    expect(fields.length).toBeGreaterThan(1)
    const labelled = page.match(/<label class="field"><span>[^<]+<\/span><(?:input|select)/gu) ?? []
    expect(labelled).toHaveLength(fields.length)
  }
})
