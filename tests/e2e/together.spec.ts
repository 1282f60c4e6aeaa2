import { box, openSegment, row, saved } from './segment.ts'
import { expect, test } from './test.ts'

test.beforeEach(({ expectedErrors }) => {
  expectedErrors.push(/409/)
})

for (const { choice, kept, revision } of [
  { choice: 'Keep mine, on top of theirs', kept: 'It rains.', revision: '2' },
  { choice: 'Take theirs', kept: 'It is raining.', revision: '1' },
]) {
  test(`two people in one segment both see both texts: ${choice}`, async ({ person, imported }) => {
    const document = await imported('Il pleut.')
    const [first, second] = [await person('translator'), await person('translator')]
    for (const page of [first, second]) {
      await page.goto(document)
      await openSegment(page, 2)
    }
    await first.keyboard.type('It is raining.')
    await expect(saved(first, 2)).toHaveText('Saved')
    await second.keyboard.type('It rains.')
    await expect(row(second, 2)).toContainText('Somebody else has written here since you began.')
    await expect(row(second, 2).getByRole('blockquote')).toHaveText('It is raining.')
    await expect(box(second, 2)).toHaveValue('It rains.')
    await expect(saved(second, 2)).toHaveText('Not saved yet')

    await row(second, 2).getByRole('button', { name: choice }).click()
    await expect(box(second, 2)).toHaveValue(kept)
    await expect(saved(second, 2)).toHaveText('Saved')
    await expect(row(second, 2).locator('input[name=revision]')).toHaveValue(revision)
    await first.reload()
    await expect(row(first, 2)).toContainText(kept)
  })
}

test('after taking theirs, one’s own text is one undo away', async ({ person, imported }) => {
  const document = await imported('Il pleut.')
  const [first, second] = [await person('translator'), await person('translator')]
  for (const page of [first, second]) {
    await page.goto(document)
    await openSegment(page, 2)
  }
  await first.keyboard.type('It is raining.')
  await expect(saved(first, 2)).toHaveText('Saved')
  await second.keyboard.type('It rains.')
  await row(second, 2).getByRole('button', { name: 'Take theirs' }).click()
  await expect(box(second, 2)).toHaveValue('It is raining.')
  await second.keyboard.press('Control+z')
  await expect(box(second, 2)).toHaveValue('It rains.')
})

test('a change taken back is not brought back over somebody’s newer text', async ({ person, imported }) => {
  const document = await imported('Il pleut.')
  const [first, second] = [await person('translator'), await person('translator')]
  await second.goto(document)
  await openSegment(second, 2)
  await second.keyboard.type('It rains.')
  await expect(saved(second, 2)).toHaveText('Saved')
  await second.keyboard.type('!')
  await second.keyboard.press('Backspace')
  await expect(saved(second, 2)).toHaveText('Saved')
  await first.goto(document)
  await openSegment(first, 2)
  await box(first, 2).fill('It is raining.')
  await expect(saved(first, 2)).toHaveText('Saved')
  await second.reload()
  await openSegment(second, 2)
  await expect(box(second, 2)).toHaveValue('It is raining.')
})
