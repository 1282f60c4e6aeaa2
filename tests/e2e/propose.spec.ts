import type { Locator, Page } from '@playwright/test'
import { box, openSegment, row } from './segment.ts'
import { expect, test } from './test.ts'

/** Select words of a text that is there to be read. */
const select = (text: Locator, words: string) =>
  text.evaluate((paragraph, words) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    while (!walker.nextNode()?.textContent?.includes(words));
    const { currentNode } = walker
    const start = currentNode.textContent!.indexOf(words)
    getSelection()!.setBaseAndExtent(currentNode, start, currentNode, start + words.length)
  }, words)

/** Select words somebody has typed. */
const selectTyped = (field: Locator, words: string) =>
  field.evaluate((box: HTMLTextAreaElement, words) => {
    box.focus()
    box.setSelectionRange(box.value.indexOf(words), box.value.indexOf(words) + words.length)
  }, words)

const proposal = (page: Page) => {
  const form = page.locator('#propose')
  return {
    form,
    french: form.getByLabel('French'),
    english: form.getByLabel('English'),
    open: () => form.getByText('Propose a term…').click(),
  }
}

test('a term is proposed from what was selected in the open row, and nowhere else', async ({ person, imported }) => {
  const page = await person('translator')
  await page.goto(await imported('Le sémaphore clignote.', 'La balise émet.'))
  const { french, english, open } = proposal(page)

  await openSegment(page, 2)
  await box(page, 2).fill('The semaphore is blinking.')
  await selectTyped(box(page, 2), 'semaphore')
  await openSegment(page, 3)
  await select(row(page, 2).locator('.source'), 'sémaphore')
  await open()
  await expect(french).toHaveValue('')
  await expect(english).toHaveValue('')

  await select(row(page, 3).locator('.source'), 'balise')
  await expect(french).toHaveValue('balise')
  await select(row(page, 3).locator('.source'), 'La balise')
  await expect(french).toHaveValue('La balise')
  await french.fill('balise radio')
  await select(row(page, 3).locator('.source'), 'émet')
  await expect(french).toHaveValue('balise radio')
})

test('what was typed over is selected no longer', async ({ person, imported }) => {
  const page = await person('translator')
  await page.goto(await imported('Le sémaphore clignote.'))
  const { french, english, open } = proposal(page)
  await openSegment(page, 2)
  await box(page, 2).fill('The traffic light is blinking.')
  await selectTyped(box(page, 2), 'traffic light')
  await page.keyboard.type('semaphore')
  await select(row(page, 2).locator('.source'), 'sémaphore')
  await open()
  await expect(french).toHaveValue('sémaphore')
  await expect(english).toHaveValue('')
})

test('another term may follow at once, and one already proposed is said to be', async ({
  person,
  imported,
  expectedErrors,
}) => {
  expectedErrors.push(/409/)
  const page = await person('translator')
  await page.goto(await imported('Le sémaphore et la bouée clignotent.'))
  const { form, french, english, open } = proposal(page)
  await openSegment(page, 2)
  await select(row(page, 2).locator('.source'), 'bouée')
  await open()
  await english.fill('buoy')
  await page.keyboard.press('Enter')
  await expect(form.getByText('“bouée” is proposed.')).toBeFocused()

  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(french).toBeFocused()
  await expect(french).toHaveValue('')
  await page.keyboard.type('bouée')
  await english.fill('buoy')
  await page.keyboard.press('Enter')
  await expect(form.getByRole('alert')).toContainText('has been proposed by')
  await expect(french).toHaveValue('bouée')
  await french.fill('sémaphore')
  await page.keyboard.press('Enter')
  await expect(form.getByText('“sémaphore” is proposed.')).toBeFocused()
})

test('a menu closes with Escape, with the focus where it was opened, and with a click elsewhere', async ({
  person,
  imported,
}) => {
  const page = await person('exporter')
  await page.goto(await imported('Il pleut.'))
  const menu = page.locator('details.menu', { hasText: 'TMX' })
  const choice = menu.getByRole('radio', { name: /^TMX/u })
  await menu.getByText('Export', { exact: true }).click()
  await expect(choice).toBeVisible()
  await choice.focus()
  await page.keyboard.press('Escape')
  await expect(choice).toBeHidden()
  await expect(menu.locator('summary')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(choice).toBeVisible()
  await page.getByText('Il pleut.').click()
  await expect(choice).toBeHidden()
})
