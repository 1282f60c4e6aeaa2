import { row } from './segment.ts'
import { expect, test } from './test.ts'

test('a file that is not UTF-8 is asked about, and imported from the same page', async ({ person, expectedErrors }) => {
  expectedErrors.push(/422/)
  for (const javaScriptEnabled of [true, false]) {
    const page = await person('translator', { javaScriptEnabled })
    await page.goto('/')
    const buffer = Buffer.from(`Un caf\xe9 \x96 deux, ${javaScriptEnabled ? 'vite' : 'lentement'}.`, 'latin1')
    await page
      .getByLabel('Drop files here')
      .setInputFiles({ name: 'dépêche à lire.txt', mimeType: 'text/plain', buffer })
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('This file is not UTF-8')
    await expect(page.getByRole('checkbox', { name: 'dépêche à lire.txt café' })).toBeChecked()
    await page.getByRole('button', { name: 'Import as Windows-1252' }).click()
    await expect(page.getByRole('heading', { name: 'dépêche à lire.txt' })).toBeAttached()
    await expect(row(page, 1)).toContainText('Un café – deux')
  }
})

test('an abbreviation is tried, kept, and ends no sentence from then on', async ({ administrator: page, imported }) => {
  const text = ['Il y a zim. Elle part.', 'Il y a zim. Elle reste.']
  await page.goto(await imported(...text))
  await expect(page.getByRole('article')).toHaveCount(5)
  await page.goto('/')
  await page.getByText('New project').click()
  await page.getByLabel('Title').fill('Abbreviations')
  await page.getByRole('button', { name: 'Begin' }).click()
  const project = page.getByRole('region', { name: 'Abbreviations' })
  await project.getByRole('link', { name: 'Settings' }).click()

  await page.getByLabel('Abbreviations that end no sentence').fill('zim')
  await page.getByLabel('Text', { exact: true }).fill(text.join('\n'))
  await page.getByRole('button', { name: 'See what would change' }).click()
  await expect(page.getByText('2 of 2 paragraphs would be cut otherwise.')).toBeInViewport()
  await page.getByRole('button', { name: 'Keep' }).click()
  await expect(page.getByRole('status')).toHaveText('Kept.')
  await expect(page.getByLabel('Abbreviations that end no sentence')).toHaveValue('zim.')

  await page.goto('/')
  await page.getByRole('combobox', { name: 'Project' }).selectOption('Abbreviations')
  await page.getByText('Paste a text instead').click()
  await page.getByLabel('Text', { exact: true }).fill(text.join('\n'))
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('article')).toHaveCount(2)
})
