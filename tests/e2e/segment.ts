import { expect, type Locator, type Page } from '@playwright/test'

/** A row of the desk as whoever works in it finds its parts. */
export const row = (page: Page, position: number): Locator => page.getByLabel(`Segment ${position}`, { exact: true })

export const box = (page: Page, position: number): Locator =>
  page.getByLabel(`English, segment ${position}`, { exact: true })

/** The word that says whether what stands in the box is kept. */
export const saved = (page: Page, position: number): Locator => row(page, position).locator('output')

/** Open a segment by its number, to write in it. */
export async function openSegment(page: Page, position: number): Promise<void> {
  await row(page, position).getByRole('link').click()
  await expect(box(page, position)).toBeFocused()
}
