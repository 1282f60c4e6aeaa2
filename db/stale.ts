import { sql } from 'drizzle-orm'
import type { Sentence } from '../src/unit.ts'
import type { Database } from './open.ts'
import { visibleTo } from './projects.ts'

const stale = (personId: string) =>
  sql`from segments s join documents d on d.id = s.document_id
    where s.stale = 1 and ${visibleTo(personId, sql`d.project_id`)}`

/** How much of what a person may see is approved and no longer borne out by the glossary. */
export async function countStale(db: Database, personId: string): Promise<number> {
  const { n } = await db.get<{ n: number }>(sql`select count(*) n ${stale(personId)}`)
  return n
}

/** What is approved and the glossary no longer bears out, of what a person may see: document by document, and how many. */
export async function staleFor(
  db: Database,
  personId: string,
  limit: number,
): Promise<{ all: number; segments: Sentence[] }> {
  const segments = await db.all<Sentence>(sql`
    select s.id "segmentId", d.id "documentId", d.name document, s.position, s.source,
      (select r.target from revisions r where r.segment_id = s.id and r.number = s.head) target ${stale(personId)}
    order by d.id, s.position limit ${limit}`)
  return { all: await countStale(db, personId), segments }
}
