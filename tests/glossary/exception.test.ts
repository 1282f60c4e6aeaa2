import { expect, test } from 'vitest'
import type { Term } from '../../glossary/concept.ts'
import { writeCondition } from '../../glossary/condition.ts'
import { excepted, tellingCondition } from '../../glossary/exception.ts'
import { recognise } from '../../glossary/recognise.ts'
import { DAY, term, termbaseOf } from './concepts.ts'

test.each([
  ['la rébellion armée a pris la ville', 'armée', 'after rébellion'],
  ['un char à voile sur la plage', 'char', 'before à voile'],
  ['le feu d’artifice', 'feu', 'before d’artifice'],
  ['des chars, des avions', 'chars', undefined],
  ['le char', 'char', undefined],
  ['Elle ouvre le feu sur eux', 'feu', undefined],
  ['Les forces spéciales sont parties', 'forces spéciales', undefined],
  ['Les forces spéciales patrouillent en ville', 'forces spéciales', undefined],
  ['« Les forces spéciales », dit le ministre', 'forces spéciales', undefined],
  ['L’armée le sait', 'armée', undefined],
  ['les soldats de l’armée', 'armée', undefined],
  ['Tous les 14 chars', 'chars', undefined],
  ['Feu le président', 'Feu', 'before le président'],
  ['des coups de feu ont retenti', 'feu', 'after coups de'],
  ['l’Armée populaire avance', 'Armée', 'before populaire'],
  ['Il ouvre le feu de camp', 'ouvre le feu', 'before de camp'],
  ['le feu du projecteur', 'feu', 'before du projecteur'],
  ['un char  à\nvoile', 'char', 'before à voile'],
])('in « %s » %s', (text, word, expected) => {
  expect(conditionOf(text, word)).toBe(expected)
})

test.each([
  ['Le peloton ouvre le feu de camp', 'before de camp'],
  ['Le peloton ouvre le feu', undefined],
])('a subject tells nothing of what it does: in « %s » %s', (text, expected) => {
  expect(conditionOf(text, 'ouvre le feu', { partOfSpeech: 'verb' })).toBe(expected)
})

function conditionOf(text: string, word: string, more: Partial<Term> = {}): string | undefined {
  const start = text.indexOf(word)
  const condition = tellingCondition(text, { start, end: start + word.length, term: term('fr', word, more) }, 'fr')
  return condition && writeCondition(condition)
}

test('the rule made of it excepts that sense, in any form, and no other', () => {
  const concept = { id: 'army', terms: [term('fr', 'armée'), term('en', 'army')] }
  const text = 'Les rébellions armées et l’armée'
  const [first] = recognise(termbaseOf(concept), 'source', text, DAY)
  const rule = tellingCondition(text, first!, 'fr')
  const ruled = termbaseOf(excepted(concept, first!, rule!))
  expect(recognise(ruled, 'source', text, DAY).map(({ start }) => text.slice(start - 2, start))).toEqual(['l’'])
})
