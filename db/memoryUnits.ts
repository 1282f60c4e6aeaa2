import { sql } from 'drizzle-orm'
import { NotFound } from '../src/errors.ts'
import type { Unit } from '../src/unit.ts'
import type { MemoryRow } from './memories.ts'
import type { Database, Statement } from './open.ts'
import { memoryUnits } from './schema.ts'

/** What a unit says beside its texts and its state, and where it stood in its file. */
type More = Omit<Unit, 'source' | 'target' | 'state' | 'line'>

/** A unit as JSON carries it to the database. */
export type StoredUnit = readonly [source: string, target: string, state: string, more: More | null]

export function storedUnit({ source, target, state, line: _, ...more }: Unit): StoredUnit {
  return [source, target, state, Object.keys(more).length === 0 ? null : more]
}

/** Add units to a memory on its way in, behind those it has. `units` is a list of stored ones, as JSON. */
export const addUnits = (memoryId: number, after: number, units: string): Statement =>
  sql`insert into memory_units (memory_id, position, source, target, state, more)
    select ${memoryId}, ${after} + 1 + key, value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(${units})`

/**
 * A memory's units in the order of its file, read a page at a time so that it never stands in memory whole.
 * @throws NotFound when somebody removes it meanwhile: what was read is not all of it.
 */
export async function* unitsOfMemory(
  db: Database,
  { id, units }: Pick<MemoryRow, 'id' | 'units'>,
  pageSize = 1000,
): AsyncGenerator<Unit> {
  const page = db
    .select({
      position: memoryUnits.position,
      source: memoryUnits.source,
      target: memoryUnits.target,
      state: memoryUnits.state,
      more: memoryUnits.more,
    })
    .from(memoryUnits)
    .where(
      sql`memory_id = ${id} and position > ${sql.placeholder('after')}
        and exists (select 1 from memories where id = ${id} and state = 'there')`,
    )
    .orderBy(memoryUnits.position)
    .limit(pageSize)
    .prepare()

  for (let after = 0; after < units; ) {
    const rows = await page.all({ after })
    if (rows.length === 0) throw new NotFound()
    for (const { source, target, state, more } of rows) yield { source, target, state, ...readMore(more) }
    after = rows.at(-1)!.position
  }
}

/** JSON has no dates. */
function readMore(more: string | null): More {
  if (more === null) return {}
  const { changedAt, approvedAt, ...rest }: More = JSON.parse(more)
  return {
    ...rest,
    ...(changedAt && { changedAt: new Date(changedAt) }),
    ...(approvedAt && { approvedAt: new Date(approvedAt) }),
  }
}

/** Sweep some units of a memory that is removed. None is touched where there are none left. */
export const sweepUnits = (memoryId: number, most: number): Statement =>
  sql`delete from memory_units where memory_id = ${memoryId} and position in
    (select position from memory_units where memory_id = ${memoryId} order by position limit ${most})`
