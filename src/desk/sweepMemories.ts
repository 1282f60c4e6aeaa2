import { setImmediate } from 'node:timers/promises'
import { deleteMemory, dropComing, firstRemoved } from '../../db/memories.ts'
import { sweepUnits } from '../../db/memoryUnits.ts'
import { type Database, write } from '../../db/open.ts'

/** Units swept at once; between two slices others have their turn. */
const SLICE = 2000
/** Of several processes at one database another may be bringing a memory in. Silent for so long, in milliseconds, it is not. */
const SILENCE = 60 * 60 * 1000

const running = new WeakMap<Database, Promise<void>>()

/** Sweep the rows of memories nobody sees any more. Cut short, it is taken up at the next start. */
export function sweepMemories(db: Database): Promise<void> {
  const before = running.get(db) ?? Promise.resolve()
  const run = before.catch(() => undefined).then(() => sweepAll(db))
  running.set(db, run)
  return run
}

/** The same at a start, with what was on its way in when the desk stopped. */
export async function sweepAbandoned(db: Database): Promise<void> {
  const isAlone = db.$client.protocol === 'file'
  await write(db, [dropComing(db, isAlone ? undefined : new Date(Date.now() - SILENCE))])
  await sweepMemories(db)
}

async function sweepAll(db: Database): Promise<void> {
  while (!db.$client.closed) {
    const id = await firstRemoved(db)
    if (id === undefined) return
    const [swept] = await write(db, [sweepUnits(id, SLICE)])
    if (swept!.rowsAffected === 0) await write(db, [deleteMemory(db, id)])
    await setImmediate()
  }
}
