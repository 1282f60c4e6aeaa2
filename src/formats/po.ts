import type { BilingualReader } from './format.ts'
import { readPo } from './poReader.ts'

/** Gettext's PO. */
export const po: BilingualReader = {
  id: 'po',
  title: (m) => m.fileFormats.po,
  extensions: ['.po'],
  mediaType: 'text/x-gettext-translation',
  read: readPo,
}
