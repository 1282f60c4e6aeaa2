import { randomUUID } from 'node:crypto'
import { addVersion, versionInForce } from '../../db/glossaryVersions.ts'
import type { Database } from '../../db/open.ts'
import type { Concept } from '../../glossary/concept.ts'
import { ENGINE_VERSION } from '../../glossary/judge.ts'
import { compileTermbase, type Termbase, versionOf } from '../../glossary/termbase.ts'
import type { LanguagePair } from '../unit.ts'
import type { Desk } from './desk.ts'
import { judgeAnew } from './judgeAnew.ts'
import { perform } from './perform.ts'

/**
 * Put a glossary into force, and judge by it whatever was written under an older one: approved segments it no longer
 * bears out become stale. Nothing happens when it is in force already; an adoption cut short is taken up again.
 */
export async function adoptGlossary(db: Database, concepts: readonly Concept[]): Promise<Desk> {
  const termbases = new Map<string, Termbase>()
  const termbase = ({ source, target }: LanguagePair) => {
    const pair = `${source}>${target}`
    const compiled = termbases.get(pair) ?? compileTermbase(concepts, { source, target })
    termbases.set(pair, compiled)
    return compiled
  }
  const version = versionOf(concepts)

  const current = await versionInForce(db)
  if (current?.termbase !== version || current.engine !== ENGINE_VERSION) {
    await perform(db, { operationId: randomUUID(), act: 'adopt' }, [
      addVersion(db, { termbase: version, engine: ENGINE_VERSION, at: new Date() }),
    ])
  }
  const desk = { db, termbase, glossaryVersion: (await versionInForce(db))!.id }
  await judgeAnew(desk)
  return desk
}
