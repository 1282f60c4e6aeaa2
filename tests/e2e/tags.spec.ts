import type { Page } from '@playwright/test'
import { box, openSegment, row } from './segment.ts'
import { expect, test } from './test.ts'

const SOURCE = 'Le **Groupe de Minsk** se réunit<br>lundi.'

const chip = (page: Page, number: number) =>
  row(page, 2)
    .locator('.chips')
    .getByRole('button', { name: `Insert tag ${number}` })

const inSource = (page: Page, number: number) =>
  row(page, 2)
    .locator('.source')
    .getByRole('button', { name: `tag ${number}` })

async function opened(page: Page, document: string, text: string): Promise<void> {
  await page.goto(document)
  await openSegment(page, 2)
  await page.keyboard.type(text)
  await expect(row(page, 2).getByText(/^Error: Tags? of the source/)).toBeVisible()
}

/** Select words in the box as a mouse or Shift and the arrows do. */
const select = (page: Page, words: string) =>
  box(page, 2).evaluate((element, words) => {
    const area = element as HTMLTextAreaElement
    const start = area.value.indexOf(words)
    area.setSelectionRange(start, start + words.length)
  }, words)

test('missing tags are inserted by key, and are no more missing', async ({ person, imported, expectedErrors }) => {
  expectedErrors.push(/409/)
  const page = await person('translator')
  await opened(page, await imported(SOURCE), 'The Minsk Group meets')
  await expect(row(page, 2).getByText('Tags of the source are missing: 1, 2.')).toBeVisible()

  await test.step('without them it is not handed over, and nothing is lost', async () => {
    await page.keyboard.press('Control+Enter')
    await expect(row(page, 2).getByRole('alert').first()).toContainText('missing or torn apart')
    await expect(box(page, 2)).toHaveValue('The Minsk Group meets')
  })

  await test.step('F8 puts a pair around what is selected', async () => {
    await select(page, 'Minsk Group')
    await page.keyboard.press('F8')
    await expect(box(page, 2)).toHaveValue('The <1>Minsk Group</1> meets')
    await expect(chip(page, 1)).toHaveCount(0)
    await expect(row(page, 2).getByText('A tag of the source is missing: 2.')).toBeVisible()
  })

  await test.step('then the next, where the caret is; and one undo takes it back', async () => {
    await page.keyboard.press('Control+End')
    await page.keyboard.press('F8')
    await expect(box(page, 2)).toHaveValue('The <1>Minsk Group</1> meets<2/>')
    await page.keyboard.press('Control+z')
    await expect(box(page, 2)).toHaveValue('The <1>Minsk Group</1> meets')
    await page.keyboard.press('F8')
  })

  await test.step('with them it is handed over', async () => {
    await page.keyboard.type(' on Monday.')
    await expect(row(page, 2).locator('.chips')).toHaveCount(0)
    await page.keyboard.press('Control+Enter')
    await expect(row(page, 2)).toContainText('waiting for review')
  })
})

test('without a selection the caret stands inside the pair', async ({ person, imported }) => {
  const page = await person('translator')
  await opened(page, await imported(SOURCE), 'The ')
  await page.keyboard.press('F8')
  await page.keyboard.type('Minsk Group')
  await expect(box(page, 2)).toHaveValue('The <1>Minsk Group</1>')
})

test('a click on a tag of the source, or on its chip, inserts it too; one that is there is only shown', async ({
  person,
  imported,
}) => {
  const page = await person('translator')
  await opened(page, await imported(SOURCE), 'The Minsk Group meets')
  await select(page, 'Minsk Group')
  await inSource(page, 1).first().click()
  await expect(box(page, 2)).toHaveValue('The <1>Minsk Group</1> meets')
  await expect(box(page, 2)).toBeFocused()
  await expect(inSource(page, 1)).toHaveCount(0)
  await page.keyboard.press('Control+End')
  await chip(page, 2).click()
  await expect(box(page, 2)).toHaveValue('The <1>Minsk Group</1> meets<2/>')
  await expect(inSource(page, 2)).toHaveCount(0)
})

test('who only reads is offered no tag', async ({ person, imported }) => {
  const page = await person('exporter')
  await page.goto(`${await imported(SOURCE)}?at=2`)
  await expect(row(page, 2)).toContainText('Not translated yet')
  await expect(row(page, 2).getByRole('button', { name: /tag/ })).toHaveCount(0)
})
