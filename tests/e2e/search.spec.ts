import { box, openSegment, row, saved } from './segment.ts'
import { expect, test } from './test.ts'

test('words are found in either language, whatever their accents, and the address keeps them', async ({
  person,
  imported,
}) => {
  const page = await person('translator')
  await page.goto(await imported('Il pleut à Érevan.', 'Il neige.', 'Rien.'))
  await openSegment(page, 3)
  await page.keyboard.type('Snow in Yerevan.')
  await expect(saved(page, 3)).toHaveText('Saved')
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('EREVAN')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=EREVAN/)
  await expect(page.getByRole('article')).toHaveCount(2)
  await expect(row(page, 2)).toContainText('Il pleut à Érevan.')
  await expect(row(page, 3)).toContainText('Snow in Yerevan.')
})

test('the texts a segment has had stand beside it', async ({ person, imported }) => {
  const page = await person('translator')
  await page.goto(await imported('Il pleut.'))
  await openSegment(page, 2)
  await page.keyboard.type('It is raining.')
  await expect(saved(page, 2)).toHaveText('Saved')
  await box(page, 2).fill('It rains.')
  await expect(saved(page, 2)).toHaveText('Saved')
  const history = page.getByRole('region', { name: 'History' })
  await expect(history.getByText(/^Draft \d/)).toHaveText([/^Draft 2/, /^Draft 1/])
  await history.getByText(/^Draft 1/).click()
  await expect(history.getByText('It is raining.')).toBeVisible()
})
