import { InvalidArgumentError, Option } from 'commander'
import { readDay } from '../../glossary/validity.ts'
import { dayOf } from '../text/day.ts'
import { ASKED_ENCODINGS } from '../text/encoding.ts'
import { REPORT_FORMATS } from './reports.ts'

/** What stands for the desk's own glossary where a file may be named. No file we read has such a name. */
export const DESK = 'desk'

/** Where the desk keeps its work. */
export const databaseUrl = (): string => process.env['DATABASE_URL'] ?? 'file:data/desk.db'

export const sourceOption = () =>
  new Option('--source <language>', 'language of the source texts (BCP 47)').default('fr')
export const targetOption = () =>
  new Option('--target <language>', 'language of the translations (BCP 47)').default('en')
export const glossaryOption = () =>
  new Option(
    '--glossary <file>',
    `CSV or TBX, or “${DESK}” for the one in force on the desk (the curated one without it)`,
  )

/** The ids of the formats in which texts may be read. */
export const inputFormatOption = (formats: readonly { id: string }[]) =>
  new Option('--input-format <format>', 'what the files are, whatever they are called; “-” needs it').choices(
    formats.map(({ id }) => id),
  )

/** In which encoding a text is that does not say so. */
export const encodingOption = () =>
  new Option('--encoding <encoding>', 'of a text that is neither UTF-8 nor UTF-16').choices(ASKED_ENCODINGS)

/** How findings are written, beside a text for people. */
export const reportOption = (description: string) =>
  new Option('--format <format>', `${description}: json is one object a line, sarif is SARIF 2.1.0`).choices(
    REPORT_FORMATS,
  )

/** The day the texts are of: which terms hold. */
export const dateOption = () =>
  new Option('--date <day>', 'the day the texts are of, as 2024-05-31')
    .default(dayOf(new Date()), 'today')
    .argParser((text) => {
      const day = readDay(text)
      if (day === undefined) throw new InvalidArgumentError('A day is written as 2024-05-31.')
      return day
    })
