import { readCsv } from './csvReader.ts'
import { writeCsv } from './csvWriter.ts'
import type { Format } from './format.ts'

/** Bilingual CSV, one row a unit: what a spreadsheet opens with its accents and without running anything. */
export const csv: Format = {
  id: 'csv',
  title: (m) => m.fileFormats.csv,
  extensions: ['.csv', '.tsv'],
  mediaType: 'text/csv',
  read: readCsv,
  write: writeCsv,
}
