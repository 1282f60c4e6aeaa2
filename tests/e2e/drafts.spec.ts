import type { Page } from '@playwright/test'
import { box, openSegment, row, saved } from './segment.ts'
import { accept, emailOf, expect, invitation, signIn, test } from './test.ts'

const NOT_SAVED = 'Not saved. Your text stays here; it is tried again.'

/** How many texts of a segment have been kept. */
const revisions = (page: Page) => row(page, 2).locator('input[name=revision]')

const saves = '**/segments/*/revisions'

test.beforeEach(({ expectedErrors }) => {
  // What these tests do to the network.
  expectedErrors.push(/ERR_(INTERNET_DISCONNECTED|FAILED)/, /Failed to fetch/)
})

async function atSegment(page: Page, document: string): Promise<void> {
  await page.goto(document)
  await openSegment(page, 2)
  await expect(box(page, 2)).toBeFocused()
}

/** Another tab of the same browser, in which somebody has just signed out. */
async function signedOutElsewhere(page: Page, name: string): Promise<Page> {
  const tab = await page.context().newPage()
  await tab.goto('/')
  await tab.getByText(name).click()
  await tab.getByRole('button', { name: 'Sign out' }).click()
  return tab
}

test('what is typed saves itself, and only then is said to be saved', async ({ person, imported }) => {
  const page = await person('translator')
  await atSegment(page, await imported('Il pleut.'))
  let release = () => {}
  await page.route(saves, async (route) => {
    await new Promise<void>((resolve) => {
      release = resolve
    })
    await route.continue()
  })
  await page.keyboard.type('It is raining')
  await expect(saved(page, 2)).toHaveText('Saving…')
  await page.keyboard.type('.')
  await expect(saved(page, 2)).toHaveText('Not saved yet')
  release()
  await expect(saved(page, 2)).toHaveText('Saving…')
  release()
  await expect(saved(page, 2)).toHaveText('Saved')
  await expect(revisions(page)).toHaveValue('2')
  await page.reload()
  await expect(row(page, 2)).toContainText('It is raining.')
})

test('a text typed while the network is away is kept, and saved once when it is back', async ({ person, imported }) => {
  const page = await person('translator')
  await atSegment(page, await imported('Il pleut.'))
  await page.context().setOffline(true)
  await page.keyboard.type('It is raining.')
  await expect(saved(page, 2)).toHaveText(NOT_SAVED)
  await expect(box(page, 2)).toHaveValue('It is raining.')
  await page.context().setOffline(false)
  await expect(saved(page, 2)).toHaveText('Saved')
  await expect(revisions(page)).toHaveValue('1')
})

test('an answer lost after the text was kept ends saved, once', async ({ person, imported }) => {
  const page = await person('translator')
  await atSegment(page, await imported('Il pleut.'))
  await page.route(
    saves,
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await page.keyboard.type('It is raining.')
  await expect(saved(page, 2)).toHaveText(NOT_SAVED)
  await page.keyboard.type(' Again.')
  await expect(saved(page, 2)).toHaveText('Saved')
  await expect(row(page, 2)).not.toContainText('Somebody else')
  await expect(revisions(page)).toHaveValue('2')
})

test('an unsaved text is back after the page was loaded again', async ({ person, imported }) => {
  const page = await person('translator')
  await atSegment(page, await imported('Il pleut.'))
  await page.route(saves, (route) => route.abort())
  await page.keyboard.type('It is raining.')
  await expect(saved(page, 2)).toHaveText(NOT_SAVED)
  await page.reload()
  await openSegment(page, 2)
  await expect(box(page, 2)).toHaveValue('It is raining.')
  await page.unroute(saves)
  await expect(saved(page, 2)).toHaveText('Saved')
  await page.reload()
  await expect(row(page, 2)).toContainText('It is raining.')
})

test('nobody is in conflict with themselves after a lost answer and a reload', async ({ person, imported }) => {
  const page = await person('translator')
  await atSegment(page, await imported('Il pleut.'))
  await page.route(saves, async (route) => {
    await route.fetch()
    await route.abort()
  })
  await page.keyboard.type('It is raining.')
  await expect(saved(page, 2)).toHaveText(NOT_SAVED)
  await page.keyboard.type(' Again.')
  await page.reload()
  await page.unroute(saves)
  await openSegment(page, 2)
  await expect(box(page, 2)).toHaveValue('It is raining. Again.')
  await expect(saved(page, 2)).toHaveText('Saved')
  await expect(row(page, 2)).not.toContainText('Somebody else')
})

test('a session that ends while somebody types costs no text', async ({
  administrator,
  visitor,
  imported,
  expectedErrors,
}) => {
  expectedErrors.push(/401/)
  const page = await visitor()
  await accept(page, await invitation(administrator, 'Second Translator', 'translator'))
  await atSegment(page, await imported('Il pleut.'))
  const tab = await signedOutElsewhere(page, 'Second Translator')
  await page.bringToFront()
  await page.keyboard.type('It is raining.')
  await expect(row(page, 2)).toContainText('Your session has ended')
  await expect(saved(page, 2)).toHaveText(NOT_SAVED)
  await expect(box(page, 2)).toHaveValue('It is raining.')
  await signIn(tab, emailOf('Second Translator'))
  await expect(saved(page, 2)).toHaveText('Saved', { timeout: 15_000 })
  await expect(row(page, 2)).not.toContainText('Your session has ended')
})

test('a script that comes late takes nothing for saved that is not', async ({ person, imported }) => {
  const page = await person('translator')
  await page.route('**/desk.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700))
    await route.continue()
  })
  await page.goto(`${await imported('Il pleut.')}?at=2`, { waitUntil: 'commit' })
  await box(page, 2).pressSequentially('It is ')
  await expect(box(page, 2)).toBeFocused()
  await page.keyboard.type('raining.')
  await expect(saved(page, 2)).toHaveText('Saved')
  await page.reload()
  await expect(box(page, 2)).toHaveValue('It is raining.')
})

test('what one person typed is not saved as what another wrote', async ({
  administrator,
  visitor,
  imported,
  expectedErrors,
}) => {
  expectedErrors.push(/401/)
  const page = await visitor()
  await accept(page, await invitation(administrator, 'Third Translator', 'translator'))
  const other = await visitor()
  await accept(other, await invitation(administrator, 'Fourth Translator', 'translator'))
  await atSegment(page, await imported('Il pleut.'))
  const tab = await signedOutElsewhere(page, 'Third Translator')
  await signIn(tab, emailOf('Fourth Translator'))
  await page.bringToFront()
  await page.keyboard.type('It is raining.')
  await expect(saved(page, 2)).toHaveText(NOT_SAVED)
  await expect(box(page, 2)).toHaveValue('It is raining.')
  await other.goto(page.url())
  await expect(row(other, 2)).toContainText('Not translated yet')
})

test('nothing can be typed into a row that is being handed over', async ({ person, imported }) => {
  const page = await person('translator')
  await atSegment(page, await imported('Il pleut.'))
  await page.route('**/submissions', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700))
    await route.continue()
  })
  await page.keyboard.type('It is raining.')
  await page.keyboard.press('Control+Enter')
  await expect(box(page, 2)).toHaveAttribute('readonly')
  await page.keyboard.type(' More')
  await expect(row(page, 2)).toContainText('It is raining.')
  await expect(box(page, 2)).toHaveCount(0)
  await expect(row(page, 2)).not.toContainText('More')
})

test('a row left with unsaved text stays open until it is saved', async ({ person, imported }) => {
  const page = await person('translator')
  await atSegment(page, await imported('Il pleut.', 'Il neige.'))
  await page.route(saves, (route) => route.abort())
  await page.keyboard.type('It is raining.')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(box(page, 3)).toBeFocused()
  await expect(box(page, 2)).toHaveValue('It is raining.')
  await box(page, 2).click()
  await expect(box(page, 3)).toHaveCount(0)
  await expect(box(page, 2)).toBeFocused()
  await page.keyboard.press('Escape')
  await page.unroute(saves)
  await expect(box(page, 2)).toHaveCount(0)
  await expect(row(page, 2)).toContainText('It is raining.')
})

test('handing over before the first save is answered still goes on to the next segment', async ({
  person,
  imported,
}) => {
  const page = await person('translator')
  await atSegment(page, await imported('Il pleut.', 'Il neige.'))
  let release = () => {}
  await page.route(saves, async (route) => {
    await new Promise<void>((resolve) => {
      release = resolve
    })
    await route.continue()
  })
  await page.keyboard.type('It is raining.')
  await expect(saved(page, 2)).toHaveText('Saving…')
  await page.keyboard.press('Control+Enter')
  release()
  await expect(box(page, 3)).toBeFocused()
  await expect(row(page, 2).getByRole('link')).toContainText('waiting for review')
})
