import { box, openSegment, row } from './segment.ts'
import { expect, test } from './test.ts'

test('a day’s work by keyboard alone', async ({ person, imported }) => {
  const page = await person('translator')
  await page.goto(await imported('Il pleut.', 'Il neige.', 'Il vente.'))
  await row(page, 2).getByRole('link').focus()
  await page.keyboard.press('Enter')
  await expect(box(page, 2)).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(box(page, 3)).toBeFocused()
  await expect(box(page, 2)).toHaveCount(0)
  await page.keyboard.press('Alt+ArrowUp')
  await expect(box(page, 2)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(box(page, 2)).toHaveCount(0)
  await expect(row(page, 2).getByRole('link')).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(box(page, 3)).toBeFocused()
})

test('an address opens its segment, ready to write', async ({ person, imported }) => {
  const page = await person('translator')
  await page.goto(`${await imported('Il pleut.')}?at=2`)
  await expect(box(page, 2)).toBeFocused()
  await row(page, 2).getByRole('link').click()
  await expect(box(page, 2)).toBeFocused()
})

test('after the last segment the focus stays on it', async ({ person, imported }) => {
  const page = await person('translator')
  await page.goto(await imported('Il pleut.'))
  await openSegment(page, 1)
  for (const position of [1, 2]) {
    await expect(box(page, position)).toBeFocused()
    await page.keyboard.type('It rains.')
    await page.keyboard.press('Control+Enter')
    await expect(row(page, position).getByRole('link')).toContainText('waiting for review')
  }
  await expect(row(page, 2).getByRole('link')).toBeFocused()
})

test('keys pressed faster than rows open end in the right row, and only there', async ({ person, imported }) => {
  const page = await person('translator')
  await page.goto(await imported('Il pleut.', 'Il neige.', 'Il vente.'))
  await openSegment(page, 1)
  await expect(box(page, 1)).toBeFocused()
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(`Alt+${key}`)
  await expect(box(page, 4)).toBeFocused()
  await expect(page.getByRole('textbox')).toHaveCount(1)
})

test('Tab goes from the box to what can be done with it, and shows where it is', async ({ person, imported }) => {
  const page = await person('translator')
  await page.goto(await imported('Il pleut.'))
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused()
  await openSegment(page, 2)
  await expect(box(page, 2)).toBeFocused()
  await page.keyboard.press('Tab')
  const handOver = row(page, 2).getByRole('button', { name: 'Hand over' })
  await expect(handOver).toBeFocused()
  await expect(handOver).toHaveCSS('outline-style', 'solid')
  await page.keyboard.press('Shift+Tab')
  await expect(box(page, 2)).toBeFocused()
})

test('without script, a text is written and handed over', async ({ person, imported, expectedErrors }) => {
  expectedErrors.push(/409/)
  const page = await person('translator', { javaScriptEnabled: false })
  await page.goto(await imported('Le Groupe de Minsk se réunit lundi.', 'Il pleut.'))
  await row(page, 2).getByRole('link').click()
  await box(page, 2).fill('The Minsk Club meets on Monday.')
  await row(page, 2).getByRole('button', { name: 'Hand over' }).click()
  await expect(page.getByRole('alert')).toContainText('The glossary is not met yet')
  await page.goBack()
  await expect(box(page, 2)).toHaveValue('The Minsk Club meets on Monday.')
  await page.reload()
  await box(page, 2).fill('The Minsk Group meets on Monday.')
  await row(page, 2).getByRole('button', { name: 'Hand over' }).click()
  await expect(box(page, 3)).toBeVisible()
  await expect(row(page, 2)).toContainText('waiting for review')
})
