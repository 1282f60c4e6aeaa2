import { row } from './segment.ts'
import { expect, test } from './test.ts'

test('the interface speaks the language of the browser, and the one chosen', async ({ visitor }) => {
  const page = await visitor({ locale: 'fr-FR' })
  await page.goto('/sign-in')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(page.getByRole('button', { name: 'Se connecter' })).toBeVisible()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
})

test('every text says what language it is in', async ({ administrator, imported }) => {
  await administrator.goto(await imported('Il pleut.', 'Il neige.'))
  await administrator.getByRole('button', { name: 'Français' }).click()
  await expect(administrator.locator('html')).toHaveAttribute('lang', 'fr')
  const segment = row(administrator, 2)
  await expect(segment.getByText('Il pleut.')).toHaveAttribute('lang', 'fr')
  await expect(segment.getByText('Pas encore traduit')).toHaveAttribute('lang', 'fr')
  await segment.getByRole('link').click()
  const written = segment.getByRole('textbox', { name: 'anglais, segment 2' })
  await expect(written).toHaveAttribute('lang', 'en')
  await written.fill('It rains.')
  await administrator.keyboard.press('Escape')
  await expect(segment.getByText('It rains.')).toHaveAttribute('lang', 'en')
})
