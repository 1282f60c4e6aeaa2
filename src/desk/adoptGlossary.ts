import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { conceptHeads } from '../../db/concepts.ts'
import { versionInForce } from '../../db/glossaryVersions.ts'
import type { Database } from '../../db/open.ts'
import type { Concept } from '../../glossary/concept.ts'
import { ENGINE_VERSION } from '../../glossary/judge.ts'
import { type Change, changeConcepts } from './changeConcepts.ts'
import { type Desk, glossaryOf } from './desk.ts'
import { judgeAnew } from './judgeAnew.ts'

/**
 * Bring the glossary to exactly these concepts, and judge by it whatever was written under an older one: approved segments
 * it no longer bears out become stale. Nothing happens when it is in force already; an adoption cut short is taken up again.
 */
export async function adoptGlossary(db: Database, concepts: readonly Concept[]): Promise<Desk> {
  const heads = await conceptHeads(db)
  const wanted = new Map(concepts.map((concept) => [concept.id, concept]))
  const known = new Map(heads.map((head) => [head.id, head]))
  const changes = [...new Set([...wanted.keys(), ...known.keys()])].flatMap((id): Change[] => {
    const entry = wanted.get(id) ?? null
    const head = known.get(id)
    // As the database gives it back.
    const same = isDeepStrictEqual(entry && JSON.parse(JSON.stringify(entry)), head?.entry ?? null)
    return same ? [] : [{ id, base: head?.number ?? 0, entry }]
  })
  const current = await versionInForce(db)
  const inForce = heads.flatMap(({ entry }) => entry ?? [])
  const desk: Desk = { db, ...glossaryOf(inForce, current?.id ?? 0) }
  if (changes.length > 0 || current?.engine !== ENGINE_VERSION) {
    await changeConcepts(desk, { changes, reason: '', by: null, operationId: randomUUID() })
  }
  await judgeAnew(desk)
  return desk
}
