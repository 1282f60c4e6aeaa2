import { createHash } from 'node:crypto'
import { addAbortSignal, Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { eventOf } from '../../db/events.ts'
import { onlyIf } from '../../db/guard.ts'
import {
  beginMemory,
  completeMemory,
  dropMemory,
  type Growth,
  growMemory,
  type MemoryRow,
  memoryIs,
  memoryOf,
  memoryWith,
} from '../../db/memories.ts'
import { addUnits, storedUnit } from '../../db/memoryUnits.ts'
import { type Database, write } from '../../db/open.ts'
import type { ProjectRow } from '../../db/projects.ts'
import { CalledOff, Conflict, FormatError, Invalid } from '../errors.ts'
import type { BilingualReader } from '../formats/format.ts'
import { decodeStream } from '../text/decode.ts'
import { isKeepable, kept } from '../text/kept.ts'
import type { Unit } from '../unit.ts'
import type { Desk } from './desk.ts'
import { advance, perform } from './perform.ts'
import { sweepMemories } from './sweepMemories.ts'

export interface MemoryImport {
  project: ProjectRow
  /** Of the file. */
  name: string
  format: BilingualReader
  file: AsyncIterable<Uint8Array>
  /** Bytes the file has, where that is known before it has come. */
  size?: number | undefined
  /** Nobody, when the command does it. */
  by: string | null
  operationId: string
  /** Calls it off. */
  signal?: AbortSignal | undefined
  /** Told now and then how far it is. */
  onGrowth?(growth: Growth): void
}

/** Written at once: so many units, or so many bytes of them, whichever comes first. Others wait that long for their turn. */
const SLICE = { units: 2000, bytes: 1024 * 1024 }
/** UTF-16 units of a unit with all that is said of it. Nobody translates that much in one piece. */
const LONGEST_UNIT = 1_000_000

/**
 * Keep the units of a bilingual file as a memory, as they come, in slices that nobody sees until all have come. It is there
 * whole or not at all: what is left of one that fails or is called off is swept.
 * @throws Conflict when the project has this very file, or it was called off. @throws Invalid when it cannot be read, or no
 * unit of it is in the project's languages.
 */
export async function importMemory(desk: Desk, { file, onGrowth, ...wanted }: MemoryImport): Promise<MemoryRow> {
  const { db } = desk
  const { project, by, operationId, signal } = wanted
  const arriving = new Arriving(signal === undefined ? file : addAbortSignal(signal, Readable.from(file)))

  if ((await eventOf(db, operationId)) !== undefined) return broughtBefore(db, operationId, arriving)
  const id = await begun(db, wanted)
  try {
    const growth = await taken(db, id, arriving, wanted, onGrowth)
    const sha256 = arriving.sha256()
    const known = await memoryWith(db, project.id, sha256)
    if (known !== undefined) throw new Conflict((m) => m.desk.alreadyThere(wanted.name, known.name))
    const event = { operationId, act: 'remember' as const, by, projectId: project.id, memoryId: id }
    const complete = completeMemory(db, id, growth, sha256, new Date())
    await perform(db, event, [onlyIf(memoryIs(id, 'coming')), complete], (m) => m.memories.cancelled)
  } catch (error) {
    await write(db, [dropMemory(db, id, 'coming')])
    await sweepMemories(db)
    throw signal?.aborted ? new CalledOff((m) => m.memories.cancelled) : error
  }
  return (await memoryOf(db, operationId))!
}

/** A file on its way in: its bytes as they pass, how many they were, and what they come to. */
class Arriving {
  bytes = 0
  readonly #file: AsyncIterable<Uint8Array>
  readonly #hash = createHash('sha256')

  constructor(file: AsyncIterable<Uint8Array>) {
    this.#file = file
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#file) {
      this.#hash.update(chunk)
      this.bytes += chunk.length
      yield chunk
    }
  }

  /** Once, when all bytes have passed. */
  sha256(): string {
    return this.#hash.digest('hex')
  }
}

/** What a request repeated brings again is there already, if it is the same. */
async function broughtBefore(db: Database, operationId: string, arriving: Arriving): Promise<MemoryRow> {
  for await (const _ of arriving.chunks());
  const known = await memoryOf(db, operationId)
  if (known?.sha256 !== arriving.sha256()) throw new Conflict((m) => m.desk.doneBefore)
  return known
}

type Wanted = Omit<MemoryImport, 'file' | 'onGrowth'>

async function begun(db: Database, { project, name, format, size, by, operationId }: Wanted): Promise<number> {
  const memory = {
    projectId: project.id,
    name: kept(name),
    format: format.id,
    source: project.source,
    target: project.target,
    size,
    operationId,
    importedBy: by,
  }
  await advance(db, [beginMemory(db, memory, new Date())])
  return (await memoryOf(db, operationId))!.id
}

/** Read the file to its end and write what it holds, slice by slice; between two of them others have their turn. */
async function taken(
  db: Database,
  id: number,
  arriving: Arriving,
  { project, name, format }: Wanted,
  onGrowth?: (growth: Growth) => void,
): Promise<Growth> {
  const growth = { bytes: 0, units: 0, passedOver: 0 }
  const units = format.read(decodeStream(arriving.chunks()), project, () => {
    growth.passedOver += 1
  })
  for await (const slice of slices(units)) {
    const behind = growth.units
    growth.units += slice.count
    growth.bytes = arriving.bytes
    await advance(db, [addUnits(id, behind, slice.json), growMemory(db, id, growth, new Date())])
    onGrowth?.(growth)
    await setImmediate()
  }
  if (growth.units === 0) throw new Invalid((m) => m.memories.nothing(name, project.source, project.target))
  return { ...growth, bytes: arriving.bytes }
}

/** Units as the database takes them, as many as are written at once, and how many. The bytes are the next slice's afterwards. */
async function* slices(units: AsyncIterable<Unit>): AsyncGenerator<{ count: number; json: Uint8Array }> {
  // Strings that wait for their slice would outlive the young garbage, and the process would grow by half.
  const bytes = Buffer.allocUnsafe(SLICE.bytes + 3 * LONGEST_UNIT)
  let count = 0
  let end = 0
  for await (const unit of units) {
    end += bytes.write(count === 0 ? '[' : ',', end)
    end += bytes.write(keepable(unit), end)
    count += 1
    if (count < SLICE.units && end < SLICE.bytes) continue
    end += bytes.write(']', end)
    yield { count, json: bytes.subarray(0, end) }
    count = end = 0
  }
  if (count === 0) return
  end += bytes.write(']', end)
  yield { count, json: bytes.subarray(0, end) }
}

/** @throws FormatError where the database cannot keep the unit. What is said of it is JSON, which hides what a text may not have. */
function keepable(unit: Unit): string {
  const { source, target, line } = unit
  if (!isKeepable(source) || !isKeepable(target)) throw new FormatError((m) => m.desk.brokenCharacters, line)
  const stored = JSON.stringify(storedUnit(unit))
  if (stored.length > LONGEST_UNIT) throw new FormatError((m) => m.desk.tooLong(LONGEST_UNIT), line)
  return stored
}
