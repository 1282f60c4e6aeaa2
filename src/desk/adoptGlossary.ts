import { randomUUID } from 'node:crypto'
import { addVersion, versionInForce } from '../../db/glossaryVersions.ts'
import { firstMentions } from '../../db/mentions.ts'
import type { Database } from '../../db/open.ts'
import { write } from '../../db/open.ts'
import { firstUnjudged, type SegmentRow, writtenFrom } from '../../db/segments.ts'
import { waiversIn } from '../../db/waivers.ts'
import type { Concept } from '../../glossary/concept.ts'
import { ENGINE_VERSION } from '../../glossary/judge.ts'
import { mentionsIn } from '../../glossary/ledger.ts'
import { compileTermbase, type Termbase, versionOf } from '../../glossary/termbase.ts'
import type { LanguagePair } from '../unit.ts'
import type { Desk } from './desk.ts'
import { judgeSegment } from './judgeSegment.ts'
import { perform } from './perform.ts'
import { rejudge } from './rejudge.ts'
import { inForce } from './waivers.ts'

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

async function judgeAnew(desk: Desk): Promise<void> {
  while (true) {
    const first = await firstUnjudged(desk.db)
    if (first === undefined) return
    await judgeDocument(desk, first)
  }
}

/** From its first segment not judged yet to its last. One that was is judged again where what stands before it may matter. */
async function judgeDocument(desk: Desk, { documentId, position: from }: SegmentRow): Promise<void> {
  const { db } = desk
  const mentions = new Map([...(await firstMentions(db, documentId))].filter(([, first]) => first < from))
  for (let position = from; ; ) {
    const slice = await writtenFrom(db, documentId, position, SLICE)
    if (slice.length === 0) return
    const waivers = await waiversIn(
      db,
      slice.map(({ id }) => id),
    )
    await write(
      db,
      slice.flatMap((segment) => {
        const around = { mentions, waivers: inForce(waivers.get(segment.id), segment.head) }
        const { ledger } = judgeSegment(desk, segment, segment.target, around)
        for (const concept of mentionsIn(ledger)) {
          if (!mentions.has(concept)) mentions.set(concept, segment.position)
        }
        const introducing = ledger.occurrences.some(({ concept }) => concept.fullAtFirstMention)
        return segment.judged && !introducing ? [] : rejudge(desk, segment, ledger)
      }),
    )
    position = slice.at(-1)!.position + 1
  }
}
