import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edited } from '../../src/text/edits.ts'
import { editedWords, isSame, literalNumbers, pieces, plain } from '../../src/text/tags.ts'
import type { Code } from '../../src/unit.ts'

const PAIR: Code = { number: 1, open: '**', close: '**' }
const ALONE: Code = { number: 2, open: '<img>' }

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

  test.each([
    ['<br>', 'ligne<2/>de front', 'ligne de front'],
    ['<br class="x" />', 'ligne<2/>de front', 'ligne de front'],
    ['<w:br/>', '<1>ligne<2/></1>de front', 'ligne de front'],
    ['\\\n', 'ligne<2/>\nde front', 'ligne\nde front'],
    ['\\n', 'ligne <2/>de front', 'ligne de front'],
    ['\n', '<2/>ligne de front<2/>', 'ligne de front'],
    ['<bra/>', 'ligne<2/>de front', 'lignede front'],
  ])('parts words at a tag that ends a line: %j', (open, tagged, words) => {
    const { text, spanOf } = plain(tagged, [PAIR, { number: 2, open }])
    expect(text).toBe(words)
    const [start, end] = spanOf(text.indexOf('de'), text.length)
    expect(tagged.slice(start, end)).toBe('de front')
    expect(tagged.slice(...spanOf(text.indexOf('ligne'), 5))).toBe('ligne')
  })

  test('of nothing but tags is empty', () => {
    const { text, spanOf } = plain('<1></1>', [PAIR])
    expect([text, spanOf(0, 0)]).toEqual(['', [0, 0]])
  })
})

test('numbers that words show as tags are known', () =>
  expect([...literalNumbers('<1> et </7> mais <x> et <12/>')]).toEqual([1, 7, 12]))

describe('words edited among tags', () => {
  const replaced = (text: string) => {
    const words = plain(text, [PAIR, ALONE]).text
    const start = words.indexOf('contact line')
    return editedWords(text, [PAIR, ALONE], [{ start, end: start + 'contact line'.length, by: 'line of contact' }])
  }

  test.each([
    ['tags around them stay outside', 'the <1>contact line</1>.', 'the <1>line of contact</1>.'],
    ['a tag that closes among them closes behind', 'the <1>contact</1> line', 'the <1>line of contact</1>'],
    ['a tag that opens among them opens before', 'the contact <1>line</1>', 'the <1>line of contact</1>'],
    ['a pair among them goes around', 'contact l<1>in</1>e', '<1>line of contact</1>'],
    ['one alone goes behind', 'the contact<2/> line.', 'the line of contact<2/>.'],
    ['one before them stays before', 'the<2/> contact line', 'the<2/> line of contact'],
    ['other words keep theirs', '<1>the</1> contact line<2/>', '<1>the</1> line of contact<2/>'],
  ])('%s', (_, text, expected) => expect(replaced(text)).toBe(expected))

  test('what is struck out leaves its tag', () =>
    expect(editedWords('<1>a </1>force', [PAIR], [{ start: 0, end: 2, by: '' }])).toBe('<1></1>force'))

  test('lose no tag, and say what the edited words say', () => {
    const text = fc.stringMatching(/^(?:[ab ]|<1>|<\/1>|<2\/>){0,20}$/u)
    const tags = (text: string) => shape(text, [PAIR, ALONE]).filter((piece) => /^(?:open|close|alone) /u.test(piece))
    fc.assert(
      fc.property(text, fc.nat(8), fc.integer({ min: 1, max: 6 }), (text, start, length) => {
        const words = plain(text, [PAIR, ALONE]).text
        fc.pre(start + length <= words.length)
        const edits = [{ start, end: start + length, by: 'xyz' }]
        const result = editedWords(text, [PAIR, ALONE], edits)
        expect(tags(result)).toEqual(tags(text))
        expect(plain(result, [PAIR, ALONE]).text).toBe(edited(words, edits))
      }),
    )
  })
})

describe('whether two texts are the same', () => {
  const tagged = (text: string, ...codes: Code[]) => ({ text, codes })

  test.each([
    ['by other numbers', tagged('<1>a</1>', PAIR), tagged('<7>a</7>', { ...PAIR, number: 7 }), true],
    ['by other words', tagged('a'), tagged('b'), false],
    ['markup that stands elsewhere', tagged('<1>a</1>b', PAIR), tagged('a<1>b</1>', PAIR), false],
    ['words that look like markup', tagged('<1>a</1>', PAIR), tagged('**a**', PAIR), false],
    ['words that look like tags', tagged('<1/>', PAIR), tagged('<2/>', ALONE), false],
    ['other markup', tagged('<1>a</1>', PAIR), tagged('<1>a</1>', { ...PAIR, close: '*' }), false],
  ])('%s', (_, one, other, same) => {
    expect(isSame(one, other)).toBe(same)
  })
})
