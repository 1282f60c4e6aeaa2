import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Attacked } from '../fuzz/attacked.ts'
import { ATTACKS } from '../fuzz/attacks.ts'

const PROGRAM = fileURLToPath(new URL('../fuzz/attacked.ts', import.meta.url))

/** Milliseconds of the processor. */
const LONGEST = 2_000
/** Megabytes resident, with all the program itself is. */
const MOST = 300
/** Megabytes of objects: a reader that needs more dies, so that none gets away with a heap that was merely left to grow. */
const HEAP = ['--max-old-space-size=190', '--max-semi-space-size=8', '--expose-gc']

/** Files given to one process: what it keeps of one counts for the next. */
const AT_ONCE = 8

/** What became of every file made against a reader, in processes of their own. */
async function attacked(kind: string, ending: string, names: readonly string[]): Promise<Attacked[]> {
  const all: Attacked[] = []
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const some = names.slice(at, at + AT_ONCE)
    const child = spawn(process.execPath, [...HEAP, '--import', 'tsx', PROGRAM, kind, ending, ...some], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    for await (const line of createInterface(child.stdout)) all.push(JSON.parse(line) as Attacked)
  }
  return all
}

const READERS = Object.entries(ATTACKS).flatMap(([kind, readers]) =>
  Object.keys(readers).map((ending) => [kind, ending] as const),
)

describe.each(READERS)('%s in .%s', (kind, ending) => {
  test('made to do harm are read, or refused in words', { timeout: 300_000 }, async () => {
    const names = ATTACKS[kind]![ending]!.map(({ name }) => name)
    const all = await attacked(kind, ending, names)
    expect(all.map(({ name }) => name)).toEqual(names)
    for (const { name, outcome, milliseconds, megabytes } of all) {
      expect.soft(outcome, name).toMatch(/^(?:read$|refused: [^\n]+\.$)/u)
      expect.soft(milliseconds, `milliseconds of “${name}”`).toBeLessThan(LONGEST)
      expect.soft(megabytes, `megabytes at “${name}”`).toBeLessThan(MOST)
    }
  })
})
