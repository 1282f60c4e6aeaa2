import { describe, expect, test } from 'vitest'
import { fold } from '../../glossary/fold.ts'
import { needlesOf, SEEN_THROUGH } from '../../glossary/needles.ts'
import { readTerms, recognised } from '../../glossary/recognise.ts'
import { compileTermbase } from '../../glossary/termbase.ts'
import { searchable } from '../../src/text/searchable.ts'
import { LANGUAGES, term } from './concepts.ts'
import { readCorpora } from './corpus/readCorpus.ts'

const needles = (text: string, more = {}) => needlesOf([{ id: 'a', terms: [term('fr', text, more)] }], 'fr')

describe('what a text about a term has to hold', () => {
  test.each([
    ['the beginning its forms share', 'déployer', { partOfSpeech: 'verb' as const }, ['deplo']],
    ['of its longest word', 'chef d’état-major', {}, ['major']],
    ['every form, where they share too little', 'œil', { partOfSpeech: 'noun' as const }, ['oeil', 'yeux']],
    ['of each of its variants', 'obusier', { variants: ['canon'] }, ['obusier', 'canon']],
    ['of an acronym', 'OTAN', { match: 'exact' as const }, ['otan']],
  ])('%s', (_, text, more, expected) => {
    expect(needles(text, more)).toEqual(expect.arrayContaining(expected))
  })

  test('nothing in a language the concept has no term in', () => {
    expect(needlesOf([{ id: 'a', terms: [term('en', 'one')] }], 'fr')).toEqual([])
  })
})

test('every character that recognising drops is looked for', () => {
  const seenThrough = new RegExp(`[${SEEN_THROUGH}]`, 'u')
  const missed: string[] = []
  for (let point = 0; point <= 0x10ffff; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue
    const character = String.fromCodePoint(point)
    const word = `a${character}b`
    const isDropped = fold(word).text === 'ab' && searchable(word) !== 'ab'
    if (isDropped && !seenThrough.test(character)) missed.push(`U+${point.toString(16)}`)
  }
  expect(missed).toEqual([])
})

test('no term recognised in the corpus stands in a text without its needles', async () => {
  const seenThrough = new RegExp(`[${SEEN_THROUGH}]`, 'u')
  const missed: string[] = []
  let found = 0
  for (const { concepts, documents } of await readCorpora()) {
    const termbase = compileTermbase(concepts, LANGUAGES)
    const byId = new Map(
      concepts.map((concept) => [
        concept.id,
        { source: needlesOf([concept], 'fr'), target: needlesOf([concept], 'en') },
      ]),
    )
    for (const { date, pairs } of documents) {
      for (const { phenomenon, line, french, english } of pairs) {
        for (const [side, { text }] of [
          ['source', french],
          ['target', english],
        ] as const) {
          const searched = searchable(text)
          for (const { concept } of recognised(readTerms(termbase, side, text, date))) {
            found += 1
            const holds = byId.get(concept.id)![side].some((needle) => searched.includes(needle))
            if (!holds && !seenThrough.test(searched))
              missed.push(`${phenomenon}.txt:${line} ${concept.id} in “${text}”`)
          }
        }
      }
    }
  }
  expect(found).toBeGreaterThan(4000)
  expect(missed).toEqual([])
})
