import { describe, expect, test } from 'vitest'
import { joined, type Part } from '../../src/formats/joined.ts'
import type { Code } from '../../src/unit.ts'

const bold = (number: number, pair?: number): Code => ({
  number,
  open: '<b>',
  close: '</b>',
  ...(pair !== undefined && { pair }),
})
const part = (text: string, codes: Code[] = [], gap = ' '): Part => ({ text, codes, gap })

describe('the segments of a paragraph, put together', () => {
  test.each<[name: string, parts: Part[], text: string, numbers: number[]]>([
    [
      'with what stood between them',
      [part('Un.'), part('Deux.', [], '\u00A0'), part('Trois.', [], '')],
      'Un.\u00A0Deux.Trois.',
      [],
    ],
    [
      'numbered anew',
      [part('<1>Un.</1>', [bold(1)]), part('<1>Deux.</1>', [bold(1)])],
      '<1>Un.</1> <2>Deux.</2>',
      [1, 2],
    ],
    [
      'a pair that spans them is one again',
      [
        part('Un <1>deux.</1>', [bold(1, 4)]),
        part('<1>Trois.</1>', [bold(1, 4)]),
        part('<1>Quatre</1>.', [bold(1, 4)]),
      ],
      'Un <1>deux. Trois. Quatre</1>.',
      [1],
    ],
    [
      'and two pairs, one in the other',
      [part('<1><2>Un.</2></1>', [bold(1, 1), bold(2, 2)]), part('<1><2>Deux.</2></1>', [bold(1, 1), bold(2, 2)])],
      '<1><2>Un. Deux.</2></1>',
      [1, 2],
    ],
    [
      'moved away from the seam, it is written twice',
      [part('<1>Un</1> deux.', [bold(1, 1)]), part('<1>Trois.</1>', [bold(1, 1)])],
      '<1>Un</1> deux. <1>Trois.</1>',
      [1],
    ],
    [
      'two pairs that look alike stay two',
      [part('<1>Un.</1>', [bold(1)]), part('<1>Deux.</1>', [bold(1)])],
      '<1>Un.</1> <2>Deux.</2>',
      [1, 2],
    ],
    ['half a pair is left out', [part('<1>Un.', [bold(1)]), part('Deux.</1>', [bold(1)])], 'Un. Deux.', []],
    [
      'numbers that the words show are passed over',
      [part('a <1> b'), part('<2>Un</2>', [bold(2)])],
      'a <1> b <2>Un</2>',
      [2],
    ],
  ])('%s', (_, parts, text, numbers) => {
    const paragraph = joined(parts)
    expect(paragraph.text).toBe(text)
    expect(paragraph.codes.map(({ number }) => number)).toEqual(numbers)
  })
})

test('a paragraph of many sentences costs what it weighs', () => {
  const sentence = part(`<1>${'Une phrase. '.repeat(20)}</1>`, [bold(1, 1)])
  const started = process.cpuUsage()
  expect(joined(Array(20_000).fill(sentence)).codes).toHaveLength(1)
  const { user, system } = process.cpuUsage(started)
  expect((user + system) / 1000).toBeLessThan(2000)
})
