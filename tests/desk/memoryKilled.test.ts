import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeLargeTmx } from '../bench/largeTmx.ts'
import { killedImport, wrongWith } from './killed.ts'

const UNITS = 30_000

/** Milliseconds into the import; the last one is let go on to its end. */
const DELAYS = [40, 270, 510, 60_000]

test('an import killed at any moment is whole or absent, and the next one works', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-killed-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'large.tmx')
  await writeLargeTmx(file, UNITS)
  const database = join(folder, 'desk.db')

  let lying = 0
  for (const delay of DELAYS) {
    const killed = await killedImport(database, file, delay)
    expect.soft(wrongWith(killed, UNITS), `killed after ${delay} ms`).toEqual([])
    if (killed.done) break
    lying += killed.lying
  }
  expect(lying, 'no kill struck an import half way').toBeGreaterThan(0)
})

test.each([
  ['half of it seen', { done: false, seen: [10], lying: 10, kept: [10], left: 10, faults: [] }],
  ['lost after it was done', { done: true, seen: [], lying: 0, kept: [], left: 0, faults: [] }],
  ['left lying about', { done: false, seen: [], lying: 10, kept: [], left: 10, faults: [] }],
  ['a broken file', { done: false, seen: [], lying: 0, kept: [], left: 0, faults: ['malformed'] }],
])('the judge of that sees %s', (_, killed) => {
  expect(wrongWith(killed, 20)).not.toEqual([])
})
