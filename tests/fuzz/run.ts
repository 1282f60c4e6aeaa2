import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Fuzzed, Progress } from './reader.ts'
import { subjects } from './subjects.ts'

/**
 * Give every reader damaged files: `tsx tests/fuzz/run.ts [files a format] [seed] [reader]`. Each reader has a process of its own; a file
 * that ends it, or keeps it busy, is said with its number, and the next process goes on behind it. Ends with 1 where one was a fault of
 * ours, took two seconds of the processor, or a process has grown beyond 300 MB.
 */

const [count = '5000', seed = '1', only = ''] = process.argv.slice(2)
const READER = fileURLToPath(new URL('reader.ts', import.meta.url))
/** Milliseconds of the processor. */
const SLOWEST = 2_000
/** Megabytes resident, with the files it damages and all that makes them. */
const LARGEST = 300
/** Milliseconds on a clock for one file, on a machine that does much else. */
const PATIENCE = 60_000
const HEAP = ['--max-old-space-size=160', '--max-semi-space-size=8', '--import', 'tsx']

/** Damaged files from one number on, until the last or the one that ends the process. */
async function fuzz(name: string, from: number): Promise<Fuzzed & { at: number; ended: boolean }> {
  const child = fork(READER, [name, seed, String(from), count], { execArgv: HEAP })
  let last: Progress = { at: from, read: 0, refused: 0, faults: 0, slowest: 0, megabytes: 0 }
  let timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
  child.on('message', (progress: Progress) => {
    last = progress
    clearTimeout(timer)
    timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
  })
  const [code] = await once(child, 'close')
  clearTimeout(timer)
  return { ...last, ended: code === 0 }
}

console.log('| reader | files | read | refused | slowest | most memory | faults |')
console.log('|---|---:|---:|---:|---:|---:|---:|')
for (const { name } of await subjects()) {
  if (!name.includes(only)) continue
  const all = { read: 0, refused: 0, faults: 0, slowest: 0, megabytes: 0 }
  for (let from = 0; from < Number(count); ) {
    const { at, ended, ...seen } = await fuzz(name, from)
    all.read += seen.read
    all.refused += seen.refused
    all.faults += seen.faults + (ended ? 0 : 1)
    all.slowest = Math.max(all.slowest, seen.slowest)
    all.megabytes = Math.max(all.megabytes, seen.megabytes)
    if (!ended) console.error(`${name}, file ${at} of seed ${seed}: it ended the process`)
    from = ended ? Number(count) : at + 1
  }
  if (all.faults > 0 || all.slowest > SLOWEST || all.megabytes > LARGEST) process.exitCode = 1
  const { read, refused, faults, slowest, megabytes } = all
  console.log(`| ${name} | ${count} | ${read} | ${refused} | ${slowest} ms | ${megabytes} MB | ${faults} |`)
}
