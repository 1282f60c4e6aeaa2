import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Tallies } from '../../../glossary/candidates/tallies.ts'

function tallied(keys: readonly string[], most: number) {
  const tallies = new Tallies(most)
  const see = (key: string, id: number) =>
    tallies.add({ key, length: 1, id, start: 0, end: 1, text: key, nominal: true, ownCapitals: true })
  for (const [id, key] of keys.entries()) see(key, id)
  return tallies
}

test('nothing is forgotten while there is room', () => {
  const repeated = tallied(['1', '2', '3', '1', '2', '1'], 3).repeated()
  expect([...repeated].map(([key, { occurrences }]) => [key, occurrences])).toEqual([
    ['1', 3],
    ['2', 2],
  ])
})

test('a full table forgets the rare and keeps the frequent', () => {
  const keys = Array.from({ length: 1000 }, (_, at) => String(at % 4 === 0 ? 0 : at))
  const repeated = tallied(keys, 20).repeated()
  expect([...repeated.keys()]).toEqual(['0'])
  expect(repeated.get('0')!.occurrences).toBe(250)
})

test('a newcomer is not forgotten before its time', () => {
  const early = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].flatMap((key) => [key, key])
  expect([
    ...tallied([...early, 'late', 'late', 'late', 'i', 'j', 'k', 'l'], 4)
      .repeated()
      .keys(),
  ]).toContain('late')
})

test('no count is wrong by more than it says, and the table stays within its bound', () => {
  // Small numbers often, great ones rarely.
  const key = fc
    .integer({ min: 0, max: 14 })
    .chain((bits) => fc.integer({ min: 0, max: 2 ** bits }))
    .map(String)
  fc.assert(
    fc.property(fc.array(key, { maxLength: 400 }), fc.integer({ min: 2, max: 30 }), (keys, most) => {
      const repeated = tallied(keys, most).repeated()
      expect(repeated.size).toBeLessThanOrEqual(most)
      for (const [key, { occurrences, forgotten }] of repeated) {
        const truly = keys.filter((one) => one === key).length
        expect(occurrences).toBeLessThanOrEqual(truly)
        expect(occurrences + forgotten).toBeGreaterThanOrEqual(truly)
      }
    }),
  )
})
