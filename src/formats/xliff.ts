import type { Format } from './format.ts'
import { lossesOfXliff2, lossesOfXml } from './losses.ts'
import { writeXliff2 } from './xliff2Writer.ts'
import { writeXliff12 } from './xliff12Writer.ts'
import { readXliff } from './xliffReader.ts'

/** XLIFF: read in 1.x and 2.x as tools write it, Trados Studio's own kind of 1.2 among them, and written as 2.1. */
export const xliff: Format = {
  id: 'xliff',
  title: (m) => m.fileFormats.xliff,
  extensions: ['.xlf', '.xliff', '.sdlxliff'],
  mediaType: 'application/xliff+xml',
  read: readXliff,
  write: writeXliff2,
  losses: lossesOfXliff2,
}

/** The same written as 1.2, which more tools take. */
export const xliff12: Format = {
  ...xliff,
  id: 'xliff-1.2',
  title: (m) => m.fileFormats.xliff12,
  mediaType: 'application/x-xliff+xml',
  write: writeXliff12,
  losses: lossesOfXml,
}
