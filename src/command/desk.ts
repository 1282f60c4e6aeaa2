import { open } from '../../db/open.ts'
import type { Desk } from '../desk/desk.ts'
import { openDesk } from '../desk/openDesk.ts'
import { databaseUrl } from './settings.ts'

/** Do something with the desk's database, which no other process may have open meanwhile. */
export async function withDesk(act: (desk: Desk) => Promise<void>): Promise<void> {
  const { db, close } = await open(databaseUrl())
  try {
    await act(await openDesk(db))
  } finally {
    await close()
  }
}
