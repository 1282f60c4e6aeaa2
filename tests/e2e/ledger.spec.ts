import { box, openSegment, row } from './segment.ts'
import { expect, test } from './test.ts'

test('the ledger answers while somebody types', async ({ person, imported }) => {
  const page = await person('translator')
  await page.goto(await imported('Le Groupe de Minsk se réunit lundi.'))
  await openSegment(page, 2)
  const term = row(page, 2).locator('[lang=fr] mark')
  const card = page.getByRole('region', { name: 'Glossary' })
  await expect(term).toHaveAttribute('title', 'to render: Minsk Group')
  await expect(card).toContainText('to render')

  let asked = 0
  page.on('request', (request) => request.url().endsWith('/ledger') && asked++)
  await page.keyboard.type('The Minsk Club meets on Monday.')
  await expect(term).toHaveAttribute('title', 'missing: Minsk Group')
  await expect(card).toContainText('missing')
  expect(asked).toBeLessThan(5)

  await box(page, 2).fill('The Minsk Group meets on Monday.')
  await expect(term).toHaveAttribute('title', 'rendered: Minsk Group')
  await expect(card).toContainText('rendered')
  await expect(box(page, 2)).toBeFocused()
})
