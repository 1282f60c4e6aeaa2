import { eventOf } from '../../db/events.ts'
import { onlyIf } from '../../db/guard.ts'
import { dropMemory, findMemory, type MemoryRow, memoryIs } from '../../db/memories.ts'
import { rolesOf } from '../../db/people.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { may, type Role } from '../unit.ts'
import type { Desk } from './desk.ts'
import { perform, type Request } from './perform.ts'
import { sweepMemories } from './sweepMemories.ts'

export interface Removal extends Request {
  memoryId: number
}

/** Others may rely on a memory: an administrator removes it, or who brought it and is a translator still. */
export const mayRemove = (roles: readonly Role[], personId: string, { importedBy }: Pick<MemoryRow, 'importedBy'>) =>
  roles.includes('administrator') || (importedBy === personId && may(roles, 'translator'))

/**
 * Take a memory away, or call off one on its way in. Nobody sees it from here on; its rows are swept meanwhile.
 * @returns the project it was in.
 */
export async function removeMemory(desk: Desk, { memoryId, by, operationId }: Removal): Promise<number> {
  const { db } = desk
  const done = await eventOf(db, operationId)
  if (done?.act === 'forget' && done.by === by && done.memoryId === memoryId) return done.projectId!
  const memory = await findMemory(db, memoryId, by)
  if (memory === undefined) throw new NotFound()
  const { projectId, state } = memory
  if (!mayRemove(await rolesOf(db, by, projectId), by, memory)) throw new Forbidden((m) => m.memories.notYours)

  const event = { operationId, act: 'forget' as const, by, projectId, memoryId }
  const statements = [onlyIf(memoryIs(memoryId, state)), dropMemory(db, memoryId, state)]
  await perform(db, event, statements, (m) => (state === 'coming' ? m.memories.arrived : m.memories.gone))
  sweepMemories(db).catch(console.error)
  return projectId
}
