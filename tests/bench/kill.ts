import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killedImport, wrongWith } from '../desk/killed.ts'
import { writeLargeTmx } from './largeTmx.ts'

/** Imports killed at random moments, as many as `--runs` says. It ends with 1 as soon as one is neither whole nor absent. */

const { values } = parseArgs({ options: { runs: { type: 'string', default: '50' } } })
const UNITS = 20_000
/** Milliseconds in which a slice is read and written. */
const SLICE = 60

const folder = await mkdtemp(join(tmpdir(), 'visavis-kill-'))
const file = join(folder, 'large.tmx')
await writeLargeTmx(file, UNITS)
let halves = 0
let wholes = 0
for (let run = 1; run <= Number(values.runs); run++) {
  const database = join(folder, `${run % 2}.db`)
  const moment = { units: Math.floor(Math.random() * 1.1 * UNITS), delay: Math.random() * SLICE }
  const killed = await killedImport(database, file, moment)
  const wrong = wrongWith(killed, UNITS)
  if (wrong.length > 0) {
    console.error(`run ${run}: ${wrong.join('; ')}`)
    process.exit(1)
  }
  if (killed.done || killed.seen.length > 0) {
    wholes += 1
    for (const rest of ['', '-wal', '-shm']) await rm(database + rest, { force: true })
  } else if (killed.lying > 0) halves += 1
}
console.log(
  `${values.runs} kills: ${halves} half way, of which nothing is left, ${wholes} behind the end, of which nothing is lost`,
)
await rm(folder, { recursive: true })
