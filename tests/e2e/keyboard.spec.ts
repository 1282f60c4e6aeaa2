import { box, openSegment, row, saved } from './segment.ts'
import { expect, test } from './test.ts'

test('probe', async ({ person, imported }) => {
  const document = await imported('Le Groupe de Minsk se réunit lundi. Il pleut.')
  const page = await person('translator')
  await page.goto(document)
  console.log(await page.locator('main').ariaSnapshot())
  await openSegment(page, 2)
  await expect(box(page, 2)).toBeFocused()
  await box(page, 2).fill('It')
  await expect(saved(page, 2)).toHaveText('Saved')
  console.log(await page.locator('body').ariaSnapshot())
  await page.keyboard.press('Control+Enter')
  await page.waitForTimeout(500)
  console.log(await row(page, 2).ariaSnapshot())
})
