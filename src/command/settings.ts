import { Option } from 'commander'

/** Where the desk keeps its work. */
export const databaseUrl = (): string => process.env['DATABASE_URL'] ?? 'file:data/desk.db'

export const sourceOption = () =>
  new Option('--source <language>', 'language of the source texts (BCP 47)').default('fr')
export const targetOption = () =>
  new Option('--target <language>', 'language of the translations (BCP 47)').default('en')
export const glossaryOption = () => new Option('--glossary <file>', 'glossary CSV (the curated one without it)')
