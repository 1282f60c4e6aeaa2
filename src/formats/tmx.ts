import type { Format } from './format.ts'
import { lossesOfXml } from './losses.ts'
import { readTmx } from './tmxReader.ts'
import { writeTmx } from './tmxWriter.ts'

/** TMX 1.4b, level 2: written to the letter of its DTD, read as tools really write it. */
export const tmx: Format = {
  id: 'tmx',
  title: (m) => m.fileFormats.tmx,
  extensions: ['.tmx'],
  mediaType: 'application/x-tmx+xml',
  read: readTmx,
  write: writeTmx,
  losses: lossesOfXml,
}
