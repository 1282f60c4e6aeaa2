import { readCsv } from './csvReader.ts'
import { csvWriter } from './csvWriter.ts'
import type { Format } from './format.ts'
import { lossesOfText } from './losses.ts'

/** Bilingual CSV, one row a unit: what a spreadsheet opens with its accents and without running anything. */
export const csv: Format = {
  id: 'csv',
  title: (m) => m.fileFormats.csv,
  extensions: ['.csv'],
  mediaType: 'text/csv',
  read: readCsv,
  write: csvWriter({ delimiter: ',', isForSpreadsheets: true }),
  losses: lossesOfText,
}

/** The same where the comma stands in numbers, as it does in France: Excel there parts cells at semicolons alone. */
export const csvSemicolon: Format = {
  ...csv,
  id: 'csv-semicolon',
  title: (m) => m.fileFormats.csvSemicolon,
  write: csvWriter({ delimiter: ';', isForSpreadsheets: true }),
}

/** RFC 4180 for programs: every cell as the text is, and no byte order mark. */
export const csvExact: Format = {
  ...csv,
  id: 'csv-exact',
  title: (m) => m.fileFormats.csvExact,
  write: csvWriter({ delimiter: ',', isForSpreadsheets: false }),
}

export const tsv: Format = {
  ...csv,
  id: 'tsv',
  title: (m) => m.fileFormats.tsv,
  extensions: ['.tsv', '.tab'],
  mediaType: 'text/tab-separated-values',
  write: csvWriter({ delimiter: '\t', isForSpreadsheets: true }),
}
