import { desc, sql } from 'drizzle-orm'
import type { Database, Statement } from './open.ts'
import { glossaryVersions } from './schema.ts'

export type GlossaryVersionRow = typeof glossaryVersions.$inferSelect

/** The version in force: the newest. */
export const VERSION_IN_FORCE = sql<number>`(select max(id) from glossary_versions)`

export async function versionInForce(db: Database): Promise<GlossaryVersionRow | undefined> {
  return db.select().from(glossaryVersions).orderBy(desc(glossaryVersions.id)).limit(1).get()
}

export const addVersion = (db: Database, version: typeof glossaryVersions.$inferInsert): Statement =>
  db.insert(glossaryVersions).values(version)
