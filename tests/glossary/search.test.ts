import { expect, test } from 'vitest'
import type { Concept } from '../../glossary/concept.ts'
import { conceptsWanted } from '../../glossary/search.ts'
import { concept, term } from './concepts.ts'

const CONCEPTS: readonly Concept[] = [
  concept('rsm', 'adjudant-chef', { preferred: ['regimental sergeant major'] }),
  concept('signals', 'arme des transmissions', { preferred: ['signals'], admitted: ['Regiment of Signals'] }),
  concept('tank', 'chars du régiment', { preferred: ['tanks'] }),
  { ...concept('corps', 'corps', { preferred: ['corps'] }), definition: 'More than a regiment.' },
  concept('regiment', 'Régiment', { preferred: ['regiment'] }),
  concept('irregular', 'irrégimenté', { preferred: ['irregular'] }),
  concept('navy', 'marine', { preferred: ['navy'] }),
]
const found = (words: string) => conceptsWanted(CONCEPTS, { words, language: 'fr' }).map(({ id }) => id)

test.each<[string, string, string[]]>([
  [
    'the very term, its beginnings, its words, its insides, what speaks of it',
    'régiment',
    ['regiment', 'rsm', 'signals', 'tank', 'irregular', 'corps'],
  ],
  ['several words', 'du régiment', ['tank']],
  ['a space for a hyphen', 'adjudant chef', ['rsm']],
  ['a word further in', 'sergeant', ['rsm']],
  ['nothing', 'amiral', []],
])('nearest first: %s', (_, words, ids) => expect(found(words)).toEqual(ids))

test('a concept that has no term yet is found by its id', () => {
  expect(conceptsWanted([{ id: 'regiment', terms: [] }], { words: 'regim', language: 'fr' })).toHaveLength(1)
  expect(conceptsWanted([{ id: 'regiment', terms: [term('fr', 'un')] }], { words: '', language: 'fr' })).toHaveLength(1)
})
