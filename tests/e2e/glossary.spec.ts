import { look } from './glossary.ts'
import { box, openSegment, row } from './segment.ts'
import { expect, test } from './test.ts'

test('a term selected in the French is proposed, accepted, and asked for', async ({
  administrator,
  person,
  imported,
}) => {
  const address = await imported('Le gyrocoptère décolle.', 'Un gyrocoptère se pose.')
  const translator = await person('translator')
  await translator.goto(address)
  await openSegment(translator, 2)
  await row(translator, 2)
    .locator('.source')
    .evaluate((paragraph) => {
      const range = document.createRange()
      range.setStart(paragraph.firstChild!, 3)
      range.setEnd(paragraph.firstChild!, 14)
      getSelection()!.removeAllRanges()
      getSelection()!.addRange(range)
    })
  await translator.getByText('Propose a term…').click()
  await expect(translator.locator('#propose').getByLabel('French')).toHaveValue('gyrocoptère')
  await translator.locator('#propose').getByLabel('English').fill('autogyro')
  await translator.getByRole('button', { name: 'Propose' }).click()
  await expect(translator.getByText('“gyrocoptère” is proposed.')).toBeVisible()

  await administrator.goto('/glossary/proposals')
  await administrator.getByRole('link', { name: 'Accept as a new concept…' }).click()
  await administrator.getByRole('button', { name: 'See what it would change' }).click()
  await administrator.getByRole('button', { name: 'Put it into force' }).click()
  await expect(administrator.getByRole('heading', { name: 'gyrocoptère' })).toBeVisible()

  await translator.goto(address)
  await openSegment(translator, 3)
  await box(translator, 3).fill('A gyrocopter is landing.')
  await expect(row(translator, 3)).toContainText('expected “autogyro”')
  await translator.goto('/glossary/proposals')
  await expect(translator.getByText('Accepted by Ada as proposed:').first()).toBeVisible()
})

test('a term selected in the English, as typed, is proposed and becomes a term of a concept there is', async ({
  administrator,
  person,
  imported,
}) => {
  const address = await imported('Les forces spéciales ont sauté.')
  const translator = await person('translator')
  await translator.goto(address)
  await openSegment(translator, 2)
  await box(translator, 2).fill('The special forces and their paramarines jumped.')
  await box(translator, 2).evaluate((field: HTMLTextAreaElement) => {
    const start = field.value.indexOf('paramarines')
    field.setSelectionRange(start, start + 'paramarines'.length)
  })
  await translator.getByText('Propose a term…').click()
  await expect(translator.locator('#propose').getByLabel('English')).toHaveValue('paramarines')
  await expect(translator.locator('#propose').getByLabel('French')).toHaveValue('')
  await translator.locator('#propose').getByLabel('French').fill('forces spéciales')
  await translator.getByRole('button', { name: 'Propose' }).click()

  await administrator.goto('/glossary/proposals')
  await administrator.getByRole('link', { name: 'Add to “forces spéciales”…' }).first().click()
  await expect(administrator.getByLabel('Term', { exact: true }).last()).toHaveValue('paramarines')
  await administrator.getByRole('button', { name: 'See what it would change' }).click()
  await administrator.getByRole('button', { name: 'Put it into force' }).click()
  await expect(administrator.getByRole('heading', { name: 'forces spéciales' })).toBeVisible()

  await translator.goto(address)
  await openSegment(translator, 2)
  await box(translator, 2).fill('The paramarines jumped.')
  await expect(translator.getByRole('region', { name: 'Glossary' })).toContainText('rendered')
})

test('a change shows what it would break, and is made', async ({ administrator, imported }) => {
  const address = await imported('Le théodolite est arrivé.')
  await administrator.goto('/glossary/concepts/new')
  await administrator.getByLabel('New term').first().fill('théodolite')
  await administrator.getByLabel('New term').last().fill('theodolite')
  await administrator.getByRole('button', { name: 'See what it would change' }).click()
  await administrator.getByRole('button', { name: 'Put it into force' }).click()

  await administrator.goto(address)
  await openSegment(administrator, 2)
  await box(administrator, 2).fill('The theodolite has arrived.')
  await administrator.keyboard.press('Control+Enter')
  await expect(row(administrator, 2)).toContainText('waiting for review')

  await administrator.goto('/glossary?q=theodolite')
  await administrator.getByRole('link', { name: 'théodolite' }).click()
  await expect(administrator.getByText('rendered 1 (100%)')).toBeVisible()
  await administrator.getByLabel('Term', { exact: true }).last().fill('surveying instrument')
  await administrator.getByRole('button', { name: 'See what it would change' }).click()
  await expect(administrator.getByText('1 would no longer meet the glossary')).toBeVisible()
  await expect(administrator.locator('.sentences del')).toHaveText(/theodolite$/u)
  await administrator.getByRole('button', { name: 'Put it into force', exact: true }).click()
  await expect(administrator.getByText('missing 1 (100%)')).toBeVisible()
})

test('a change writes the texts that are chosen, with the keyboard alone', async ({ administrator, imported }) => {
  await administrator.goto('/glossary/imports')
  await look(administrator, 'a.csv', 'fr,en\nsextant,sextant\n')
  await administrator.getByRole('button', { name: 'Put it into force' }).click()
  await expect(administrator).toHaveURL('/glossary')
  const address = await imported('Le sextant est <b>là</b>.')
  await administrator.goto(address)
  await openSegment(administrator, 2)
  await box(administrator, 2).fill('The sextant is <1>there</1>.')
  await administrator.keyboard.press('Control+Enter')
  await expect(row(administrator, 2)).toContainText('waiting for review')

  await administrator.goto('/glossary/concepts/sextant')
  await administrator.getByLabel('Term', { exact: true }).nth(1).fill('angle finder')
  await administrator.keyboard.press('Enter')
  await administrator.getByLabel('Take it').focus()
  await administrator.keyboard.press('Space')
  await administrator.getByRole('button', { name: 'Put it into force', exact: true }).focus()
  await administrator.keyboard.press('Enter')
  await expect(administrator.getByText('1 text was written anew')).toBeVisible()
  await administrator.goto(address)
  await expect(row(administrator, 2)).toContainText(/The angle finder is \d?there/u)
  await expect(row(administrator, 2)).toContainText('waiting for review')
})

test('a table of another tool is corrected, and taken', async ({ administrator }) => {
  await administrator.goto('/glossary/imports')
  await look(administrator, 'theirs.csv', 'A;B;C\nwidget;machin;never so\n')
  await administrator.getByLabel('Column 1').selectOption('terms: English')
  await administrator.getByLabel('Column 2').selectOption('terms: French')
  await administrator.getByLabel('The first row names the columns').check()
  await administrator.getByRole('button', { name: 'Read it so' }).click()
  await expect(administrator.getByText('1 concept would be new')).toBeVisible()
  await administrator.getByRole('button', { name: 'Put it into force' }).click()
  await expect(administrator).toHaveURL('/glossary')
  await administrator.goto('/glossary?q=machin')
  await expect(administrator.getByRole('link', { name: 'machin', exact: true })).toBeVisible()
})
