import { randomUUID } from 'node:crypto'
import { conceptHeads } from '../../db/concepts.ts'
import { addVersion, versionInForce } from '../../db/glossaryVersions.ts'
import type { Database } from '../../db/open.ts'
import { ENGINE_VERSION } from '../../glossary/judge.ts'
import { adoptGlossary } from './adoptGlossary.ts'
import { curatedGlossary } from './curated.ts'
import { type Desk, glossaryOf } from './desk.ts'
import { judgeAnew } from './judgeAnew.ts'
import { perform } from './perform.ts'
import { refresh } from './refresh.ts'

/** The desk over a database: its own glossary, or the curated one where it has none yet. What was left unjudged is judged. */
export async function openDesk(db: Database): Promise<Desk> {
  const heads = await conceptHeads(db)
  if (heads.length === 0) return adoptGlossary(db, await curatedGlossary())
  const current = (await versionInForce(db))!
  if (current.engine !== ENGINE_VERSION) {
    const { termbase } = current
    const version = addVersion(db, { termbase, engine: ENGINE_VERSION, at: new Date() })
    await perform(db, { operationId: randomUUID(), act: 'adopt' }, [version])
  }
  const desk: Desk = { db, ...glossaryOf([], 0) }
  await refresh(desk)
  await judgeAnew(desk)
  return desk
}
