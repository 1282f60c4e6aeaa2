import { desc, eq } from 'drizzle-orm'
import type { Database, Statement } from './open.ts'
import { events } from './schema.ts'

export type EventRow = typeof events.$inferSelect
export type NewEvent = typeof events.$inferInsert

/** The statement that says who did what. It fails, and its batch with it, when the operation was done before. */
export const recordEvent = (db: Database, event: NewEvent): Statement => db.insert(events).values(event)

export async function eventOf(db: Database, operationId: string): Promise<EventRow | undefined> {
  return db.select().from(events).where(eq(events.operationId, operationId)).get()
}

/** The number of the newest event: what a page that is being drawn may be said to show. */
export async function newestEvent(db: Database): Promise<number> {
  const newest = await db
    .select({ sequence: events.sequence })
    .from(events)
    .orderBy(desc(events.sequence))
    .limit(1)
    .get()
  return newest?.sequence ?? 0
}
