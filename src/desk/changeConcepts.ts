import { setImmediate } from 'node:timers/promises'
import { appendConcepts } from '../../db/concepts.ts'
import { addVersion, versionInForce, versionIs } from '../../db/glossaryVersions.ts'
import { onlyIf } from '../../db/guard.ts'
import { confirmVerdicts, type Needles, ranges } from '../../db/judged.ts'
import { type Statement, write } from '../../db/open.ts'
import { languagePairs } from '../../db/projects.ts'
import type { Concept } from '../../glossary/concept.ts'
import { ENGINE_VERSION } from '../../glossary/judge.ts'
import { needlesOf } from '../../glossary/needles.ts'
import { versionOf } from '../../glossary/termbase.ts'
import { type Desk, type Glossary, glossaryOf } from './desk.ts'
import { perform } from './perform.ts'
import { refresh } from './refresh.ts'

/** What a concept is to be, or null where it is to be retired. `base` is the revision somebody started from, 0 for a new one. */
export interface Change {
  id: string
  base: number
  entry: Concept | null
}

export interface GlossaryChange {
  changes: readonly Change[]
  /** Why, for the history. */
  reason: string
  /** Nobody, for what comes with the desk. */
  by: string | null
  operationId: string
  /** What else is done with it, or not at all. */
  along?: readonly Statement[]
}

/** With more of them, judging every text is as quick as looking which are concerned. */
const MOST_NEEDLES = 400

/**
 * Put a change of the glossary into force, at once and whole. Texts it is not about keep their verdicts; the others have
 * none until they are judged anew, and are not approved meanwhile.
 * @throws Conflict when another change came first.
 */
export async function changeConcepts(
  desk: Desk,
  { changes, reason, by, operationId, along = [] }: GlossaryChange,
): Promise<void> {
  const { db, glossaryVersion } = desk
  const at = new Date()
  const { concepts } = changed(desk, changes)
  const needles = await needlesFor(desk, changes)
  const isSameEngine = (await versionInForce(db))?.engine === ENGINE_VERSION
  const revisions = changes.map(({ id, base, entry }) => ({
    conceptId: id,
    number: base + 1,
    entry,
    author: by,
    reason,
    at,
  }))
  const statements = [
    onlyIf(versionIs(glossaryVersion)),
    addVersion(db, { termbase: versionOf([...concepts.values()]), engine: ENGINE_VERSION, at }),
    appendConcepts(revisions),
    ...along,
  ]
  const done = await perform(db, { operationId, act: 'change', by }, statements, (m) => m.termbase.overtaken)
  await refresh(desk)
  if (done && isSameEngine && countOf(needles) <= MOST_NEEDLES) await confirm(desk, glossaryVersion, needles)
}

/** Cut short, it leaves texts without a verdict, which are judged anew. */
async function confirm({ db }: Desk, before: number, needles: readonly Needles[]): Promise<void> {
  for (const range of await ranges(db)) {
    await write(db, [confirmVerdicts(before, needles, range)])
    await setImmediate()
  }
}

/** The glossary as it would be. */
export function changed({ concepts, glossaryVersion }: Desk, changes: readonly Change[]): Glossary {
  const after = new Map(concepts)
  for (const { id, entry } of changes) {
    if (entry === null) after.delete(id)
    else after.set(id, entry)
  }
  return glossaryOf(after.values(), glossaryVersion)
}

/** What a text has to hold for the change to be about it, in the languages of each project. */
export async function needlesFor(desk: Desk, changes: readonly Change[]): Promise<Needles[]> {
  const concepts = changes.flatMap(({ id, entry }) => [desk.concepts.get(id) ?? [], entry ?? []].flat())
  return (await languagePairs(desk.db)).map((languages) => ({
    languages,
    source: needlesOf(concepts, languages.source),
    target: needlesOf(concepts, languages.target),
  }))
}

const countOf = (needles: readonly Needles[]) =>
  needles.reduce((sum, { source, target }) => sum + source.length + target.length, 0)
