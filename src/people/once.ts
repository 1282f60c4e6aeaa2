import { eventOf, recordEvent } from '../../db/events.ts'
import { type Database, type Statement, write } from '../../db/open.ts'

/** Who asks, nobody for the command, and the id their request carries, so that a repetition has no second effect. */
export interface Request {
  by: string | null
  operationId: string
}

export const byCommand = (): Request => ({ by: null, operationId: crypto.randomUUID() })

/** Change who may do what, as one write. False, and nothing done, when this very request did it before. */
export async function once(
  db: Database,
  request: Request,
  statements: readonly Statement[],
  projectId: number | null = null,
): Promise<boolean> {
  try {
    await write(db, [recordEvent(db, { ...request, act: 'member', projectId, at: new Date() }), ...statements])
    return true
  } catch (error) {
    const done = await eventOf(db, request.operationId)
    if (done?.act === 'member' && done.by === request.by) return false
    throw error
  }
}
