import { mutated, randomFrom } from './mutate.ts'
import { subjects } from './subjects.ts'

/**
 * Give every reader damaged files: `tsx tests/fuzz/run.ts [files a format] [seed]`. Prints what became of them, and ends with 1 where one
 * was a fault of ours, took two seconds of the processor, or the process has grown beyond 300 MB.
 */

const [count = '5000', seed = '1'] = process.argv.slice(2)
const SLOWEST = 2_000
const LARGEST = 300

const cpuMilliseconds = () => process.cpuUsage().user / 1000

console.log('| reader | files | read | refused | slowest | faults |')
console.log('|---|---:|---:|---:|---:|---:|')
for (const { name, files, attempt } of await subjects()) {
  const random = randomFrom(Number(seed))
  const seen = { read: 0, refused: 0, faults: 0, slowest: 0 }
  for (let at = 0; at < Number(count); at++) {
    const file = mutated(files[at % files.length]!, random)
    const start = cpuMilliseconds()
    try {
      seen[await attempt(file)] += 1
    } catch (error) {
      seen.faults += 1
      if (seen.faults <= 3) console.error(`${name}, file ${at} of seed ${seed}:`, error)
    }
    const took = cpuMilliseconds() - start
    if (took > SLOWEST) console.error(`${name}, file ${at} of seed ${seed}: ${Math.round(took)} ms`)
    seen.slowest = Math.max(seen.slowest, took)
  }
  if (seen.faults > 0 || seen.slowest > SLOWEST) process.exitCode = 1
  console.log(
    `| ${name} | ${count} | ${seen.read} | ${seen.refused} | ${Math.round(seen.slowest)} ms | ${seen.faults} |`,
  )
}
const resident = process.resourceUsage().maxRSS / 1024
console.log(`\nAt most ${Math.round(resident)} MB resident.`)
if (resident > LARGEST) process.exitCode = 1
