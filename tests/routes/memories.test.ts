import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { memoriesIn } from '../../db/memories.ts'
import { csv } from '../../src/formats/csv.ts'
import { FR_EN, joined, unplaced } from '../formats/streams.ts'
import { operation, served } from '../support/desk.ts'
import { numbered, pieces, remembering, tmxOf } from '../support/memory.ts'

async function browsing() {
  const t = await remembering()
  const { browser } = served(t)
  const path = `/projects/${t.project.id}/memories`
  const get = async (who: string, of = path) => (await browser(who)).get(of)
  const html = async (who: string, of = path) => (await get(who, of)).text()

  /** Send the page's form, its file in a body that is a stream or stands there whole. */
  async function send(who: string, name: string, content: string, { fragment = false, fields = {} } = {}) {
    const form = new FormData()
    for (const [field, value] of Object.entries({ operation: operation(), ...fields })) form.append(field, value)
    form.append('file', new File([content], name))
    const headers = fragment ? { 'HX-Request': 'true' } : {}
    return (await browser(who)).ask(path, { method: 'POST', body: form, headers })
  }
  return { ...t, browser, path, get, html, send }
}

test('a file sent is in the memory, and the page says so', async () => {
  const { db, project, html, path, send, unitsIn } = await browsing()
  const answer = await send('translator', 'Été.tmx', await tmxOf(numbered(1_200)))
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${path}?came=1`])
  const [memory] = await memoriesIn(db, project.id)
  expect(memory).toMatchObject({ name: 'Été.tmx', broughtBy: 'translator' })
  expect(await unitsIn(memory!)).toEqual(numbered(1_200))
  const page = await html('translator', `${path}?came=1`)
  expect(page).toContain('“Été.tmx” is in the memory: 1,200 units.')
  expect(page).toContain('<th scope="row">Été.tmx</th>')
  expect(await html('exporter', '/')).toContain(`href="${path}"`)
})

test('with script the answer sends the page on', async () => {
  const { path, send } = await browsing()
  const answer = await send('translator', 'old.tmx', await tmxOf(numbered(1)), { fragment: true })
  expect([answer.status, answer.headers.get('HX-Redirect')]).toEqual([204, `${path}?came=1`])
})

test('what is refused is said in the page, and in a piece of it', async () => {
  const { count, send } = await browsing()
  const whole = await tmxOf(numbered(3_000))
  for (const [name, content, words] of [
    ['old.tmx', whole.slice(0, -40), 'ends in the middle'],
    ['old.docx', whole, 'old.docx'],
    ['old.tmx', '', 'empty'],
    ['', whole, 'no file'],
  ] as const) {
    const page = await send('translator', name, content)
    expect([page.status, (await page.text()).includes(words)], words).toEqual([422, true])
    const piece = await send('translator', name, content, { fragment: true })
    expect(piece.status).toBe(422)
    const text = await piece.text()
    expect(text).toContain(words)
    expect(text).not.toContain('<html')
  }
  expect([await count('memories'), await count('memory_units')]).toEqual([0, 0])
})

test('the same file twice is a conflict, in a piece of a page', async () => {
  const { send } = await browsing()
  await send('translator', 'old.tmx', await tmxOf(numbered(2)))
  const answer = await send('translator', 'new.tmx', await tmxOf(numbered(2)), { fragment: true })
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('“new.tmx” is there already, as “old.tmx”.')
})

test.each(['', '12', 'x'.repeat(101)])('an operation id that is none is refused: %s', async (id) => {
  const { count, send } = await browsing()
  expect((await send('translator', 'old.tmx', await tmxOf(numbered(2)), { fields: { operation: id } })).status).toBe(
    422,
  )
  expect(await count('memories')).toBe(0)
})

/** Node knows how; the browser's types do not. */
const streamOf = (body: AsyncIterable<Uint8Array>) => Readable.toWeb(Readable.from(body)) as ReadableStream<Uint8Array>

describe('a body', () => {
  const HEAD = (
    boundary: string,
  ) => `--${boundary}\r\nContent-Disposition: form-data; name="operation"\r\n\r\n${operation()}
--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="old.tmx"\r\nContent-Type: application/octet-stream\r\n\r\n`

  async function sendRaw(body: AsyncIterable<Uint8Array> | string, type: string, headers: HeadersInit = {}) {
    const t = await browsing()
    const stream = typeof body === 'string' ? body : streamOf(body)
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { ...headers, 'Content-Type': type },
    }
    const answer = await (await t.browser('translator')).ask(t.path, init)
    return { ...t, answer, html: await answer.text() }
  }
  const MULTIPART = 'multipart/form-data; boundary=b'

  test('in pieces of any size is read as it comes', async () => {
    const content = `${HEAD('b').replaceAll('\n--b', '\r\n--b')}${await tmxOf(numbered(3))}\r\n--b--\r\n`
    const { answer, count } = await sendRaw(pieces(content, 7), MULTIPART)
    expect([answer.status, await count('memory_units')]).toEqual([303, 3])
  })

  test.each<readonly [name: string, body: string, type: string, status: number]>([
    ['that is no form', '{}', 'application/json', 403],
    ['without a boundary', 'a', 'multipart/form-data', 422],
    ['of fields only', '--b\r\nContent-Disposition: form-data; name="operation"\r\n\r\n1\r\n--b--\r\n', MULTIPART, 422],
    ['of another type of form', 'operation=12345678', 'application/x-www-form-urlencoded', 422],
    ['of nothing', '', MULTIPART, 422],
    ['of noise', '\0\0--b\0', MULTIPART, 422],
  ])('%s is refused', async (_, body, type, status) => {
    const { answer, count } = await sendRaw(body, type)
    expect([answer.status, await count('memories')]).toEqual([status, 0])
  })

  test('that breaks off leaves nothing', async () => {
    async function* broken() {
      yield Buffer.from(HEAD('b').replaceAll('\n--b', '\r\n--b'))
      yield* pieces((await tmxOf(numbered(5_000))).slice(0, 600_000))
      throw new Error('aborted')
    }
    const { answer, html, count } = await sendRaw(broken(), MULTIPART)
    expect(answer.status).toBe(422)
    expect(html).toContain('cut short')
    expect([await count('memories'), await count('memory_units')]).toEqual([0, 0])
  })

  test('that ends in the middle of its file leaves nothing', async () => {
    const content = HEAD('b').replaceAll('\n--b', '\r\n--b') + (await tmxOf(numbered(3)))
    const { answer, count } = await sendRaw(pieces(content), MULTIPART)
    expect([answer.status, await count('memories')]).toEqual([422, 0])
  })

  test('that says it is larger than any memory is refused unread', async () => {
    async function* endless() {
      yield Buffer.from('a')
      throw new Error('It was read.')
    }
    const { answer, html } = await sendRaw(endless(), MULTIPART, { 'Content-Length': String(3 * 1024 ** 3) })
    expect(answer.status).toBe(422)
    expect(html).toContain('at most 2 GB')
  })
})

test('who may do what', async () => {
  const { html, get, send, browser, path } = await browsing()
  const content = await tmxOf(numbered(2))
  for (const [who, status] of [
    ['reviewer', 403],
    ['exporter', 403],
    ['stranger', 404],
    ['translator', 303],
  ] as const)
    expect([who, (await send(who, 'old.tmx', content)).status]).toEqual([who, status])

  for (const [who, page, download, brings, removes] of [
    ['translator', 200, 403, true, true],
    ['reviewer', 200, 403, false, false],
    ['exporter', 200, 200, false, false],
    ['administrator', 200, 200, true, true],
    ['stranger', 404, 404, false, false],
  ] as const) {
    expect([who, (await get(who)).status]).toEqual([who, page])
    expect([who, (await get(who, `${path}/coming`)).status]).toEqual([who, page])
    expect([who, (await get(who, '/memories/1/export?format=tmx')).status]).toEqual([who, download])
    const text = await html(who)
    expect([who, text.includes('id="bring"'), text.includes('/memories/1/removal')]).toEqual([who, brings, removes])
    expect([who, text.includes('/memories/1/export')]).toEqual([who, download === 200])
  }
  for (const [who, status] of [
    ['stranger', 404],
    ['reviewer', 403],
    ['translator', 303],
  ] as const) {
    const answer = await (await browser(who)).post('/memories/1/removal', { operation: operation() })
    expect([who, answer.status]).toEqual([who, status])
  }
  expect(await html('translator')).toContain('Nothing is kept here yet.')
  expect((await get('exporter', '/memories/1/export?format=tmx')).status).toBe(404)
})

test('a memory is given back in every format the desk writes', async () => {
  const { bring, get } = await browsing()
  const units = [...numbered(700), { ...numbered(1)[0]!, source: 'Été.', id: 'x', note: 'n', author: 'A' }]
  await bring({ content: await tmxOf(units), name: 'vieux « 1 ».tmx' })
  const tmx = await get('exporter', '/memories/1/export?format=tmx')
  expect(await tmx.text()).toBe(await tmxOf(units))
  expect(tmx.headers.get('Content-Disposition')).toContain('vieux%20%C2%AB%201%20%C2%BB.tmx')
  const table = await (await get('exporter', '/memories/1/export?format=csv')).text()
  expect(`\uFEFF${table}`).toBe(await joined(csv.write(units, FR_EN)))
  expect(
    await unplaced(
      csv.read(
        (async function* () {
          yield table
        })(),
        FR_EN,
      ),
    ),
  ).toEqual(units)
  expect((await get('exporter', '/memories/1/export?format=docx')).status).toBe(422)
})

test('what is on its way in is shown with how far it is, and may be called off', async () => {
  const { browser, html, path, sql, bring } = await browsing()
  expect(await html('translator', `${path}/coming`)).not.toContain('<progress')
  await sql(`insert into memories (project_id, name, format, source, target, operation_id, imported_by, size, begun_at, imported_at)
    values (1, 'large.tmx', 'tmx', 'fr', 'en', 'raw', 'translator', 1000, 0, 0)`)
  await sql(
    `insert into memory_units (memory_id, position, source, target, state) values (1, 1, 'Oui.', 'Yes.', 'translated')`,
  )
  await sql(`update memories set bytes = 250, units = 1, imported_at = 10000`)
  const coming = await html('translator', `${path}/coming`)
  expect(coming).toContain('large.tmx: 25%, 1 unit, about 30 seconds left')
  expect(coming).toContain('load delay:1s')
  expect(await html('reviewer', `${path}/coming`)).not.toContain('removal')
  expect((await (await browser('translator')).get('/memories/1/export?format=tmx')).status).toBe(404)

  const answer = await (await browser('translator')).post('/memories/1/removal', { operation: operation() })
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, path])
  expect(await html('translator', `${path}/coming`)).not.toContain('<progress')
  await bring()
})
