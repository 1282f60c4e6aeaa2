import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { memoriesIn } from '../../db/memories.ts'
import { unitsOfMemory } from '../../db/memoryUnits.ts'
import { type Database, open, write } from '../../db/open.ts'
import { addMembership, addUser } from '../../db/people.ts'
import type { ProjectRow } from '../../db/projects.ts'
import { findSegment, segmentsAfter } from '../../db/segments.ts'
import { addProject } from '../../src/desk/addProject.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { importDocument } from '../../src/desk/importDocument.ts'
import { importMemory } from '../../src/desk/importMemory.ts'
import { openDesk } from '../../src/desk/openDesk.ts'
import { saveTarget } from '../../src/desk/saveTarget.ts'
import { sweepMemories } from '../../src/desk/sweepMemories.ts'
import { tmx } from '../../src/formats/tmx.ts'
import { LANGUAGES } from '../glossary/concepts.ts'
import { writeLargeTmx } from './largeTmx.ts'
import { median } from './timing.ts'
import { secondsOfXmllint } from './xmllint.ts'

/**
 * What it costs to bring a TMX into the database and to give it back, beside what xmllint needs to look through the same file: time
 * of the processor, each in a process of its own. How long somebody waits who saves a text every 20 milliseconds meanwhile is
 * measured by the clock. A million units, half a gigabyte, with `--full`.
 */

const SELF = fileURLToPath(import.meta.url)

interface Cost {
  /** Of the processor. */
  seconds: number
  /** The most that was ever resident. */
  megabytes: number
  /** Milliseconds the slowest save took. */
  slowest?: number
}

type Act = (at: { desk: Desk; project: ProjectRow; file: string }) => Promise<Partial<Cost>>

const bring: Act = async ({ desk, project, file }) => {
  const { size } = await stat(file)
  const operationId = randomUUID()
  const name = 'bench.tmx'
  await importMemory(desk, { project, name, format: tmx, file: createReadStream(file), size, by: null, operationId })
  return {}
}

/** What a process of its own is asked to do. */
const ACTS: Readonly<Record<string, Act>> = {
  bring,

  async 'give back'({ desk: { db }, project, file }) {
    const [memory] = await memoriesIn(db, project.id)
    const units = tmx.write(unitsOfMemory(db, memory!), LANGUAGES)
    await pipeline(Readable.from(units), createWriteStream(`${file}.back`))
    return {}
  },

  async 'bring while others save'({ desk, project, file }) {
    await forget(desk.db)
    const save = await translator(desk, project)
    // The first ones compile the glossary, and everything else.
    for (let warm = 0; warm < 100; warm++) await save()
    let going = true
    let slowest = 0
    const saving = (async () => {
      while (going) {
        slowest = Math.max(slowest, await save())
        await setTimeout(20)
      }
    })()
    await bring({ desk, project, file })
    going = false
    await saving
    return { slowest }
  },

  async sweep({ desk: { db } }) {
    await forget(db)
    return {}
  },
}

async function forget(db: Database) {
  await db.$client.execute(`update memories set state = 'removed'`)
  await sweepMemories(db)
}

/** A translator's next save: how many milliseconds it takes. */
async function translator(desk: Desk, project: ProjectRow): Promise<() => Promise<number>> {
  const bytes = new TextEncoder().encode('Aucune date n’a encore été fixée.\n'.repeat(200))
  const { id } = await importDocument(desk, { project, name: 'a.txt', bytes, by: null, operationId: randomUUID() })
  const segments = await segmentsAfter(desk.db, id, { show: 'all' }, 0, 200)
  let saves = 0
  return async () => {
    const segmentId = segments[saves++ % segments.length]!.id
    const start = performance.now()
    const { head: base } = (await findSegment(desk.db, segmentId, 'writer'))!
    const target = `No date has been set yet (${saves}).`
    await saveTarget(desk, { segmentId, base, target, by: 'writer', operationId: randomUUID() })
    return performance.now() - start
  }
}

async function work(act: Act, database: string, file: string): Promise<void> {
  const { db, close } = await open(`file:${database}`)
  const desk = await openDesk(db)
  const project = await addProject(desk, { name: 'Bench', languages: LANGUAGES, by: null, operationId: 'bench' })
  await write(db, [
    addUser(db, { id: 'writer', name: 'Writer', email: 'writer@desk.example' }, new Date()),
    addMembership(db, 'writer@desk.example', 'translator', project.id),
  ])
  const start = process.cpuUsage()
  const found = await act({ desk, project, file })
  const { user, system } = process.cpuUsage(start)
  await close()
  const megabytes = process.resourceUsage().maxRSS / 1024
  console.log(JSON.stringify({ seconds: (user + system) / 1e6, megabytes, ...found } satisfies Cost))
}

async function costOf(act: string, database: string, file: string): Promise<Cost> {
  const child = spawn(process.execPath, ['--import', 'tsx', SELF, act, database, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(await text(child.stdout)) as Cost
}

async function compare(folder: string, count: number, runs: number): Promise<void> {
  const file = join(folder, `${count}.tmx`)
  const size = await writeLargeTmx(file, count)
  const [looked, brought, given, swept, slowest]: [number[], Cost[], Cost[], Cost[], number[]] = [[], [], [], [], []]
  for (let run = 0; run < runs; run++) {
    const database = join(folder, `${count}-${run}.db`)
    looked.push(await secondsOfXmllint(file))
    brought.push(await costOf('bring', database, file))
    given.push(await costOf('give back', database, file))
    slowest.push((await costOf('bring while others save', database, file)).slowest!)
    swept.push(await costOf('sweep', database, file))
    for (const rest of ['', '-wal', '-shm']) await rm(database + rest, { force: true })
  }
  const reference = median(looked)
  const shown = (costs: readonly Cost[]) => {
    const seconds = median(costs.map(({ seconds }) => seconds))
    const megabytes = Math.max(...costs.map(({ megabytes }) => megabytes))
    return `${seconds.toFixed(2)} s | ${(seconds / reference).toFixed(1)} × | ${megabytes.toFixed(0)} MB`
  }
  console.log(
    `| ${count.toLocaleString('en')} | ${(size / 1e6).toFixed(0)} MB | ${reference.toFixed(2)} s | ${shown(brought)} | ${shown(given)} | ${median(swept.map(({ seconds }) => seconds)).toFixed(2)} s | ${median(slowest).toFixed(0)} ms |`,
  )
}

const [act = '', database = '', file = ''] = process.argv.slice(2)
const asked = ACTS[act]
if (asked) await work(asked, database, file)
else {
  console.log(
    '| units | file | xmllint --stream | file → database | ratio | peak | database → file | ratio | peak | swept | slowest save |',
  )
  console.log('|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|')
  const folder = await mkdtemp(join(tmpdir(), 'visavis-bench-'))
  try {
    await compare(folder, 10_000, 5)
    await compare(folder, 100_000, 3)
    if (act === '--full') await compare(folder, 1_000_000, 1)
  } finally {
    await rm(folder, { recursive: true })
  }
}
