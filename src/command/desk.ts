import { open } from '../../db/open.ts'
import { adoptGlossary } from '../desk/adoptGlossary.ts'
import { curatedGlossary } from '../desk/curated.ts'
import type { Desk } from '../desk/desk.ts'
import { databaseUrl } from './settings.ts'

/** Do something with the desk's database, which no other process may have open meanwhile. */
export async function withDesk(act: (desk: Desk) => Promise<void>): Promise<void> {
  const { db, close } = await open(databaseUrl())
  try {
    await act(await adoptGlossary(db, await curatedGlossary()))
  } finally {
    await close()
  }
}
