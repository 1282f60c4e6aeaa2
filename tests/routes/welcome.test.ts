import { describe, expect, test } from 'vitest'
import { allPeople } from '../../db/people.ts'
import { session } from '../../db/schema.ts'
import { addPerson } from '../../src/people/addPerson.ts'
import { invite } from '../../src/people/invite.ts'
import { contents, PASSWORD, peopleDesk } from '../support/people.ts'

describe('the administrator’s link', () => {
  test('asks for name, address and password, and signs in', async () => {
    const { db, browser } = await peopleDesk()
    const link = `/welcome/${await invite(db, { hours: 1 })}`
    const visitor = browser()

    const page = await (await visitor.get(link)).text()
    expect(page).toContain(`action="${link}"`)
    expect(page).toContain('autocomplete="new-password"')
    expect(page).toContain('autocomplete="username"')

    const answer = await visitor.post(link, { name: 'Ada', email: 'ada@desk.example', password: PASSWORD })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/')
    expect(await (await visitor.get('/')).text()).toContain('>Ada</summary>')
    expect((await visitor.get('/people')).status).toBe(200)
  })

  test('says what is wrong and keeps what was typed, not the password', async () => {
    const { db, browser } = await peopleDesk()
    const link = `/welcome/${await invite(db, { hours: 1 })}`

    const answer = await browser().post(link, { name: 'Ada "A"', email: 'ada@desk.example', password: 'too short' })

    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('role="alert"')
    expect(page).toContain('value="Ada &quot;A&quot;"')
    expect(page).toContain('value="ada@desk.example"')
    expect(page).not.toContain('too short')
    expect(await allPeople(db)).toEqual([])
  })

  test('that is used, unknown or malformed says so, and what to do', async () => {
    const { db, browser } = await peopleDesk()
    const token = await invite(db, { hours: 1 })
    await browser().post(`/welcome/${token}`, { name: 'Ada', email: 'ada@desk.example', password: PASSWORD })

    for (const gone of [token, token.replace(/.$/u, ''), 'x', '%00']) {
      for (const answer of [
        await browser().get(`/welcome/${gone}`),
        await browser().post(`/welcome/${gone}`, { name: 'Eve', email: 'eve@desk.example', password: PASSWORD }),
      ]) {
        expect(answer.status).toBe(404)
        expect(await answer.text()).toContain('ask an administrator for a new one')
      }
    }
    expect(await allPeople(db)).toHaveLength(1)
  })
})

test('the link of somebody added asks only for a password, whatever else is sent', async () => {
  const { db, browser } = await peopleDesk()
  const { invitation } = await addPerson(db, { email: 'theo@desk.example', name: 'Théo', role: 'translator' })
  const link = `/welcome/${invitation}`

  const page = await (await browser().get(link)).text()
  expect(page).toContain('Théo')
  expect(page).not.toContain('name="email"')

  const eve = { name: 'Eve', email: 'eve@desk.example', role: 'administrator', password: PASSWORD }
  expect((await browser().post(link, eve)).status).toBe(303)
  expect((await browser().post(link, eve)).status).toBe(404)
  expect(await allPeople(db)).toMatchObject([
    { name: 'Théo', email: 'theo@desk.example', signsIn: true, roles: [{ role: 'translator' }] },
  ])
})

test('looking changes nothing', async () => {
  const { db, browser, administrator, somebody } = await peopleDesk()
  const pages = ['/', '/sign-in', '/sign-in?next=/people', '/people', `/welcome/${await invite(db, { hours: 1 })}`]
  const { invitation } = await addPerson(db, { email: 'rosa@desk.example', name: 'Rosa', role: 'reviewer' })
  pages.push(`/welcome/${invitation}`, '/welcome/gone', '/session', '/people/roles/1/end', '/nowhere')
  const visitors = [browser(), browser(), browser()]
  await visitors[2]!.signIn(await somebody('Theo', 'translator'))
  await db.update(session).set({ expiresAt: new Date(0) })
  await visitors[1]!.signIn(await administrator())
  const before = await contents(db)

  for (const visitor of visitors) {
    for (const path of pages) await visitor.get(path)
  }

  expect(await contents(db)).toBe(before)
})
