import { spawn } from 'node:child_process'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { tmx } from '../../src/formats/tmx.ts'
import { decodeStream } from '../../src/text/decode.ts'
import type { Unit } from '../../src/unit.ts'
import { median } from './timing.ts'
import { secondsOfXmllint } from './xmllint.ts'

/**
 * What it costs to read a memory and to write one, beside what xmllint needs to look through the same file, each in a process
 * of its own: time of the processor, which a busy machine changes little. A million units, near a gigabyte, with `--full`.
 */

const LANGUAGES = { source: 'fr', target: 'en' }
const SELF = fileURLToPath(import.meta.url)

interface Cost {
  seconds: number
  /** The most that was ever resident. */
  megabytes: number
}

/** Sentences of a newspaper as a desk keeps them; one in eight has markup, one in four was approved. */
function* units(count: number): Generator<Unit> {
  for (let at = 1; at <= count; at++) {
    const marked = at % 8 === 0
    const [open, close] = marked ? ['<1>', '</1>'] : ['', '']
    yield {
      source: `À l’issue de la ${at}e rencontre, le ${open}Groupe de Minsk${close} a rappelé que la ligne de contact resterait sous surveillance.`,
      target: `After meeting no. ${at}, the ${open}Minsk Group${close} recalled that the line of contact would remain under observation.`,
      state: at % 4 === 0 ? 'approved' : 'translated',
      id: `article-${at}`,
      document: 'R&D & négociations.md',
      position: at,
      author: 'zoe@example.org',
      changedAt: new Date(Date.UTC(2026, 0) + at * 1000),
      ...(marked && { codes: [{ number: 1, open: '<b>', close: '</b>' }] }),
    }
  }
}

/** What a process of its own is asked to do. */
const ACTS: Readonly<Record<string, (file: string, count: number) => Promise<void>>> = {
  async read(file, count) {
    let read = 0
    for await (const _ of tmx.read(decodeStream(createReadStream(file)), LANGUAGES)) read += 1
    if (read !== count) throw new Error(`${read} units read of ${count}`)
  },
  async write(file, count) {
    await pipeline(Readable.from(tmx.write(units(count), LANGUAGES)), createWriteStream(file))
  },
}

async function costOf(act: string, file: string, count: number): Promise<Cost> {
  const child = spawn(process.execPath, ['--import', 'tsx', SELF, act, file, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(await text(child.stdout)) as Cost
}

async function compare(folder: string, count: number, runs: number): Promise<void> {
  const [file, copy] = [join(folder, `${count}.tmx`), join(folder, 'copy.tmx')]
  await ACTS['write']!(file, count)
  const [looked, read, written]: [number[], Cost[], Cost[]] = [[], [], []]
  for (let run = 0; run < runs; run++) {
    looked.push(await secondsOfXmllint(file))
    read.push(await costOf('read', file, count))
    written.push(await costOf('write', copy, count))
  }
  const reference = median(looked)
  const shown = (costs: readonly Cost[]) => {
    const seconds = median(costs.map(({ seconds }) => seconds))
    const megabytes = Math.max(...costs.map(({ megabytes }) => megabytes))
    return `${seconds.toFixed(2)} s | ${(seconds / reference).toFixed(2)} × | ${megabytes.toFixed(0)} MB`
  }
  const size = (await stat(file)).size / 1e6
  console.log(
    `| ${count.toLocaleString('en')} | ${size.toFixed(0)} MB | ${reference.toFixed(2)} s | ${shown(read)} | ${shown(written)} |`,
  )
}

const [act = '', file = '', count = ''] = process.argv.slice(2)
const asked = ACTS[act]
if (asked) {
  const start = process.cpuUsage()
  await asked(file, Number(count))
  const { user, system } = process.cpuUsage(start)
  const seconds = (user + system) / 1e6
  console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024 }))
} else {
  console.log('| units | file | xmllint --stream | file → units | ratio | peak | units → file | ratio | peak |')
  console.log('|---:|---:|---:|---:|---:|---:|---:|---:|---:|')
  const folder = await mkdtemp(join(tmpdir(), 'visavis-bench-'))
  try {
    await compare(folder, 10_000, 5)
    await compare(folder, 100_000, 3)
    if (act === '--full') await compare(folder, 1_000_000, 1)
  } finally {
    await rm(folder, { recursive: true })
  }
}
