import { conceptHeads } from '../../db/concepts.ts'
import { openToRead } from '../../db/open.ts'
import type { Concept } from '../../glossary/concept.ts'
import { Invalid } from '../errors.ts'
import { databaseUrl } from './settings.ts'

/** The concepts in force on the desk, which may be served meanwhile. @throws Invalid when it has none yet. */
export async function deskGlossary(): Promise<Concept[]> {
  const { db, close } = await openToRead(databaseUrl())
  try {
    const concepts = (await conceptHeads(db)).flatMap(({ entry }) => entry ?? [])
    if (concepts.length === 0) throw new Invalid((m) => m.command.noDeskGlossary)
    return concepts
  } finally {
    await close()
  }
}
