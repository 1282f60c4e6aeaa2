import type { Page, Response } from '@playwright/test'
import axe, { type AxeResults } from 'axe-core'
import { look } from './glossary.ts'
import { box, openSegment } from './segment.ts'
import { expect, invitation, test } from './test.ts'

const LONG = 'anticonstitutionnellement'.repeat(8)

const UNITS = Buffer.from('fr,en\nOui.,Yes.\n')

interface Screen {
  name: string
  open(page: Page, at: { document: string; invitation: string }): Promise<Response | null>
  signedOut?: boolean
}

const SCREENS: readonly Screen[] = [
  { name: 'sign in', open: (page) => page.goto('/sign-in'), signedOut: true },
  { name: 'welcome', open: (page, { invitation }) => page.goto(invitation), signedOut: true },
  { name: 'documents', open: (page) => page.goto('/') },
  {
    name: 'documents, with the ways out open',
    async open(page) {
      const response = await page.goto('/')
      await page.getByText('New project').click()
      await page.getByText('Export', { exact: true }).first().click()
      return response
    },
  },
  {
    name: 'a file that is not UTF-8',
    async open(page) {
      await page.goto('/')
      const buffer = Buffer.from(`L\x92\xe9t\xe9 ${LONG}.`, 'latin1')
      await page.getByLabel(/^Drop files here/).setInputFiles({ name: `${LONG}.txt`, mimeType: 'text/plain', buffer })
      return answered(page, 'Import')
    },
  },
  { name: 'settings of a project', open: (page) => page.goto('/projects/1/settings') },
  {
    name: 'settings of a project, with a preview',
    async open(page) {
      await page.goto('/projects/1/settings')
      await page.getByLabel('Abbreviations that end no sentence').fill('zim')
      await page.getByText('Paste a text instead').click()
      await page.getByLabel('Text', { exact: true }).fill(`Il y a zim. Elle part. ${LONG}`)
      const response = await answered(page, 'See what would change')
      await expect(page.getByText('1 of 1 paragraph would be cut otherwise.')).toBeVisible()
      return response
    },
  },
  {
    name: 'settings of a project, with rules that make no sense',
    async open(page) {
      await page.goto('/projects/1/settings')
      await page.getByText('The rules themselves').click()
      await page.getByLabel('Or here').fill(`<srx version="2.0">${LONG}`)
      return answered(page, 'Keep')
    },
  },
  { name: 'desk', open: (page, { document }) => page.goto(document) },
  {
    name: 'desk, with the ways out open',
    async open(page, { document }) {
      const response = await page.goto(document)
      await page.getByText('Export', { exact: true }).click()
      return response
    },
  },
  {
    name: 'desk, with a row open',
    async open(page, { document }) {
      const response = await page.goto(document)
      await openSegment(page, 2)
      await box(page, 2).fill(`The ${LONG} is wrong.`)
      await expect(page.getByText('expected “Minsk Group”')).toBeVisible()
      return response
    },
  },
  {
    name: 'desk, in French',
    async open(page, { document }) {
      await page.context().addCookies([{ name: 'language', value: 'fr', url: document }])
      return page.goto(document)
    },
  },
  {
    name: 'memory',
    async open(page) {
      await page.goto('/projects/1/memories')
      const name = `${LONG}.csv`
      await page.getByLabel(/Drop a file here/).setInputFiles({ name, mimeType: 'text/csv', buffer: UNITS })
      await page.getByRole('button', { name: 'Import' }).click()
      await page.getByText(`“${name}” is in the memory`).waitFor()
      return page.reload()
    },
  },
  { name: 'report', open: (page, { document }) => page.goto(`${document}/report`) },
  { name: 'glossary', open: (page) => page.goto('/glossary') },
  { name: 'what is often waived', open: (page) => page.goto('/glossary?waived=on') },
  { name: 'concept', open: (page) => page.goto('/glossary/concepts/special-forces') },
  {
    name: 'change of a concept',
    async open(page) {
      await page.goto('/glossary/concepts/ceasefire')
      await page.getByLabel('Term', { exact: true }).nth(1).fill(LONG)
      await page.getByRole('button', { name: 'See what it would change' }).click()
      await expect(page.getByRole('heading', { name: 'Would no longer meet the glossary' })).toBeVisible()
      return page.reload()
    },
  },
  { name: 'proposals', open: (page) => page.goto('/glossary/proposals') },
  { name: 'candidates', open: (page) => page.goto('/glossary/candidates') },
  { name: 'retired concepts', open: (page) => page.goto('/glossary/retired') },
  { name: 'findings', open: (page) => page.goto('/glossary/findings') },
  { name: 'stale', open: (page) => page.goto('/glossary/stale') },
  { name: 'import of a glossary', open: (page) => page.goto('/glossary/imports') },
  {
    name: 'a glossary of another tool',
    async open(page) {
      await page.goto('/glossary/imports')
      const response = await look(page, 'theirs.csv', `Français;English;Remarque\n${LONG};${LONG};${LONG}\n`)
      await expect(page.getByRole('button', { name: 'Read it so' })).toBeVisible()
      return response
    },
  },
  { name: 'people', open: (page) => page.goto('/people') },
  { name: 'an error', open: (page) => page.goto('/documents/999999') },
]

/** The page that answers a form sent with this button. */
async function answered(page: Page, button: string): Promise<Response> {
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: button, exact: true }).click()
  return answer
}

for (const { name, open, signedOut = false } of SCREENS) {
  test(`${name}: accessible, within the screen, under a strict policy`, async ({
    administrator,
    visitor,
    imported,
    expectedErrors,
  }) => {
    expectedErrors.push(/404|422/)
    const page = signedOut ? await visitor() : administrator
    const response = await open(page, {
      document: await imported(`Le Groupe de Minsk et ${LONG}.`),
      invitation: signedOut ? await invitation(administrator, `guest ${name}`, 'exporter') : '',
    })

    const policy = response?.headers()['content-security-policy'] ?? ''
    const [, nonce] = /script-src 'nonce-([^']+)';/.exec(policy) ?? []
    expect(policy).toContain("default-src 'none'")
    expect(nonce).toBeTruthy()
    const scripts = await page.locator('script').evaluateAll((all) => all.map((script) => script.nonce))
    expect(new Set(scripts)).toEqual(new Set([nonce]))

    for (const width of [1440, 768, 390, 360]) {
      await page.setViewportSize({ width, height: 900 })
      expect.soft(await tooWide(page), `${width} px`).toEqual([])
    }
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect.soft(await violations(page), `${width} px, ${colorScheme}`).toEqual([])
      }
    }
  })
}

/** What makes the page scroll sideways, or is cut off at its own edge or at that of the screen. */
const tooWide = (page: Page) =>
  page.evaluate(() =>
    [document.scrollingElement!, ...document.querySelectorAll('.seg p, h1, .export, .asked, .cuts')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect()
        const isCut = element.scrollWidth > element.clientWidth || left < 0 || right > innerWidth
        return isCut && element.checkVisibility() && element.className !== 'visually-hidden'
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 80)),
  )

/** What axe finds that keeps somebody from working. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found: AxeResults['violations'] = await page.evaluate(
    async () => (await (window as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] })).violations,
  )
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

test('a text is never code', async ({ administrator, imported }) => {
  const text = '<img src=x onerror="document.title=1"><script>document.title=1</script>'
  await administrator.goto(await imported(`Il pleut ${text}`))
  await openSegment(administrator, 2)
  await administrator.keyboard.type(text)
  await expect(administrator.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible()
  await administrator.reload()
  await expect(administrator.getByText(text, { exact: true })).toBeVisible()
  await expect(administrator).toHaveTitle(/^depeche/)
  await expect(administrator.locator('main img, main script')).toHaveCount(0)
})
