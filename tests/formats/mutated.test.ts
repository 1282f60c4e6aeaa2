import { describe, expect, test } from 'vitest'
import { mutated, randomFrom } from '../fuzz/mutate.ts'
import { subjects } from '../fuzz/subjects.ts'

/** A sample of what `tests/fuzz/run.ts` does at length: the same files on every run. */
const FILES = 150

describe('damaged files are read or refused in words', async () => {
  test.each(await subjects())('$name', async ({ files, attempt }) => {
    const random = randomFrom(20_261_125)
    const outcomes = new Set<string>()
    for (let at = 0; at < FILES; at++) outcomes.add(await attempt(mutated(files[at % files.length]!, random)))
    expect(outcomes).toContain('read')
  })
})
