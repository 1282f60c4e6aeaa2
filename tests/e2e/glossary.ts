import type { Page, Response } from '@playwright/test'

/** Give the import page a file, and look at what it would change. */
export async function look(page: Page, name: string, text: string): Promise<Response> {
  await page.getByLabel('File').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: 'Look at it' }).click()
  return answer
}
