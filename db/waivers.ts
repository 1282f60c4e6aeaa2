import { asc, eq, sql } from 'drizzle-orm'
import type { Database, Statement } from './open.ts'
import { user, waivers } from './schema.ts'

/** What was asked to be excepted in a segment, by whom, and what became of it. */
export type WaiverRow = typeof waivers.$inferSelect & { askedByName: string }

/** Every waiver ever asked for in these segments, oldest first, by segment. */
export async function waiversIn(db: Database, segmentIds: readonly number[]): Promise<Map<number, WaiverRow[]>> {
  const rows = await db
    .select({ waiver: waivers, askedByName: user.name })
    .from(waivers)
    .innerJoin(user, eq(user.id, waivers.askedBy))
    .where(sql`${waivers.segmentId} in (select value from json_each(${JSON.stringify(segmentIds)}))`)
    .orderBy(asc(waivers.id))
  const found = new Map<number, WaiverRow[]>()
  for (const { waiver, askedByName } of rows) {
    const its = found.get(waiver.segmentId) ?? []
    its.push({ ...waiver, askedByName })
    found.set(waiver.segmentId, its)
  }
  return found
}

export async function findWaiver(db: Database, id: number): Promise<typeof waivers.$inferSelect | undefined> {
  return db.select().from(waivers).where(eq(waivers.id, id)).get()
}

export type NewWaiver = Omit<typeof waivers.$inferInsert, 'id' | 'granted' | 'decidedBy' | 'decidedAt' | 'answer'>

/** Ask for a waiver. The database refuses one on an older text, or asked for twice. */
export const askForWaiver = (db: Database, waiver: NewWaiver): Statement => db.insert(waivers).values(waiver)

export interface Decision {
  granted: boolean
  decidedBy: string
  decidedAt: Date
  answer: string | null
}

/** Grant or refuse a waiver. The database refuses a second decision, and a grant by somebody who wrote the text. */
export const decideOnWaiver = (db: Database, id: number, decision: Decision): Statement =>
  db.update(waivers).set(decision).where(eq(waivers.id, id))
