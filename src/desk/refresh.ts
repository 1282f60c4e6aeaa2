import { conceptHeads } from '../../db/concepts.ts'
import { versionInForce } from '../../db/glossaryVersions.ts'
import { type Desk, glossaryOf } from './desk.ts'

/** Judge by the glossary in force from here on, if another process has put one into force since. */
export async function refresh(desk: Desk): Promise<void> {
  const id = (await versionInForce(desk.db))?.id
  if (id === undefined || id === desk.glossaryVersion) return
  const heads = await conceptHeads(desk.db)
  Object.assign(
    desk,
    glossaryOf(
      heads.flatMap(({ entry }) => entry ?? []),
      id,
    ),
  )
}
