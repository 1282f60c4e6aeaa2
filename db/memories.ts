import { and, asc, desc, eq, lt, ne, type SQL, sql } from 'drizzle-orm'
import type { LanguagePair } from '../src/unit.ts'
import type { Database, Statement } from './open.ts'
import { visibleTo } from './projects.ts'
import { memories, projects, user } from './schema.ts'

/** A memory with its project and with who brought it. */
export type MemoryRow = Omit<typeof memories.$inferSelect, 'source' | 'target'> & {
  project: string
  languages: LanguagePair
  broughtBy: string | null
}

const found = {
  id: memories.id,
  projectId: memories.projectId,
  name: memories.name,
  format: memories.format,
  state: memories.state,
  size: memories.size,
  bytes: memories.bytes,
  units: memories.units,
  passedOver: memories.passedOver,
  sha256: memories.sha256,
  operationId: memories.operationId,
  importedBy: memories.importedBy,
  begunAt: memories.begunAt,
  importedAt: memories.importedAt,
  project: projects.name,
  languages: { source: memories.source, target: memories.target },
  broughtBy: user.name,
}

const memoriesWhere = (db: Database, condition: SQL | undefined) =>
  db
    .select(found)
    .from(memories)
    .innerJoin(projects, eq(projects.id, memories.projectId))
    .leftJoin(user, eq(user.id, memories.importedBy))
    .where(condition)

const there = eq(memories.state, 'there')

/** A project's memories in the order they came. One that is not whole is not among them. */
export async function memoriesIn(db: Database, projectId: number): Promise<MemoryRow[]> {
  return memoriesWhere(db, and(eq(memories.projectId, projectId), there)).orderBy(asc(memories.id))
}

/** What is on its way into a project. */
export async function memoriesComing(db: Database, projectId: number): Promise<MemoryRow[]> {
  return memoriesWhere(db, and(eq(memories.projectId, projectId), eq(memories.state, 'coming'))).orderBy(
    desc(memories.id),
  )
}

/** A memory the person may see, be it there or on its way in. */
export async function findMemory(db: Database, id: number, personId: string): Promise<MemoryRow | undefined> {
  const visible = visibleTo(personId, memories.projectId)
  return memoriesWhere(db, and(eq(memories.id, id), ne(memories.state, 'removed'), visible)).get()
}

export async function memoryById(db: Database, id: number): Promise<MemoryRow | undefined> {
  return memoriesWhere(db, and(eq(memories.id, id), there)).get()
}

/** Names are those of files: several memories may have one. */
export async function memoriesNamed(db: Database, name: string): Promise<MemoryRow[]> {
  return memoriesWhere(db, and(eq(memories.name, name), there)).orderBy(asc(memories.id))
}

/** The memory of a file with exactly these bytes, if the project has it already. */
export async function memoryWith(db: Database, projectId: number, sha256: string): Promise<MemoryRow | undefined> {
  return memoriesWhere(db, and(eq(memories.projectId, projectId), eq(memories.sha256, sha256), there)).get()
}

/** The memory an operation has brought or is bringing in. */
export async function memoryOf(db: Database, operationId: string): Promise<MemoryRow | undefined> {
  return memoriesWhere(db, and(eq(memories.operationId, operationId), ne(memories.state, 'removed'))).get()
}

export type NewMemory = Pick<
  typeof memories.$inferInsert,
  'projectId' | 'name' | 'format' | 'source' | 'target' | 'size' | 'operationId' | 'importedBy'
>

/** Begin a memory nobody sees. It fails where the same operation has brought one or is bringing it. */
export const beginMemory = (db: Database, memory: NewMemory, at: Date): Statement =>
  db.insert(memories).values({ ...memory, begunAt: at, importedAt: at })

/** How far a memory on its way in has come. */
export interface Growth {
  bytes: number
  units: number
  passedOver: number
}

export const growMemory = (db: Database, id: number, growth: Growth, at: Date): Statement =>
  db
    .update(memories)
    .set({ ...growth, importedAt: at })
    .where(eq(memories.id, id))

/** The switch after which everybody sees it. It fails where the project has a file with these bytes. */
export const completeMemory = (db: Database, id: number, growth: Growth, sha256: string, at: Date): Statement =>
  db
    .update(memories)
    .set({ ...growth, sha256, state: 'there', importedAt: at })
    .where(eq(memories.id, id))

/** Nobody sees it from here on, and nothing more can come into it. One in another state stays as it is. */
export const dropMemory = (db: Database, id: number, state: MemoryRow['state']): Statement =>
  db
    .update(memories)
    .set({ state: 'removed' })
    .where(and(eq(memories.id, id), eq(memories.state, state)))

/** The same for those on their way in: all of them, or those not heard of since a moment. */
export const dropComing = (db: Database, since?: Date): Statement =>
  db
    .update(memories)
    .set({ state: 'removed' })
    .where(and(eq(memories.state, 'coming'), since && lt(memories.importedAt, since)))

/** A condition: the memory is in this state. */
export const memoryIs = (id: number, state: MemoryRow['state']): SQL =>
  sql`exists (select 1 from memories where id = ${id} and state = ${state})`

/** The first memory that is removed, and whose rows are still to be swept. */
export async function firstRemoved(db: Database): Promise<number | undefined> {
  const row = await db
    .select({ id: memories.id })
    .from(memories)
    .where(eq(memories.state, 'removed'))
    .orderBy(asc(memories.id))
    .limit(1)
    .get()
  return row?.id
}

export const deleteMemory = (db: Database, id: number): Statement => db.delete(memories).where(eq(memories.id, id))
