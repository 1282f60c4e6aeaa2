import type { Database } from '../../db/open.ts'
import { rolesOf } from '../../db/people.ts'
import { projectsOf } from '../../db/projects.ts'
import type { Turned as TurnedTexts, Turns } from '../../views/turnedTexts.tsx'
import type { ChangePreview, Turned } from '../desk/previewChange.ts'
import { type Choice, MOST_REWRITES, REWRITERS } from '../desk/takeRewrites.ts'
import { plain } from '../text/tags.ts'
import { may, type Role } from '../unit.ts'

/** Texts shown of those a change turns. */
const TURNED = 100

/** The rewrites somebody chose, or all there are: the revision of each text they saw, by its segment. */
export function choiceIn(fields: Readonly<Record<string, unknown>>): Choice {
  const others = fields['apply'] === 'all'
  const names = others ? /^offered\.(\d{1,15})$/u : /^rewrite\.(\d{1,15})$/u
  const revisions = new Map<number, number>()
  for (const [name, value] of Object.entries(fields)) {
    const [, segment] = names.exec(name) ?? []
    const revision = Number(value)
    if (segment !== undefined && Number.isSafeInteger(revision)) revisions.set(Number(segment), revision)
  }
  return { revisions, others }
}

/** What a change does to the texts somebody may see, and what these could say instead where they may write. */
export async function turnsFor(db: Database, person: string, { judged, breaks, mends }: ChangePreview): Promise<Turns> {
  const roles = new Map<number, readonly Role[]>()
  for (const { id } of await projectsOf(db, person)) roles.set(id, await rolesOf(db, person, id))
  return { judged, breaks: shownOf(breaks, roles), mends: shownOf(mends, roles), most: MOST_REWRITES }
}

function shownOf(turned: readonly Turned[], roles: ReadonlyMap<number, readonly Role[]>): TurnedTexts {
  const texts = turned
    .filter(({ segment }) => roles.has(segment.projectId))
    .slice(0, TURNED)
    .map(({ segment, rewrite }) => ({
      segment: {
        ...segment,
        source: plain(segment.source, segment.codes).text,
        target: plain(segment.target, segment.codes).text,
      },
      rewrite: rewrite()?.pieces,
      writes: REWRITERS.some((role) => may(roles.get(segment.projectId)!, role)),
    }))
  return { texts, all: turned.length }
}
