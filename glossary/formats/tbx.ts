import type { GlossaryFormat } from './format.ts'
import { readTbx } from './tbxConcepts.ts'
import { TBX_2, TBX_3, type TbxDialect } from './tbxDialects.ts'
import { lossesOf } from './tbxLosses.ts'
import { writeTbx } from './tbxWriter.ts'

const version = (id: string, dialect: TbxDialect): GlossaryFormat => ({
  id,
  extensions: ['.tbx'],
  mediaType: 'application/x-tbx+xml',
  read: readTbx,
  write: (concepts) => writeTbx(concepts, dialect),
  losses: (concepts) => lossesOf(concepts, dialect),
})

/** The standard of today: TBX 3, written to the letter of TBX-Basic. */
export const tbx = version('tbx', TBX_3)

/** The one that OmegaT, Weblate and the Translate Toolkit read: TBX 2. */
export const tbxV2 = version('tbx-v2', TBX_2)
