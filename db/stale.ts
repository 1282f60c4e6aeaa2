import { sql } from 'drizzle-orm'
import type { Sentence } from '../src/unit.ts'
import type { Database } from './open.ts'
import { visibleTo } from './projects.ts'

/** What is approved and the glossary no longer bears out, of what a person may see: document by document, and how many. */
export async function staleFor(
  db: Database,
  personId: string,
  limit: number,
): Promise<{ all: number; segments: Sentence[] }> {
  const stale = sql`from segments s join documents d on d.id = s.document_id
    join revisions r on r.segment_id = s.id and r.number = s.head
    where s.stale = 1 and ${visibleTo(personId, sql`d.project_id`)}`
  const { all } = await db.get<{ all: number }>(sql`select count(*) "all" ${stale}`)
  const segments = await db.all<Sentence>(sql`
    select s.id "segmentId", d.id "documentId", d.name document, s.position, s.source, r.target ${stale}
    order by d.id, s.position limit ${limit}`)
  return { all, segments }
}
