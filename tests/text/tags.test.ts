import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { literalNumbers, pieces, plain } from '../../src/text/tags.ts'
import type { Code } from '../../src/unit.ts'

const PAIR: Code = { number: 1, open: '**', close: '**' }
const ALONE: Code = { number: 2, open: '<br>' }

const shape = (text: string, codes: readonly Code[]) =>
  [...pieces(text, codes)].map((piece) => (piece.type === 'text' ? piece.text : `${piece.type} ${piece.number}`))

describe('pieces', () => {
  test.each([
    ['a pair', 'Le <1>Groupe</1> de Minsk', [PAIR], ['Le ', 'open 1', 'Groupe', 'close 1', ' de Minsk']],
    ['one alone', 'a<2/>b', [ALONE], ['a', 'alone 2', 'b']],
    ['tags side by side', '<1></1><2/>', [PAIR, ALONE], ['open 1', 'close 1', 'alone 2']],
    ['a number that is no code is text', 'if a <3> b', [PAIR], ['if a <3> b']],
    ['a pair written as if alone is text', 'a<1/>b', [PAIR], ['a<1/>b']],
    ['one alone written as a pair is text', '<2>a</2>', [ALONE], ['<2>a</2>']],
    ['a number with a zero before it is text', '<01>a', [PAIR], ['<01>a']],
    ['less than is text', '1 < 2 > 0', [PAIR], ['1 < 2 > 0']],
    ['nothing', '', [PAIR], []],
  ])('%s', (_, text, codes, expected) => expect(shape(text, codes)).toEqual(expected))

  test('put together again are the text', () => {
    const text = fc.stringMatching(/^(?:[a-zé<>/12 ]|<1>|<\/1>|<2\/>){0,30}$/u)
    fc.assert(
      fc.property(text, (text) => {
        const parts = [...pieces(text, [PAIR, ALONE])].map(({ start, end }) => text.slice(start, end))
        expect(parts.join('')).toBe(text)
      }),
    )
  })
})

describe('plain', () => {
  const text = 'Le <1>Groupe de</1> Minsk<2/>.'
  const words = plain(text, [PAIR, ALONE])

  test('has no tags', () => expect(words.text).toBe('Le Groupe de Minsk.'))

  test.each([
    ['across a tag', 'Groupe de Minsk', 'Groupe de</1> Minsk'],
    ['beside tags, which stay outside', 'Groupe de', 'Groupe de'],
    ['before any', 'Le', 'Le'],
    ['behind all', '.', '.'],
  ])('knows where words stood: %s', (_, part, tagged) => {
    const start = words.text.indexOf(part)
    expect(text.slice(...words.spanOf(start, start + part.length))).toBe(tagged)
  })

  test('of nothing but tags is empty', () => {
    const { text, spanOf } = plain('<1></1>', [PAIR])
    expect([text, spanOf(0, 0)]).toEqual(['', [0, 0]])
  })
})

test('numbers that words show as tags are known', () =>
  expect([...literalNumbers('<1> et </7> mais <x> et <12/>')]).toEqual([1, 7, 12]))
