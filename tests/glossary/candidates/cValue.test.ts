import { expect, test } from 'vitest'
import { type Counted, cValues } from '../../../glossary/candidates/cValue.ts'

const valuesOf = (runs: Record<string, Counted>) => Object.fromEntries(cValues(new Map(Object.entries(runs))))

test.each<[name: string, runs: Record<string, Counted>, values: Record<string, number>]>([
  ['its occurrences by its length', { 'a b c d': { length: 4, occurrences: 5 } }, { 'a b c d': 15 }],
  ['an acronym has a length too', { a: { length: 1, occurrences: 5 } }, { a: 5 }],
  [
    'less the mean of the longer ones',
    {
      'a b': { length: 2, occurrences: 20 },
      'a b c d': { length: 4, occurrences: 4 },
      'd a b c': { length: 4, occurrences: 6 },
    },
    { 'a b': 30, 'a b c d': 12, 'd a b c': 18 },
  ],
  [
    'nested in one that is nested itself',
    {
      'a b': { length: 2, occurrences: 20 },
      'a b c': { length: 1, occurrences: 16 },
      'a b c d': { length: 4, occurrences: 4 },
    },
    { 'a b': 8, 'a b c': 12, 'a b c d': 12 },
  ],
  [
    'never without the longer one',
    { a: { length: 1, occurrences: 4 }, 'a b': { length: 2, occurrences: 4 } },
    { 'a b': 8 },
  ],
  [
    'never without a longer one that is itself never without another',
    {
      'a b': { length: 2, occurrences: 16 },
      'a b c': { length: 1, occurrences: 16 },
      'd a b': { length: 2, occurrences: 2 },
      'd a b c': { length: 4, occurrences: 2 },
    },
    { 'a b c': 14, 'd a b c': 6 },
  ],
  [
    'twice in a longer one counts once',
    { a: { length: 1, occurrences: 9 }, 'a de a': { length: 2, occurrences: 3 } },
    { a: 6, 'a de a': 6 },
  ],
])('%s', (_, runs, values) => expect(valuesOf(runs)).toEqual(values))
