import { and, eq, isNull, sql } from 'drizzle-orm'
import type { LedgerKey } from './ledgers.ts'
import type { Database, Statement } from './open.ts'
import { approvals, rejections } from './schema.ts'

/** Sign a revision off under its newest verdict. The database refuses one that may not stand, and moves the segment's state with it. */
export const addApproval = (db: Database, judged: LedgerKey, by: string, at: Date): Statement =>
  db.insert(approvals).values({
    ...judged,
    ledgerId: sql`(select ledger_id from segments where id = ${judged.segmentId})`,
    by,
    at,
  })

/** Take the standing approval of a segment back: it waits for review again. */
export const withdrawApproval = (db: Database, segmentId: number, withdrawnBy: string, withdrawnAt: Date): Statement =>
  db
    .update(approvals)
    .set({ withdrawnBy, withdrawnAt })
    .where(and(eq(approvals.segmentId, segmentId), isNull(approvals.withdrawnAt)))

export const addRejection = (db: Database, rejection: typeof rejections.$inferInsert): Statement =>
  db.insert(rejections).values(rejection)
