import { expect, test } from 'vitest'
import { tagFaults } from '../../src/text/tagFaults.ts'
import type { Code } from '../../src/unit.ts'

const CODES: Code[] = [
  { number: 1, open: '<b>', close: '</b>' },
  { number: 2, open: '<br>' },
  { number: 3, open: '<i>', close: '</i>' },
]
const SOURCE = 'Le <1>Groupe</1> de<2/> <3>Minsk</3>.'

test.each<[name: string, target: string, missing: number[], broken: number[]]>([
  ['all there', 'The <3>Minsk</3><2/> <1>Group</1>.', [], []],
  ['one inside another', 'The <1><3>Minsk</3> Group</1><2/>.', [], []],
  ['nothing', '', [1, 2, 3], []],
  ['a tag left out', 'The <3>Minsk</3> <1>Group</1>.', [2], []],
  ['half a pair', 'The <1>Minsk<2/> <3>Group</3>.', [], [1]],
  ['halves the wrong way round', 'The </1>Minsk<1><2/> <3>Group</3>.', [], [1]],
  ['pairs that cross', 'The <1>Minsk <3>Group</1></3><2/>.', [], [3]],
  ['a tag twice, where the sentence is told in two', 'The <1>Minsk</1> <1>Group</1><2/><2/> <3>met</3>.', [], []],
  ['a number that is no tag', 'The <1>Minsk</1> <9>Group<2/> <3>met</3>.', [], []],
])('%s', (_, target, missing, broken) => {
  expect(tagFaults(SOURCE, target, CODES)).toEqual({ missing, broken })
})
