import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { type Server, startServer } from './server.ts'

export { expect }

export const PASSWORD = 'quatre mots bien choisis'

export type Role = 'translator' | 'reviewer' | 'exporter' | 'administrator'

type Cookies = Awaited<ReturnType<BrowserContext['storageState']>>

interface Desk {
  url: string
  administrator: Cookies
  /** Who has been invited so far, by role. */
  people: Record<Role, Cookies[]>
}

interface Fixtures {
  /** A desk nobody has opened yet. */
  newDesk: Server
  /** Errors a test brings about. Any other one in a console, and any uncaught one, fails it. */
  expectedErrors: RegExp[]
  /** A page in a browser of its own, nobody signed in. */
  visitor(options?: BrowserContextOptions): Promise<Page>
  administrator: Page
  /** Somebody with a role in the sample project, signed in; the second time in a test, somebody else. */
  person(role: Role, options?: BrowserContextOptions): Promise<Page>
  /** Import a text of the test's own, one paragraph a line. Returns the address of the document. */
  imported(...paragraphs: string[]): Promise<string>
}

let made = 0

export const test = base.extend<Fixtures, { server: Server; desk: Desk }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its parameter.
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  desk: [
    async ({ server, browser }, use) => {
      const context = await browser.newContext({ baseURL: server.url, locale: 'en-GB' })
      await acceptFirst(await context.newPage(), server.welcome)
      const administrator = await context.storageState()
      await context.close()
      await use({
        url: server.url,
        administrator,
        people: { translator: [], reviewer: [], exporter: [], administrator: [] },
      })
    },
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: see above.
  newDesk: async ({}, use) => {
    const server = await startServer()
    await use(server)
    await server.stop()
  },

  // biome-ignore lint/correctness/noEmptyPattern: see above.
  expectedErrors: async ({}, use) => use([]),

  visitor: async ({ desk, browser, contextOptions, expectedErrors }, use) => {
    const contexts: BrowserContext[] = []
    const errors: string[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...contextOptions, baseURL: desk.url, ...options })
      contexts.push(context)
      context.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
      context.on('weberror', (error) => errors.push(String(error.error())))
      const page = await context.newPage()
      // A page with unsaved text asks before it goes. These people go.
      page.on('dialog', (dialog) => dialog.accept())
      return page
    })
    for (const context of contexts) await context.close()
    expect(errors.filter((error) => !expectedErrors.some((pattern) => pattern.test(error)))).toEqual([])
  },

  administrator: async ({ desk, visitor }, use) => use(await visitor({ storageState: desk.administrator })),

  person: async ({ desk, administrator, visitor }, use) => {
    const here: Role[] = []
    await use(async (role, options) => {
      const known = desk.people[role]
      const turn = here.filter((other) => other === role).length
      here.push(role)
      if (known[turn] === undefined) {
        const page = await visitor()
        await accept(page, await invitation(administrator, `${role} ${turn + 1}`, role))
        known.push(await page.context().storageState())
        await page.context().close()
      }
      return visitor({ ...options, storageState: known[turn]! })
    })
  },

  imported: async ({ desk, administrator }, use) => {
    await use(async (...paragraphs) => {
      // The desk knows a text it has seen, so each has a first line of its own.
      const text = [`Dépêche ${++made}`, ...paragraphs].join('\n')
      const answer = await administrator.request.post('/documents', {
        headers: { Origin: desk.url },
        multipart: {
          project: '1',
          operation: crypto.randomUUID(),
          file: {
            name: `depeche-${made}-${'de-la-mission-d-observation-'.repeat(5)}.txt`,
            mimeType: 'text/plain',
            buffer: Buffer.from(text),
          },
        },
      })
      expect(answer.url()).toMatch(/\/documents\/\d+$/)
      return answer.url()
    })
  },
})

/** Open the link of the first start and become its administrator. */
export async function acceptFirst(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Name').fill('Ada')
  await page.getByLabel('E-mail').fill('ada@desk.example')
  await accept(page)
}

/** Set a password at an invitation. */
export async function accept(page: Page, link?: string): Promise<void> {
  if (link !== undefined) await page.goto(link)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByLabel('Password').press('Enter')
  await expect(page.getByRole('heading', { name: 'Documents' })).toBeVisible()
}

/** Add somebody on the people page. Returns their link. */
export async function invitation(administrator: Page, name: string, role: Role): Promise<string> {
  await administrator.goto('/people')
  await administrator.getByLabel('E-mail').fill(emailOf(name))
  await administrator.getByLabel('Name', { exact: true }).fill(name)
  await administrator.getByLabel('Role').selectOption(role)
  await administrator.getByLabel('Where').selectOption('South Caucasus desk')
  await administrator.getByRole('button', { name: 'Add a person' }).click()
  return administrator.getByLabel(`Send this link to ${name}:`).inputValue()
}

export const emailOf = (name: string) => `${name.replaceAll(/\W+/g, '-')}@desk.example`

export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByLabel('Password').press('Enter')
  await expect(page.getByRole('heading', { name: 'Documents' })).toBeVisible()
}
