import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { memoriesIn } from '../../db/memories.ts'
import { open, openToRead } from '../../db/open.ts'
import { openDesk } from '../../src/desk/openDesk.ts'

const PROGRAM = fileURLToPath(new URL('bringing.ts', import.meta.url))

/** What stood in the database after an import was killed: before the next start as anybody reads it, and behind it. */
export interface Killed {
  /** Whether the import had said it was done. */
  done: boolean
  /** Memories somebody would have seen, by their units, and units that lay there. */
  seen: number[]
  lying: number
  /** The same once the desk has been opened again, and what SQLite finds wrong with the file. */
  kept: number[]
  left: number
  faults: string[]
}

/** When an import is killed: so many milliseconds after it has said that so many units came, or as soon as it is done. */
export interface Moment {
  units: number
  delay: number
}

/** Bring a file into a database, and kill the process that does it. */
export async function killedImport(database: string, file: string, { units, delay }: Moment): Promise<Killed> {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, database, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  let done = false
  for await (const line of createInterface(child.stdout)) {
    done = line === 'there'
    if (done || Number(line) >= units) break
  }
  await setTimeout(done ? 0 : delay)
  child.kill('SIGKILL')
  await closed

  const reading = await openToRead(`file:${database}`)
  const seen = (await memoriesIn(reading.db, 1)).map(({ units }) => units)
  const lying = await unitsLying(reading.db)
  await reading.close()

  const { db, close } = await open(`file:${database}`)
  await openDesk(db)
  const kept = (await memoriesIn(db, 1)).map(({ units }) => units)
  const left = await unitsLying(db)
  const { rows } = await db.$client.execute('pragma integrity_check')
  await close()
  const faults = rows.map((row) => String(row[0])).filter((words) => words !== 'ok')
  return { done, seen, lying, kept, left, faults }
}

const unitsLying = async (db: Awaited<ReturnType<typeof open>>['db']) =>
  Number((await db.$client.execute('select count(*) from memory_units')).rows[0]![0])

/** What is wrong with that, in words; nothing where an import is whole or absent, and nothing lies about. */
export function wrongWith({ done, seen, kept, left, faults }: Killed, units: number): string[] {
  const isWhole = seen.length === 1 && seen[0] === units
  return [
    ...(done && !isWhole ? ['it was done, and is not there'] : []),
    ...(seen.length > 0 && !isWhole ? [`a half of it is seen: ${seen.join(', ')} units`] : []),
    ...(kept.join() === seen.join() ? [] : ['the next start has changed what is seen']),
    ...(left === (isWhole ? units : 0) ? [] : [`${left} units lie about`]),
    ...faults,
  ]
}
