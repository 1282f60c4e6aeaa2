import { readFile } from 'node:fs/promises'
import { request as ask } from 'node:http'
import type { Page } from '@playwright/test'
import { largeTmx } from '../bench/largeTmx.ts'
import { expect, test } from './test.ts'

const MEMORY = '/projects/1/memories'

/** No two alike: the desk knows a file it has seen. */
let seed = 1000
const tmx = (units: number) => [...largeTmx(units, ++seed)].join('')

const file = (name: string, text: string) => ({ name, mimeType: 'text/xml', buffer: Buffer.from(text) })

test('a memory is brought, given back and removed', async ({ administrator: page }) => {
  const [name, content] = [`old-${++seed}.tmx`, tmx(3_000)]
  await page.goto('/')
  await page.getByRole('link', { name: 'Memory of “South Caucasus desk”' }).click()
  await page.getByLabel(/Drop a file here/).setInputFiles(file(name, content))
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByRole('status')).toHaveText(`“${name}” is in the memory: 3,000 units.`)
  const row = page.getByRole('row').filter({ hasText: name })
  await expect(row).toContainText('Ada')

  const download = page.waitForEvent('download')
  await row.getByText('Export').click()
  await row.getByRole('button', { name: 'Download' }).click()
  const saved = await readFile(await (await download).path(), 'utf8')
  expect(saved.match(/<tu /g)).toHaveLength(3_000)

  await row.getByText('Remove…').click()
  await row.getByRole('button', { name: 'Remove it' }).click()
  await expect(row).toHaveCount(0)
})

test('what cannot be taken is said beside the form, and the file stays chosen', async ({
  administrator: page,
  expectedErrors,
}) => {
  expectedErrors.push(/422/)
  await page.goto(MEMORY)
  await page.getByLabel(/Drop a file here/).setInputFiles(file('cut.tmx', tmx(500).slice(0, -100)))
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByRole('alert')).toContainText('ends in the middle')
  expect(await page.getByLabel(/Drop a file here/).inputValue()).toContain('cut.tmx')
})

test('without script the page answers when it is done', async ({ person }) => {
  const page = await person('translator', { javaScriptEnabled: false })
  const name = `plain-${++seed}.tmx`
  await page.goto(MEMORY)
  await page.getByLabel(/Drop a file here/).setInputFiles(file(name, tmx(100)))
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByRole('status')).toContainText('100 units')
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('translator')
})

test('who waits sees how far a file is, and calls it off', async ({ administrator: page, desk }) => {
  const name = `slow-${++seed}.tmx`
  const sending = await halfSent(page, desk.url, name, tmx(9_000))
  await page.goto(MEMORY)
  await expect(page.getByRole('progressbar', { name })).toBeVisible()
  await expect(page.getByText(new RegExp(`^${name}: \\d\\d%, \\d,000 units`))).toBeVisible()
  await page.getByRole('button', { name: `Call off “${name}”` }).click()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(0)
  expect(await sending.rest()).toBe(422)
})

test('while a file comes in its page says so without being asked', async ({ administrator: page, desk }) => {
  await page.goto(MEMORY)
  const name = `seen-${++seed}.tmx`
  await page.getByLabel(/Drop a file here/).setInputFiles(file('held.tmx', tmx(10)))
  // The form's own request waits, as it does behind a slow line.
  await page.route('**/projects/1/memories', (route) =>
    route.request().method() === 'POST' ? undefined : route.continue(),
  )
  const sending = await halfSent(page, desk.url, name, tmx(9_000))
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByRole('progressbar', { name })).toBeVisible()
  expect(await sending.rest()).toBe(303)
  await expect(page.getByRole('progressbar')).toHaveCount(0)
})

/** The form half sent, as over a line that has stopped; and the answer once the rest is. */
async function halfSent(page: Page, url: string, name: string, content: string) {
  const cookies = await page.context().cookies(url)
  const body = Buffer.from(
    `--b\r\nContent-Disposition: form-data; name="operation"\r\n\r\n${crypto.randomUUID()}\r\n` +
      `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/xml\r\n\r\n${content}\r\n--b--\r\n`,
  )
  const half = Math.floor(body.length / 2)
  const request = ask(new URL(MEMORY, url), {
    method: 'POST',
    headers: {
      Origin: url,
      Cookie: cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; '),
      'Content-Type': 'multipart/form-data; boundary=b',
      'Content-Length': body.length,
    },
  })
  const answer = new Promise<number>((resolve, reject) => {
    request.once('response', (response) => resolve(response.statusCode ?? 0))
    request.once('error', reject)
  })
  await new Promise((sent) => request.write(body.subarray(0, half), sent))
  return {
    async rest() {
      request.end(body.subarray(half))
      return answer
    },
  }
}
