import { sql } from 'drizzle-orm'
import { NotFound } from '../src/errors.ts'
import type { State, Unit } from '../src/unit.ts'
import type { MemoryRow } from './memories.ts'
import type { Database, Statement } from './open.ts'

/** The fields of a unit that are moments. */
type Moment = { [Name in keyof Unit]-?: NonNullable<Unit[Name]> extends Date ? Name : never }[keyof Unit]

/** What a unit says beside its texts and its state. Moments are milliseconds, which cost a tenth of what dates in words do. */
type More = Omit<Unit, 'source' | 'target' | 'state' | 'line' | Moment> & { [Name in Moment]?: number }

/** A unit as JSON carries it to the database. Where it stood in its file is nothing of its own. */
export type StoredUnit = readonly [source: string, target: string, state: State, more: More | null]

export function storedUnit({ source, target, state, line: _, ...said }: Unit): StoredUnit {
  const { createdAt, changedAt, approvedAt, ...beside } = said
  const more: More = beside
  if (createdAt) more.createdAt = createdAt.getTime()
  if (changedAt) more.changedAt = changedAt.getTime()
  if (approvedAt) more.approvedAt = approvedAt.getTime()
  return [source, target, state, Object.keys(more).length === 0 ? null : more]
}

function readUnit([source, target, state, more]: StoredUnit): Unit {
  if (more === null) return { source, target, state }
  const { createdAt, changedAt, approvedAt, ...beside } = more
  const unit: Unit = { source, target, state, ...beside }
  if (createdAt !== undefined) unit.createdAt = new Date(createdAt)
  if (changedAt !== undefined) unit.changedAt = new Date(changedAt)
  if (approvedAt !== undefined) unit.approvedAt = new Date(approvedAt)
  return unit
}

/** Add units to a memory on its way in, behind those it has. `units` is a list of stored ones, as the bytes of its JSON. */
export const addUnits = (memoryId: number, after: number, units: Uint8Array): Statement =>
  sql`insert into memory_units (memory_id, position, source, target, state, more)
    select ${memoryId}, ${after} + 1 + key, value ->> 0, value ->> 1, value ->> 2, value ->> 3
    from json_each(cast(${units} as text))`

/**
 * A memory's units in the order of its file, read a page at a time so that it never stands in memory whole.
 * @throws NotFound when somebody removes it meanwhile: what was read is not all of it.
 */
export async function* unitsOfMemory(
  db: Database,
  { id, units }: Pick<MemoryRow, 'id' | 'units'>,
  pageSize = 500,
): AsyncGenerator<Unit> {
  for (let after = 0; after < units; after += pageSize) {
    const page = await unitsAfter(db, id, after, pageSize)
    if (page.length < Math.min(pageSize, units - after)) throw new NotFound()
    for (const stored of page) yield readUnit(stored)
  }
}

/** One row of JSON comes out of the driver in a third of the time of as many rows as there are units. */
async function unitsAfter(db: Database, id: number, after: number, limit: number): Promise<StoredUnit[]> {
  const { page } = await db.get<{ page: string }>(sql`
    select json_group_array(json_array(source, target, state, json(more)) order by position) page from memory_units
    where memory_id = ${id} and position > ${after} and position <= ${after + limit}
      and exists (select 1 from memories where id = ${id} and state = 'there')`)
  return JSON.parse(page)
}

/** Sweep some units of a memory that is removed. None is touched where there are none left. */
export const sweepUnits = (memoryId: number, most: number): Statement =>
  sql`delete from memory_units where memory_id = ${memoryId} and position in
    (select position from memory_units where memory_id = ${memoryId} order by position limit ${most})`
