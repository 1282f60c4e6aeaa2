import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readSecret } from '../../src/people/secret.ts'

test('the secret is made once, long, and for its owner’s eyes only', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'data', 'secret')

  const secret = await readSecret(file)

  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readSecret(file)).toBe(secret)
})
