import { describe, expect, test } from 'vitest'
import { concept } from '../glossary/concepts.ts'
import { operation, right, served, testDesk, wrong } from '../support/desk.ts'
import { contents } from '../support/people.ts'

async function desk(settings?: Parameters<typeof testDesk>[0]) {
  const t = await testDesk(settings)
  return { ...t, ...served(t) }
}

const FRAGMENT = { 'HX-Request': 'true' }
const typed = (target: string, revision: number) => ({ target, revision, operation: operation() })
const on = (revision: number, more = {}) => ({ revision, operation: operation(), ...more })

test('a term of two concepts is asked for once, with a rendering of either', async () => {
  const concepts = [
    concept('jam', 'embouteillage', { preferred: ['traffic jam'] }),
    concept('bottling', 'embouteillage', { preferred: ['bottling'] }),
  ]
  const { browser, save } = await desk({ concepts, sources: ['L’embouteillage dure.'] })
  await save(1, 'The queue lasts.')
  const html = await (await (await browser('translator')).get('/segments/1/editor')).text()
  expect(html.match(/data-check="glossary.missing"/gu)).toHaveLength(1)
  expect(html).toContain('expected “bottling” or “traffic jam” for “embouteillage”')
  expect(html).toMatch(
    /data-insert="bottling">.*<\/button><span class="muted">or<\/span><button .*data-insert="traffic jam">/u,
  )
})

test('what the document says of a segment stands in its open row, and is no code', async () => {
  const { browser, sql } = await desk()
  const translator = await browser('translator')
  expect(await (await translator.get('/segments/1/editor')).text()).not.toContain('Note:')
  await sql(`insert into segments (id, document_id, position, paragraph, kind, source, codes, note)
    values (7, 1, 7, 7, 'paragraph', 'Un.', '[]', 'Titre : <b>court</b>')`)
  expect(await (await translator.get('/segments/7/editor')).text()).toContain(
    'Note: <span lang="">Titre : &lt;b&gt;court&lt;/b&gt;</span>',
  )
})

test('a tag of the source can be clicked while the translation lacks it', async () => {
  const { browser } = await desk({ sources: ['Le **Groupe de Minsk** part.'] })
  const translator = await browser('translator')
  const buttons = (html: string) =>
    html.match(/<button type="button" class="tag \w+"[^>]*data-open="&lt;1&gt;" data-close="&lt;\/1&gt;"/gu) ?? []
  expect(buttons(await (await translator.get('/segments/1/editor')).text())).toHaveLength(2)
  expect(buttons(await (await translator.get('/segments/1')).text())).toHaveLength(0)
  const ledgerOf = async (target: string) => (await translator.post('/segments/1/ledger', { target }, FRAGMENT)).text()
  expect(buttons(await ledgerOf('The Minsk Group'))).toHaveLength(2)
  expect(buttons(await ledgerOf('The <1>Minsk Group</1>'))).toHaveLength(0)
})

describe('an act that is refused leaves the text kept, and the row knows', () => {
  test.each<readonly [what: string, path: string, fields: Record<string, string | number>, status: number]>([
    ['a hand-over', 'submissions', {}, 409],
    ['a waiver of what is rendered', 'waivers', { occurrence: '4 special-forces', code: 'other', excuse: 'So.' }, 409],
    ['a waiver without a reason', 'waivers', { occurrence: '4 special-forces', code: 'other', excuse: ' ' }, 422],
  ])('%s', async (what, path, fields, status) => {
    const { browser, row } = await desk()
    const translator = await browser('translator')
    const text = what.endsWith('rendered') ? right(1) : wrong(1)
    const answer = await translator.post(`/segments/1/${path}`, { ...typed(text, 0), ...fields }, FRAGMENT)
    expect(answer.status).toBe(status)
    const html = await answer.text()
    expect(html).toMatch(/<p class="verdict" role="alert">/u)
    expect(html).toMatch(/id="held-1" hx-swap-oob="true"><input type="hidden" name="revision" value="1"/u)
    expect(await row(1)).toMatchObject({ target: text, head: 1, state: 'draft' })
    expect((await translator.post('/segments/1/revisions', typed('Written on.', 1), FRAGMENT)).status).toBe(200)
  })
})

describe('the way of a segment through the desk', () => {
  test.each([
    [true, { starts: '' }],
    [false, {}],
  ])('whether a row begins a paragraph outlives an act: %s', async (starts, more) => {
    const { browser } = await desk()
    const translator = await browser('translator')
    const handed = await translator.post('/segments/1/submissions', { ...typed(right(1), 0), ...more }, FRAGMENT)
    expect(handed.status).toBe(200)
    expect((await handed.text()).includes('data-starts')).toBe(starts)
  })

  test('save, hand over, send back, hand over, approve, reopen: HTML seen and rows kept', async () => {
    const { browser, row, count } = await desk()
    const translator = await browser('translator')
    const reviewer = await browser('reviewer')

    const saved = await translator.post('/segments/1/revisions', typed(wrong(1), 0), FRAGMENT)
    expect(saved.status).toBe(200)
    expect(await saved.text()).toContain('name="revision" value="1"')
    expect(await row(1)).toMatchObject({ target: wrong(1), state: 'draft', blocked: true, author: 'translator' })

    const early = await translator.post('/segments/1/submissions', typed(wrong(1), 1), FRAGMENT)
    expect(early.status).toBe(409)
    expect(await early.text()).toContain('glossary is not met')
    expect((await row(1)).state).toBe('draft')

    const handed = await translator.post('/segments/1/submissions', typed(right(1), 1), FRAGMENT)
    expect(handed.status).toBe(200)
    expect(handed.headers.get('Desk-Next')).toBe('2 2')
    const page = await handed.text()
    expect(page).toContain('data-state="translated"')
    expect(page).toContain('special forces')
    expect(await row(1)).toMatchObject({ head: 2, state: 'translated', target: right(1) })

    const back = await reviewer.post('/segments/1/rejections', on(2, { reason: 'Too stiff.' }), FRAGMENT)
    expect(back.status).toBe(200)
    expect(await row(1)).toMatchObject({ state: 'draft', rejection: 'Too stiff.' })
    expect(await (await translator.get('/segments/1/editor')).text()).toContain('Sent back: Too stiff.')

    await translator.post('/segments/1/submissions', typed('The special forces are gone.', 2), FRAGMENT)
    const approved = await reviewer.post('/segments/1/approvals', on(3), FRAGMENT)
    expect(approved.status).toBe(200)
    expect(await approved.text()).toContain('data-state="approved"')
    expect((await row(1)).state).toBe('approved')

    const refused = await translator.post('/segments/1/revisions', typed('Anything.', 3), FRAGMENT)
    expect(refused.status).toBe(409)
    expect((await row(1)).target).toBe('The special forces are gone.')

    expect((await translator.post('/segments/1/withdrawals', on(3), FRAGMENT)).status).toBe(200)
    expect((await row(1)).state).toBe('translated')
    expect(await count('events where segment_id = 1')).toBe(8)
  })

  test('without script an act leads back to the page, and a refusal is a page in words', async () => {
    const { browser, document, row } = await desk()
    const translator = await browser('translator')
    const done = await translator.post('/segments/1/submissions', typed(right(1), 0))
    expect(done.status).toBe(303)
    expect(done.headers.get('location')).toBe(`/documents/${document.id}?at=2#segment-2`)
    const refused = await translator.post('/segments/2/submissions', typed(wrong(2), 0))
    expect(refused.status).toBe(409)
    expect(await refused.text()).toMatch(/^<html|^<!doctype html/iu)
    expect((await row(2)).state).toBe('draft')
  })

  test('the ledger answers what is typed, and keeps nothing', async () => {
    const { db, browser } = await desk()
    const translator = await browser('translator')
    const before = await contents(db)
    const ask = async (target: string) => {
      const answer = await translator.post('/segments/1/ledger', { target }, FRAGMENT)
      expect(answer.status).toBe(200)
      return answer.text()
    }
    expect(await ask(wrong(1))).toContain('data-check="glossary.missing"')
    expect(await ask(wrong(1))).toContain('class="missing"')
    expect(await ask('The commandos and special forces')).toContain('data-check="glossary.forbidden"')
    expect(await ask(right(1))).toContain('1 term rendered')
    expect(await contents(db)).toBe(before)
  })

  test('a page drawn for one revision cannot approve another', async () => {
    const { browser, translated, row } = await desk()
    await translated(1)
    await translated(1, 'translator', 'The special forces are gone.')
    const reviewer = await browser('reviewer')
    expect((await reviewer.post('/segments/1/approvals', on(1), FRAGMENT)).status).toBe(409)
    expect((await row(1)).state).toBe('translated')
  })
})

describe('a conflicting save', () => {
  test('answers 409 with their text, beside the box that keeps mine', async () => {
    const { browser, save, row } = await desk()
    await save(1, 'Theirs was first.', 'administrator')
    const translator = await browser('translator')
    for (const path of ['revisions', 'submissions']) {
      const answer = await translator.post(`/segments/1/${path}`, typed('Mine came second.', 0), FRAGMENT)
      expect(answer.status).toBe(409)
      const panel = await answer.text()
      expect(panel).toContain('data-theirs="Theirs was first."')
      expect(panel).toContain('data-head="1"')
      // Nothing in the answer takes the place of the box.
      expect(panel).not.toContain('id="target-1"')
      expect(panel).not.toContain('hx-swap-oob')
    }
    expect(await row(1)).toMatchObject({ head: 1, target: 'Theirs was first.' })
  })

  test('answers 409 with both texts on a page, without script', async () => {
    const { browser, save } = await desk()
    await save(1, 'Theirs was first.', 'administrator')
    const translator = await browser('translator')
    const answer = await translator.post('/segments/1/submissions', typed('Mine came second.', 0))
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain('</html>')
    expect(page).toContain('Theirs was first.')
    expect(page).toContain('Mine came second.')
  })

  test('a repeated request has one effect', async () => {
    const { browser, row } = await desk()
    const translator = await browser('translator')
    const form = typed(right(1), 0)
    const answers = await Promise.all([1, 2, 3].map(() => translator.post('/segments/1/revisions', form, FRAGMENT)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await row(1)).head).toBe(1)
    const handing = typed(right(1), 1)
    for (let n = 0; n < 2; n++) {
      expect((await translator.post('/segments/1/submissions', handing, FRAGMENT)).status).toBe(200)
    }
    expect(await row(1)).toMatchObject({ head: 1, state: 'translated' })
  })
})

describe('a form that is not ours is refused with 422 and changes nothing', () => {
  test.each<readonly [path: string, fields: Record<string, string | number>]>([
    ['revisions', {}],
    ['revisions', { target: 'x', revision: 0 }],
    ['revisions', { target: 'x', operation: operation() }],
    ['revisions', { target: 'x', revision: -1, operation: operation() }],
    ['revisions', { target: 'x', revision: 'one', operation: operation() }],
    ['revisions', { target: 'x', revision: '1.5', operation: operation() }],
    ['revisions', { target: 'x', revision: 0, operation: 'short' }],
    ['revisions', { target: 'x', revision: 0, operation: 'x'.repeat(101) }],
    ['revisions', { target: 'NUL \0', revision: 0, operation: operation() }],
    ['revisions', { target: 'x'.repeat(100_001), revision: 0, operation: operation() }],
    ['revisions', { target: 'x'.repeat(600_000), revision: 0, operation: operation() }],
    ['submissions', { revision: 0, operation: operation() }],
    ['approvals', { operation: operation() }],
    ['approvals', { revision: 0 }],
    ['withdrawals', {}],
    ['rejections', { revision: 1, operation: operation() }],
    ['rejections', { revision: 1, operation: operation(), reason: '' }],
    ['rejections', { revision: 1, operation: operation(), reason: 'x'.repeat(1001) }],
    ['ledger', {}],
  ])('%s %#', async (path, fields) => {
    const { db, browser, translated } = await desk()
    await translated(2)
    const administrator = await browser('administrator')
    const before = await contents(db)
    expect((await administrator.post(`/segments/2/${path}`, fields, FRAGMENT)).status).toBe(422)
    expect(await contents(db)).toBe(before)
  })

  test('fields a form should not have change nothing', async () => {
    const { browser, row } = await desk()
    const translator = await browser('translator')
    await translator.post('/segments/1/revisions', {
      ...typed(right(1), 0),
      state: 'approved',
      by: 'reviewer',
      author: 'reviewer',
      stale: 1,
      segmentId: 2,
    })
    expect(await row(1)).toMatchObject({ state: 'draft', author: 'translator', head: 1 })
    expect(await row(2)).toMatchObject({ head: 0 })
  })
})

describe('roles', () => {
  const ACTS = {
    ledger: { target: 'x' },
    revisions: { target: 'x', revision: 0 },
    submissions: { target: 'x', revision: 0 },
    approvals: { revision: 1 },
    rejections: { revision: 1, reason: 'No.' },
    withdrawals: { revision: 1 },
  }

  test.each<readonly [who: string, forbidden: readonly (keyof typeof ACTS)[]]>([
    ['translator', ['approvals', 'rejections']],
    ['reviewer', ['revisions', 'submissions']],
    ['exporter', ['revisions', 'submissions', 'approvals', 'rejections', 'withdrawals']],
  ])('%s may not %j', async (who, forbidden) => {
    const { db, browser, translated, approved } = await desk()
    await translated(1)
    await approved(2)
    const person = await browser(who)
    const before = await contents(db)
    for (const act of forbidden) {
      const segment = act === 'withdrawals' ? 2 : 1
      const answer = await person.post(
        `/segments/${segment}/${act}`,
        { ...ACTS[act], operation: operation() },
        FRAGMENT,
      )
      expect([act, answer.status]).toEqual([act, 403])
      expect(await answer.text()).toContain('Your role does not allow this')
    }
    expect(await contents(db)).toBe(before)
    for (const path of ['/segments/1', '/segments/1/editor']) expect((await person.get(path)).status).toBe(200)
  })

  test('an author is offered no approval of their own text, another reviewer is', async () => {
    const { browser, person, translated } = await desk()
    await person('both', 'translator', 'reviewer')
    await translated(1, 'both')
    const author = await browser('both')
    expect(await (await author.get('/segments/1/editor')).text()).not.toContain('/segments/1/approvals')
    expect((await author.post('/segments/1/approvals', on(1), FRAGMENT)).status).toBe(409)
    const reviewer = await browser('reviewer')
    expect(await (await reviewer.get('/segments/1/editor')).text()).toContain('/segments/1/approvals')
  })

  test('to a stranger nothing is there, to nobody a sign-in', async () => {
    const { db, app, browser } = await desk()
    const stranger = await browser('stranger')
    const before = await contents(db)
    for (const path of ['/segments/1', '/segments/1/editor']) {
      expect((await stranger.get(path)).status).toBe(404)
      expect((await app.request(path)).status).toBe(303)
      expect((await app.request(path, { headers: FRAGMENT })).status).toBe(401)
    }
    for (const [act, fields] of Object.entries(ACTS)) {
      const form = { ...fields, operation: operation() }
      const there = await stranger.post(`/segments/1/${act}`, form)
      const nowhere = await stranger.post(`/segments/999/${act}`, form)
      expect([act, there.status, nowhere.status]).toEqual([act, 404, 404])
      const page = async (answer: Response) => (await answer.text()).replaceAll(/nonce="[^"]*"|\/segments\/\d+/gu, '')
      expect(await page(there)).toBe(await page(nowhere))
      const body = new URLSearchParams(Object.entries(form).map(([name, value]) => [name, String(value)]))
      const headers = { 'Sec-Fetch-Site': 'same-origin', ...FRAGMENT }
      expect((await app.request(`/segments/1/${act}`, { method: 'POST', body, headers })).status).toBe(401)
    }
    expect(await contents(db)).toBe(before)
  })

  test('an address with an enormous number is nothing, not a fault', async () => {
    const { browser } = await desk()
    const translator = await browser('translator')
    for (const path of ['/segments/99999999999999999999', '/documents/99999999999999999999']) {
      expect((await translator.get(path)).status).toBe(404)
    }
  })
})
