import { InvalidArgumentError, Option } from 'commander'
import { readDay } from '../../glossary/validity.ts'
import { dayOf } from '../text/day.ts'

/** Where the desk keeps its work. */
export const databaseUrl = (): string => process.env['DATABASE_URL'] ?? 'file:data/desk.db'

export const sourceOption = () =>
  new Option('--source <language>', 'language of the source texts (BCP 47)').default('fr')
export const targetOption = () =>
  new Option('--target <language>', 'language of the translations (BCP 47)').default('en')
export const glossaryOption = () => new Option('--glossary <file>', 'glossary, CSV or TBX (the curated one without it)')

/** The day the texts are of: which terms hold. */
export const dateOption = () =>
  new Option('--date <day>', 'the day the texts are of, as 2024-05-31')
    .default(dayOf(new Date()), 'today')
    .argParser((text) => {
      const day = readDay(text)
      if (day === undefined) throw new InvalidArgumentError('A day is written as 2024-05-31.')
      return day
    })
