import type { Messages } from './index.ts'

const plurals = new Intl.PluralRules('fr')
const one = (count: number, singular: string, plural: string) => (plurals.select(count) === 'one' ? singular : plural)
const number = new Intl.NumberFormat('fr-FR')

/** The interface in French. */
export const fr: Messages = {
  language: { tag: 'fr', name: 'Français' },

  page: {
    skip: 'Aller au texte',
    home: 'Retour aux documents',
    people: 'Personnes',
    signOut: 'Se déconnecter',
  },

  errors: {
    form: (fields) => `Ce formulaire est illisible : ${fields}.`,
    databaseHeld: (file, process) =>
      `La base de données ${file} est ouverte par un autre processus (${process}). Arrêtez-le d’abord : à deux, du travail serait perdu.`,
    notFound: 'Il n’y a rien ici.',
    bug: 'Une erreur est survenue de notre côté. Votre texte est toujours dans le cadre.',
  },

  formats: {
    atLine: (line, problem) => `Ligne ${line} : ${problem}`,
  },

  glossary: {},

  checks: {},

  people: {},

  command: {},

  desk: {
    segments: (count) => `${number.format(count)} ${one(count, 'segment', 'segments')}`,
  },
}
