import { describe, expect, test } from 'vitest'
import type { PartOfSpeech } from '../../glossary/concept.ts'
import { recognise } from '../../glossary/recognise.ts'
import { DAY, term, termbaseOf, termbaseWith } from './concepts.ts'

const stands = (term: string, partOfSpeech: PartOfSpeech, text: string) =>
  recognise(termbaseWith('fr', term, { partOfSpeech }), 'source', text, DAY).length > 0

test.each([
  ['statuer', 'on statue', true],
  ['statuer', 'une statue', false],
  ['statuer', 'cette statue', false],
  ['geler', 'le froid la gèle', true],
  ['geler', 'la gelée', false],
  ['geler', 'une rivière gelée', true],
  ['lancer', 'qu’il lance-t-il', true],
  ['lancer', 'un lance-roquettes', false],
  ['courir', 'Le court central', false],
  ['courir', 'Fermé : le court central', false],
  ['courir', 'dans le court central', false],
  ['attaquer', 'après l’attaque', false],
  ['attaquer', 'dont l’attaque a échoué', false],
  ['attaquer', 'quand il l’attaque', true],
  ['attaquer', 'Il l’attaque', true],
  ['attaquer', 'L’attaquer ? Jamais.', true],
  ['attaquer', 'Les attaque-t-on ?', true],
  ['attaquer', 'tout attaqué', false],
  ['changer', 'Tout change', true],
  ['croître', 'il crut bien faire', false],
  ['croître', 'la tension crût encore', true],
  ['croire', 'il crut bien faire', true],
] as const)('a verb stands where a verb can: %s in « %s »', (verb, text, expected) => {
  expect(stands(verb, 'verb', text)).toBe(expected)
})

test.each([
  ['arbitre', 'il arbitre la rencontre', false],
  ['arbitre', 'est-il arbitre ?', true],
  ['arbitre', 'le jeune arbitre', true],
  ['décharge', 'il se décharge sur ses adjoints', false],
  ['décharge', 'une décharge', true],
  ['garde', 'elle dit qu’on la garde', false],
  ['garde', 'ceux qu’il n’a pas laissés à la garde', true],
  ['garde', 'celui qui la garde', false],
  ['garde', 'celui à qui la garde obéit', true],
  ['garde', 'Qui la garde vise-t-elle ?', true],
  ['Moscou', 'ceux avec qui Moscou négocie', true],
  ['supporter', 'ils peuvent supporter la chaleur', false],
  ['supporter', 'il faut supporter la chaleur', false],
  ['supporter', 'un jeune supporter', true],
  ['supporter', 'il fut joueur, puis supporter', true],
  ['président', 'les ministres président la séance', false],
  ['président', 'les ministres du président', true],
  ['président', 'dans ses adresses, président et ministre', true],
  ['général', 'la générale passe en revue', true],
  ['général', 'l’assemblée générale', false],
  ['général', 'Grève générale', false],
  ['général', 'en règle générale', false],
  ['gare', 'Gare aux tiques !', false],
  ['gare', 'en gare à huit heures', true],
  ['gare', 'Une gare à Lyon', true],
  ['décharge', 'Un camion décharge chaque matin ses gravats', false],
  ['décharge', 'Une décharge chaque année', true],
  ['centrale', 'la question est centrale', false],
  ['centrale', 'la centrale est arrêtée', true],
  ['arbitre', 'le préfet arbitre entre eux', false],
  ['arbitre', 'le jeune arbitre entre eux deux', true],
  ['ministre', 'une nouvelle ministre entre au gouvernement', true],
] as const)('a noun stands where a noun can: %s in « %s »', (noun, text, expected) => {
  expect(stands(noun, 'noun', text)).toBe(expected)
})

describe('a term of which nobody said what it is', () => {
  const seen = (term: string, text: string) =>
    recognise(termbaseWith('fr', term), 'source', text, DAY).map(({ text }) => text)

  test.each([
    ['semer', 'où l’on a semé du blé', ['semé']],
    ['entrer en vigueur', 'qui entrera en vigueur en mai', ['entrera en vigueur']],
    ['s’irriguer', 'le maïs s’irrigue', ['s’irrigue']],
    ['ratifier', 'ils ont ratifié l’accord', ['ratifié']],
    ['arbitrer', 'un arbitre siffle', []],
    ['arbitre', 'il arbitre la rencontre', []],
    ['berger', 'les bergers de la berge', ['bergers']],
    ['policier', 'des policiers', ['policiers']],
    ['déjeuner', 'un déjeuner', ['déjeuner']],
    ['centre-ville', 'les centres-villes', ['centres-villes']],
    ['lettre de créance', 'ses lettres de créance', ['lettres de créance']],
    ['ordre de mission', 'des ordres de mission', ['ordres de mission']],
  ])('%s in « %s »', (term, text, expected) => expect(seen(term, text)).toEqual(expected))

  test('is a verb where the others of its concept are', () => {
    const termbase = termbaseOf({
      id: 'repel',
      terms: [term('fr', 'refouler', { partOfSpeech: 'verb' }), term('en', 'push back')],
    })
    expect(recognise(termbase, 'target', 'They were pushed back.', DAY).map(({ text }) => text)).toEqual([
      'pushed back',
    ])
  })

  test('is one in English where the French is an infinitive', () => {
    const termbase = termbaseOf({ id: 'sow', terms: [term('fr', 'semer'), term('en', 'sow')] })
    expect(recognise(termbase, 'target', 'The fields were sown.', DAY)).toHaveLength(1)
  })
})

test.each([
  ['exploitant agricole', 'Les exploitant·e·s agricoles'],
  ['exploitant agricole', 'Les exploitant.e.s agricoles'],
  ['exploitant agricole', 'Les exploitant-e-s agricoles'],
  ['policier', 'un·e policier.ère'],
  ['agriculteur', 'Des agriculteur.rice.s'],
])('%s is written inclusively: « %s »', (noun, text) => {
  expect(recognise(termbaseWith('fr', noun), 'source', text, DAY)).toHaveLength(1)
})

test('a full stop without a space is no inclusive writing', () => {
  expect(recognise(termbaseWith('fr', 'exploitant'), 'source', 'chez l’exploitant.Les autres', DAY)[0]?.text).toBe(
    'exploitant',
  )
})

test.each([
  ['se retirer', 'Ils se retirent', true],
  ['se retirer', 'Ils se sont retirés', true],
  ['se retirer', 'Il s’est immédiatement retiré', true],
  ['se retirer', 'Nous nous retirons', true],
  ['se retirer', 'Retirez-vous !', true],
  ['se retirer', 's’étant retirées', true],
  ['se retirer', 'Ils ne se sont pas retirés', true],
  ['se retirer', 'Il retire sa plainte', false],
  ['se retirer', 'Elle a retiré ses troupes', false],
  ['s’emparer', 'se sont emparés de la ville', true],
  ['s’engager', 'ils s’y engagent', true],
  ['se rendre', 'il a rendu les armes', false],
  ['se porter garant', 'ils se sont portés garants', true],
])('a verb with its pronoun: %s in « %s »', (verb, text, expected) => {
  expect(stands(verb, 'verb', text)).toBe(expected)
})

test.each([
  ['journaliste emprisonné', 'deux journalistes emprisonnées'],
  ['otage libéré', 'les otages libérées'],
  ['combattant armé', 'une combattante armée'],
  ['ressortissant étranger expulsé', 'des ressortissantes étrangères expulsées'],
])('what stands behind the noun agrees with it: %s in « %s »', (noun, text) => {
  expect(stands(noun, 'noun', text)).toBe(true)
})
