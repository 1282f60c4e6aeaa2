import { mutated, randomFrom } from './mutate.ts'
import { subjects } from './subjects.ts'

/** A program that gives one reader damaged files, and tells whoever started it of each before it begins: `reader.ts NAME SEED FROM TO`. */

/** What became of files so far. */
export interface Fuzzed {
  read: number
  refused: number
  faults: number
  /** Milliseconds of the processor. */
  slowest: number
  /** The most that was resident. */
  megabytes: number
}

/** The same, and the number of the file that comes next. */
export interface Progress extends Fuzzed {
  at: number
}

const [name, seed = '1', from = '0', to = '0'] = process.argv.slice(2)
const { files, attempt } = (await subjects(name))[0]!
const SLOW = 2_000

const seen: Fuzzed = { read: 0, refused: 0, faults: 0, slowest: 0, megabytes: 0 }
for (let at = Number(from); at < Number(to); at++) {
  process.send?.({ ...seen, at } satisfies Progress)
  // Each file has a seed of its own: one that is looked into needs none of those before it.
  const file = mutated(files[at % files.length]!, randomFrom(Number(seed) * 1_000_003 + at))
  const start = process.cpuUsage()
  try {
    seen[await attempt(file)] += 1
  } catch (error) {
    seen.faults += 1
    if (seen.faults <= 3) console.error(`${name}, file ${at} of seed ${seed}:`, error)
  }
  const { user, system } = process.cpuUsage(start)
  const took = Math.round((user + system) / 1000)
  if (took > SLOW) console.error(`${name}, file ${at} of seed ${seed}: ${took} ms`)
  seen.slowest = Math.max(seen.slowest, took)
  seen.megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
}
process.send?.({ ...seen, at: Number(to) } satisfies Progress, () => process.disconnect())
