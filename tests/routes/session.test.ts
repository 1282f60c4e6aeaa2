import { describe, expect, test } from 'vitest'
import { write } from '../../db/open.ts'
import { addUser } from '../../db/people.ts'
import { session } from '../../db/schema.ts'
import { peopleDesk } from '../support/people.ts'

describe('signing in', () => {
  test('leads to the page asked for', async () => {
    const { browser, administrator } = await peopleDesk()
    const email = await administrator()
    const visitor = browser()

    const asked = await visitor.get('/?page=2')
    expect(asked.status).toBe(303)
    expect(asked.headers.get('location')).toBe('/sign-in?next=%2F%3Fpage%3D2')
    expect(await (await visitor.get(asked.headers.get('location')!)).text()).toContain('name="next" value="/?page=2"')

    const signedIn = await visitor.post('/session', {
      email: ` ${email} `,
      password: 'quatre mots bien choisis',
      next: '/?page=2',
    })
    expect(signedIn.status).toBe(303)
    expect(signedIn.headers.get('location')).toBe('/?page=2')
    expect(await (await visitor.get('/')).text()).toContain('>Ada</summary>')
  })

  test('answers a wrong password, an unknown address and one without password alike', async () => {
    const { db, browser, administrator } = await peopleDesk()
    const email = await administrator()
    await write(db, [addUser(db, { id: 'sample', name: 'Sample', email: 'sample@desk.example' }, new Date())])

    const pages = []
    for (const address of [email, 'nobody@desk.example', 'sample@desk.example', 'not an address']) {
      const answer = await browser().signIn(address, 'wrong password')
      expect(answer.status).toBe(401)
      expect(answer.headers.getSetCookie()).toEqual([])
      const page = await answer.text()
      expect(page).toContain(`value="${address}"`)
      expect(page).not.toContain('wrong password')
      pages.push(page.replace(address, '').replaceAll(/nonce="[^"]*"/gu, ''))
    }

    expect(pages[0]).toContain('role="alert"')
    expect(new Set(pages).size).toBe(1)
  })

  test('takes as long for an unknown address as for a wrong password', { timeout: 30_000 }, async () => {
    const { browser, administrator } = await peopleDesk()
    const email = await administrator()
    const times: Record<string, number[]> = { [email]: [], 'nobody@desk.example': [] }
    for (let turn = 0; turn < 7; turn++) {
      for (const [address, taken] of Object.entries(times)) {
        const began = performance.now()
        await browser(`192.0.2.${turn}`).signIn(address, 'wrong password')
        taken.push(performance.now() - began)
      }
    }
    const [known, unknown] = Object.values(times).map((taken) => taken.sort((a, b) => a - b)[3]!)
    expect(unknown! / known!).toBeGreaterThan(0.5)
    expect(unknown! / known!).toBeLessThan(2)
  })

  test('begins a new session and ends the one there was', async () => {
    const { db, browser, administrator } = await peopleDesk()
    const email = await administrator()
    await db.delete(session)
    const visitor = browser()
    await visitor.signIn(email)
    const before = visitor.cookies.get('visavis')

    await visitor.signIn(email)

    expect(visitor.cookies.get('visavis')).not.toBe(before)
    expect(await db.select().from(session)).toHaveLength(1)
    expect((await visitor.get('/')).status).toBe(200)
  })

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'evil',
    '',
  ])('goes nowhere else: %j', async (next) => {
    const { browser, administrator } = await peopleDesk()
    const email = await administrator()
    const visitor = browser()

    const page = await (await visitor.get(`/sign-in?next=${encodeURIComponent(next)}`)).text()
    expect(page).toContain('name="next" value="/"')
    const answer = await visitor.post('/session', { email, password: 'quatre mots bien choisis', next })
    expect(answer.headers.get('location')).toBe('/')
  })

  test('from another site is refused', async () => {
    const { app, db, administrator } = await peopleDesk()
    const email = await administrator()
    await db.delete(session)

    const answer = await app.request('/session', {
      method: 'POST',
      body: new URLSearchParams({ email, password: 'quatre mots bien choisis' }),
      headers: { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
    })

    expect(answer.status).toBe(403)
    expect(await db.select().from(session)).toEqual([])
  })
})

describe('guessing', () => {
  test('is stopped after twenty tries from an address, whatever address the request claims', {
    timeout: 30_000,
  }, async () => {
    const { browser, administrator } = await peopleDesk()
    const email = await administrator()
    const guesser = browser('203.0.113.7')
    const claims = (claimed: string) => ({
      'X-Forwarded-For': claimed,
      'X-Real-IP': claimed,
      'X-Visavis-Peer': claimed,
    })
    const guess = (turn: number) =>
      guesser.post('/session', { email, password: `guess number ${turn}` }, claims(`198.51.100.${turn}`))

    const answers = await Promise.all(Array.from({ length: 30 }, (_, turn) => guess(turn)))

    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(20)
    expect(statuses.filter((status) => status === 429)).toHaveLength(10)
    const refused = answers.find(({ status }) => status === 429)!
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.text()).toContain('Too many tries from your address')

    expect((await guesser.signIn(email)).status).toBe(429)
    expect((await browser('203.0.113.8').signIn(email)).status).toBe(303)
  })
})

describe('the session cookie', () => {
  test.each([
    ['http://desk.example', 'visavis', false],
    ['https://desk.example', '__Host-visavis', true],
  ])('of %s is %s', async (publicUrl, name, secure) => {
    const { browser, administrator } = await peopleDesk({ publicUrl })
    const answer = await browser().signIn(await administrator())

    const [cookie, ...others] = answer.headers.getSetCookie()
    expect(others).toEqual([])
    expect(cookie).toMatch(new RegExp(`^${name}=[^;]{40,};`, 'u'))
    expect(cookie).toMatch(/; HttpOnly/u)
    expect(cookie).toMatch(/; SameSite=Lax/u)
    expect(cookie).toMatch(/; Path=\//u)
    expect(cookie).not.toMatch(/Domain/iu)
    expect(/; Secure/u.test(cookie!)).toBe(secure)
  })

  test('signed with another secret is nobody’s', async () => {
    const { db, browser, administrator } = await peopleDesk()
    await administrator()
    const [row] = await db.select().from(session)
    const thief = browser()
    thief.cookies.set('visavis', encodeURIComponent(`${row!.token}.${btoa('x'.repeat(32))}`))

    expect((await thief.get('/')).status).toBe(303)
  })

  test('is worth nothing after a week', async () => {
    const { db, browser, administrator } = await peopleDesk()
    const email = await administrator()
    const visitor = browser()
    await visitor.signIn(email)
    const rows = await db.select().from(session)
    for (const { expiresAt, createdAt } of rows) {
      expect(expiresAt.getTime() - createdAt.getTime()).toBeLessThanOrEqual(7 * 24 * 60 * 60 * 1000 + 1000)
    }

    await db.update(session).set({ expiresAt: new Date(Date.now() - 1) })
    expect((await visitor.get('/')).status).toBe(303)
  })
})

describe('signing out', () => {
  test('ends the session, not only the cookie', async () => {
    const { db, browser, administrator } = await peopleDesk()
    const email = await administrator()
    await db.delete(session)
    const visitor = browser()
    await visitor.signIn(email)
    const copied = browser()
    for (const [name, value] of visitor.cookies) copied.cookies.set(name, value)

    const answer = await visitor.post('/session/end')

    expect(answer.status).toBe(303)
    expect(answer.headers.get('clear-site-data')).toBe('"cache"')
    expect(await db.select().from(session)).toEqual([])
    expect((await visitor.get('/')).status).toBe(303)
    expect((await copied.get('/')).status).toBe(303)
  })

  test('by somebody not signed in does nothing', async () => {
    const { browser } = await peopleDesk()
    expect((await browser().post('/session/end')).status).toBe(303)
  })
})

test('a piece of a page is refused in its place when the session has ended', async () => {
  const { browser } = await peopleDesk()

  const answer = await browser().get('/', { 'HX-Request': 'true' })

  expect(answer.status).toBe(401)
  expect(answer.headers.get('location')).toBeNull()
  const note = await answer.text()
  expect(note).toContain('Your session has ended')
  expect(note).toContain('href="/sign-in" target="_blank"')
  expect(note).not.toContain('<html')
})

test('the sign-in library has no address of its own', async () => {
  const { browser, administrator } = await peopleDesk()
  const ada = browser()
  await ada.signIn(await administrator())
  for (const path of ['sign-up/email', 'sign-in/email', 'update-user', 'change-password']) {
    expect((await ada.post(`/api/auth/${path}`)).status).toBe(404)
  }
})
