const plurals = new Intl.PluralRules('en')
const one = (count: number, singular: string, plural: string) => (plurals.select(count) === 'one' ? singular : plural)
const number = new Intl.NumberFormat('en-GB')

/** The interface in English. `fr.ts` has the same shape. */
export const en = {
  language: { tag: 'en' as string, name: 'English' },

  page: {
    skip: 'Skip to the text',
    home: 'Back to the documents',
    people: 'People',
    signOut: 'Sign out',
  },

  errors: {
    form: (fields: string) => `This form cannot be read: ${fields}.`,
    databaseHeld: (file: string, process: string) =>
      `The database ${file} is open in another process (${process}). Stop that one first; two writers would lose work.`,
    notFound: 'There is nothing here.',
    bug: 'Something went wrong on our side. What you typed is still in the box.',
  },

  formats: {
    atLine: (line: number, problem: string) => `Line ${line}: ${problem}`,
  },

  glossary: {},

  checks: {},

  people: {},

  command: {},

  desk: {
    segments: (count: number) => `${number.format(count)} ${one(count, 'segment', 'segments')}`,
  },
}
