import { expect, test } from 'vitest'
import { forecast } from '../../src/desk/forecast.ts'

test.each([
  ['nobody knows how much is to come', 500, undefined, 9_000, undefined],
  ['nothing is to come', 0, 0, 9_000, undefined],
  ['it has just begun: no guess is better than a wild one', 10, 1_000, 300, { share: 0.01 }],
  ['nothing has come yet', 0, 1_000, 9_000, { share: 0 }],
  ['a quarter took ten seconds', 250, 1_000, 10_000, { share: 0.25, secondsLeft: 30 }],
  ['a part of a second is a second', 990, 1_000, 10_000, { share: 0.99, secondsLeft: 1 }],
  ['all has come', 1_000, 1_000, 10_000, { share: 1, secondsLeft: 0 }],
  ['more has come than was said', 1_200, 1_000, 10_000, { share: 1, secondsLeft: 0 }],
] as const)('%s', (_, bytes, size, elapsed, expected) => {
  expect(forecast(bytes, size, elapsed)).toEqual(expected)
})
