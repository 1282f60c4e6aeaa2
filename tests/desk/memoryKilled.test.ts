import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeLargeTmx } from '../bench/largeTmx.ts'
import { killedImport, type Moment, wrongWith } from './killed.ts'

const UNITS = 30_000

/** The last one is let go on to its end. */
const MOMENTS: readonly Moment[] = [
  { units: 0, delay: 3 },
  { units: 4_000, delay: 0 },
  { units: 10_000, delay: 11 },
  { units: Infinity, delay: 0 },
]

test('an import killed at any moment is whole or absent, and the next one works', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-killed-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'large.tmx')
  await writeLargeTmx(file, UNITS)
  const database = join(folder, 'desk.db')

  let lying = 0
  for (const moment of MOMENTS) {
    const killed = await killedImport(database, file, moment)
    expect.soft(wrongWith(killed, UNITS), `killed at ${moment.units} units`).toEqual([])
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
