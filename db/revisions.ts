import type { Database, Statement } from './open.ts'
import { revisions } from './schema.ts'

/** Append a text to a segment. Fails, and its batch with it, unless `number` is the next one. */
export const appendRevision = (db: Database, revision: typeof revisions.$inferInsert): Statement =>
  db.insert(revisions).values(revision)
