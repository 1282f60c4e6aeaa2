import { expect, test } from 'vitest'
import type { PartOfSpeech } from '../../glossary/concept.ts'
import { recognise } from '../../glossary/recognise.ts'
import { DAY, termbaseWith } from './concepts.ts'

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
] as const)('a noun stands where a noun can: %s in « %s »', (noun, text, expected) => {
  expect(stands(noun, 'noun', text)).toBe(expected)
})
