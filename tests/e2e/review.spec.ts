import type { Page } from '@playwright/test'
import { box, openSegment, row, saved } from './segment.ts'
import { expect, test } from './test.ts'

/** Translate the second segment and hand it over. */
async function handOver(page: Page, document: string, text: string): Promise<void> {
  await page.goto(document)
  await openSegment(page, 2)
  await page.keyboard.type(text)
  await page.keyboard.press('Control+Enter')
  await expect(row(page, 2)).toContainText('waiting for review')
}

for (const keys of ['Enter', 'Control+Enter']) {
  test(`${keys} in the reason sends back, and approves nothing`, async ({ person, imported }) => {
    const document = await imported('Il pleut.')
    await handOver(await person('translator'), document, 'It rains.')
    const page = await person('reviewer')
    await page.goto(document)
    await row(page, 2).getByRole('link').click()
    await row(page, 2).getByText('Send back…').click()
    await row(page, 2).getByLabel('What should be mended').fill('It is raining.')
    await page.keyboard.press(keys)
    await expect(row(page, 2).getByRole('link')).toContainText('draft')
  })
}

test('nobody is offered to approve their own work, whatever else they may do', async ({ administrator, imported }) => {
  const document = await imported('Il pleut.')
  await handOver(administrator, document, 'It rains.')
  await administrator.goto(document)
  await openSegment(administrator, 2)
  await expect(row(administrator, 2).getByRole('button', { name: 'Hand over' })).toBeVisible()
  await expect(row(administrator, 2).getByRole('button', { name: /Approve|Send back/ })).toHaveCount(0)
})

test('what a reviewer has typed is not approved away', async ({ person, imported, administrator, expectedErrors }) => {
  expectedErrors.push(/409/)
  const document = await imported('Il pleut.')
  await handOver(await person('translator'), document, 'It rains.')
  await administrator.goto(document)
  await openSegment(administrator, 2)
  await box(administrator, 2).fill('It is raining.')
  await administrator.keyboard.press('Control+Enter')
  await expect(saved(administrator, 2)).toHaveText('Saved')
  await administrator.reload()
  await expect(row(administrator, 2)).toContainText('It is raining.')
  await expect(row(administrator, 2).getByRole('link')).not.toContainText('approved')
})

test('a text that changed under the reviewer is not approved', async ({ person, imported, expectedErrors }) => {
  expectedErrors.push(/409/)
  const document = await imported('Il pleut.')
  const translator = await person('translator')
  const reviewer = await person('reviewer')
  await handOver(translator, document, 'It rains.')
  await reviewer.goto(document)
  await row(reviewer, 2).getByRole('link').click()
  await expect(row(reviewer, 2).getByRole('button', { name: 'Approve' })).toBeVisible()
  await handOver(translator, document, ' It pours.')
  await reviewer.keyboard.press('Control+Enter')
  await expect(row(reviewer, 2).getByRole('alert').first()).toContainText('Somebody changed this segment')
  await reviewer.reload()
  await expect(row(reviewer, 2).getByRole('link')).toContainText('waiting for review')
})
