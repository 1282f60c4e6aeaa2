import type { BilingualReader } from './format.ts'
import { readXliff } from './xliffReader.ts'

/** XLIFF 1.x and 2.x as tools write it, Trados Studio's own kind of 1.2 among them. */
export const xliff: BilingualReader = {
  id: 'xliff',
  title: (m) => m.fileFormats.xliff,
  extensions: ['.xlf', '.xliff', '.sdlxliff'],
  mediaType: 'application/xliff+xml',
  read: readXliff,
}
