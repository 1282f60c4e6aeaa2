import { randomUUID } from 'node:crypto'
import { addVersion, versionInForce } from '../../db/glossaryVersions.ts'
import { keepLedger } from '../../db/ledgers.ts'
import type { Database } from '../../db/open.ts'
import { write } from '../../db/open.ts'
import { setStale, unjudged } from '../../db/segments.ts'
import type { Concept } from '../../glossary/concept.ts'
import { ENGINE_VERSION } from '../../glossary/judge.ts'
import { balances } from '../../glossary/ledger.ts'
import { compileTermbase, type Termbase } from '../../glossary/termbase.ts'
import type { LanguagePair } from '../unit.ts'
import type { Desk } from './desk.ts'
import { judgeSegment } from './judgeSegment.ts'
import { perform } from './perform.ts'

const SLICE = 100

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
  const { version } = termbase({ source: 'fr', target: 'en' })

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

async function judgeAnew(desk: Desk): Promise<void> {
  const { db, glossaryVersion } = desk
  while (true) {
    const slice = await unjudged(db, SLICE)
    if (slice.length === 0) return
    await write(
      db,
      slice.flatMap((segment) => {
        const { ledger } = judgeSegment(desk, segment, segment.target)
        const kept = keepLedger({ segmentId: segment.id, revision: segment.head, glossaryVersion }, ledger)
        return segment.state === 'approved' ? [...kept, setStale(db, segment.id, !balances(ledger))] : kept
      }),
    )
  }
}
