import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { box, openSegment, row, saved } from './segment.ts'
import { accept, acceptFirst, expect, invitation, test } from './test.ts'

const TEXT = `Le Groupe de Minsk se réunit lundi.
Les forces spéciales s’entraînent. Il pleut depuis hier.`

async function downloaded(page: Page, format: string): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByText('Export', { exact: true }).click()
  await page.getByRole('radio', { name: format, exact: true }).check()
  await page.getByRole('button', { name: 'Download' }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  await page.getByText('Export', { exact: true }).click()
  return text
}

test('a text goes from paper to TMX: imported, translated, reviewed, exported', async ({
  newDesk,
  visitor,
  expectedErrors,
}) => {
  test.setTimeout(120_000)
  const administrator = await visitor({ baseURL: newDesk.url })
  const sample = administrator.getByRole('region', { name: 'South Caucasus desk' })

  await test.step('the first start shows every state of work', async () => {
    await acceptFirst(administrator, newDesk.welcome)
    await expect(sample.getByRole('listitem')).toHaveCount(3)
    await expect(sample.getByText('1 blocked by the glossary')).toBeVisible()
    const shares = await sample.getByRole('img').evaluateAll((bars) => bars.map((bar) => bar.ariaLabel))
    for (const state of ['approved', 'waiting for review', 'drafts?', 'untouched'])
      expect(shares.join()).toMatch(new RegExp(`[1-9]\\d* ${state}`))
  })

  await test.step('the link of the first start works once', async () => {
    expectedErrors.push(/404/)
    const stranger = await visitor({ baseURL: newDesk.url })
    await stranger.goto(newDesk.welcome)
    await expect(stranger.getByRole('alert')).toContainText('This link has been used or has expired.')
    await expect(stranger.getByLabel('Password')).toHaveCount(0)
  })

  await test.step('a file is imported once', async () => {
    expectedErrors.push(/422/)
    const file = {
      name: 'brève.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from('# Brève\n\nIl neige à **Bakou**.'),
    }
    for (const [name, alert] of [[file.name], ['copie.md', '“copie.md” is there already, as “brève.md”.']] as const) {
      await administrator.goto('/')
      await administrator.getByLabel(/^Drop files here/).setInputFiles({ ...file, name })
      await administrator.getByRole('button', { name: 'Import' }).click()
      if (alert === undefined) await expect(administrator.getByRole('heading', { name })).toBeAttached()
      else await expect(administrator.getByRole('alert')).toHaveText(alert)
    }
  })

  await test.step('a text is pasted', async () => {
    await administrator.goto('/')
    await administrator.getByText('Paste a text instead').click()
    await administrator.getByLabel('Name').fill('Dépêche')
    await administrator.getByLabel('Text').fill(TEXT)
    await administrator.getByRole('button', { name: 'Import' }).click()
    await expect(administrator.getByRole('heading', { name: 'Dépêche.txt' })).toBeAttached()
    await expect(administrator.getByRole('article')).toHaveCount(3)
  })

  const document = administrator.url()
  const colleague = async (name: string, role: 'translator' | 'reviewer') => {
    const page = await visitor({ baseURL: newDesk.url })
    await accept(page, await invitation(administrator, name, role))
    await page.goto(document)
    return page
  }
  const translator = await colleague('First Translator', 'translator')

  await test.step('a missing term keeps a segment from review, and its text in the box', async () => {
    expectedErrors.push(/409/)
    await expect(row(translator, 1)).toContainText('Le Groupe de Minsk se réunit lundi.')
    await openSegment(translator, 1)
    await translator.keyboard.type('The Minsk Club meets on Monday.')
    await expect(row(translator, 1).getByRole('status').first()).toContainText(
      'expected “Minsk Group” for “Groupe de Minsk”',
    )
    await translator.keyboard.press('Control+Enter')
    await expect(row(translator, 1).getByRole('alert').first()).toContainText('The glossary is not met yet')
    await expect(box(translator, 1)).toHaveValue('The Minsk Club meets on Monday.')
    await expect(saved(translator, 1)).toHaveText('Saved')
    await translator.reload()
    await expect(row(translator, 1)).toContainText('The Minsk Club meets on Monday.')
  })

  await test.step('the term goes in by key, and the segment to review', async () => {
    await openSegment(translator, 1)
    await box(translator, 1).fill('The  meets on Monday.')
    await translator.keyboard.press('Home')
    for (const _ of 'The ') await translator.keyboard.press('ArrowRight')
    await translator.keyboard.press('Alt+1')
    await expect(box(translator, 1)).toHaveValue('The Minsk Group meets on Monday.')
    await expect(row(translator, 1).getByRole('status').first()).toHaveText('1 term rendered')
    await translator.keyboard.press('Control+Enter')
    await expect(box(translator, 2)).toBeFocused()
    await translator.keyboard.type('Special forces are training.')
    await translator.keyboard.press('Control+Enter')
    await expect(box(translator, 3)).toBeFocused()
    await translator.keyboard.type('It has rained since yesterday.')
    await translator.keyboard.press('Control+Enter')
    await expect(translator.getByRole('img', { name: '0 approved, 3 waiting for review' })).toBeVisible()
  })

  await test.step('nobody is offered to approve their own work', async () => {
    await openSegment(translator, 1)
    await expect(row(translator, 1).getByRole('button', { name: 'Hand over' })).toBeVisible()
    await expect(row(translator, 1).getByRole('button', { name: 'Approve' })).toHaveCount(0)
    await translator.keyboard.press('Escape')
  })

  const reviewer = await colleague('First Reviewer', 'reviewer')

  await test.step('a reviewer approves one by key and sends the next back with a reason', async () => {
    await row(reviewer, 1).getByRole('link').click()
    await expect(row(reviewer, 1).getByRole('button', { name: 'Approve' })).toBeVisible()
    await reviewer.keyboard.press('Control+Enter')
    await expect(row(reviewer, 1)).toContainText('approved')
    await row(reviewer, 2).getByText('Send back…').click()
    await row(reviewer, 2).getByLabel('What should be mended').fill('They train at night.')
    await row(reviewer, 2).getByRole('button', { name: 'Send back' }).click()
    await expect(reviewer.getByRole('img', { name: '1 approved, 1 waiting for review, 1 draft' })).toBeVisible()
  })

  await test.step('the translator reads the reason and mends it', async () => {
    await translator.reload()
    await openSegment(translator, 2)
    await expect(row(translator, 2)).toContainText('Sent back: They train at night.')
    await box(translator, 2).fill('Special forces are training at night.')
    await translator.keyboard.press('Control+Enter')
    await expect(row(translator, 2)).toContainText('waiting for review')
  })

  await test.step('what is clean is approved at once, and progress says so', async () => {
    await reviewer.goto(document)
    await reviewer.getByRole('button', { name: 'Approve all that is clean' }).click()
    await expect(reviewer.getByRole('status').filter({ hasText: '2 segments approved.' })).toBeVisible()
    await expect(reviewer.getByText('3 of 3 approved')).toBeVisible()
  })

  await test.step('the approved text is in the downloads', async () => {
    await administrator.goto(document)
    const tmx = await downloaded(administrator, 'TMX – translation memory')
    expect(tmx).toContain('<tmx version="1.4"')
    expect(tmx).toContain('Special forces are training at night.')
    const csv = await downloaded(administrator, 'CSV for spreadsheets')
    expect(csv).toMatch(/Le Groupe de Minsk se réunit lundi\..*The Minsk Group meets on Monday\./)
  })

  await test.step('a filter is an address', async () => {
    await administrator.goto('/')
    await administrator.getByRole('link', { name: 'formation-logistique-otan.txt' }).click()
    await administrator.getByRole('link', { name: /^Blocked by glossary/ }).click()
    await expect(administrator.getByRole('article')).toHaveCount(1)
    await expect(administrator.getByRole('article')).toContainText('blocked by the glossary')
    const again = await visitor({ baseURL: newDesk.url, storageState: await administrator.context().storageState() })
    await again.goto(administrator.url())
    await expect(again.getByRole('article')).toHaveCount(1)
    await expect(again.getByRole('link', { name: /^Blocked by glossary/ })).toHaveAttribute('aria-current', 'page')
  })
})

test('a file dropped on the form is imported', async ({ person }) => {
  const page = await person('translator')
  await page.goto('/')
  const files = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['Il neige à Erevan.'], 'lâché.txt'))
    return transfer
  })
  await page.getByText(/^Drop files here/).dispatchEvent('drop', { dataTransfer: files })
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByRole('heading', { name: 'lâché.txt' })).toBeAttached()
})
