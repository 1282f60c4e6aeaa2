import { desc, type SQL, sql } from 'drizzle-orm'
import type { Database, Statement } from './open.ts'
import { glossaryVersions } from './schema.ts'

export type GlossaryVersionRow = typeof glossaryVersions.$inferSelect

/** The version in force: the newest. */
export const VERSION_IN_FORCE = sql<number>`(select max(id) from glossary_versions)`

/** A condition: this is the version in force; 0 while there is none. */
export const versionIs = (id: number): SQL => sql`coalesce(${VERSION_IN_FORCE}, 0) = ${id}`

export async function versionInForce(db: Database): Promise<GlossaryVersionRow | undefined> {
  return db.select().from(glossaryVersions).orderBy(desc(glossaryVersions.id)).limit(1).get()
}

export const addVersion = (db: Database, version: typeof glossaryVersions.$inferInsert): Statement =>
  db.insert(glossaryVersions).values(version)
