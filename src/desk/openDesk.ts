import { conceptHeads } from '../../db/concepts.ts'
import type { Database } from '../../db/open.ts'
import { adoptGlossary } from './adoptGlossary.ts'
import { curatedGlossary } from './curated.ts'
import type { Desk } from './desk.ts'
import { handOverImported } from './handOverImported.ts'
import { sweepAbandoned } from './sweepMemories.ts'

/**
 * The desk over a database: its own glossary, or the curated one where it has none yet. What was left unjudged is judged, and
 * what was left of memories that never came in whole is swept, and what bilingual documents say is done is handed over.
 */
export async function openDesk(db: Database): Promise<Desk> {
  await sweepAbandoned(db)
  const heads = await conceptHeads(db)
  const own = heads.flatMap(({ entry }) => entry ?? [])
  const desk = await adoptGlossary(db, heads.length === 0 ? await curatedGlossary() : own)
  await handOverImported(desk)
  return desk
}
