import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Segment, segment } from '../../src/segmentation/segment.ts'
import { pieces, plain } from '../../src/text/tags.ts'
import { type Code, KINDS, type Kind } from '../../src/unit.ts'

/** Not the clock: other tests run beside this one. */
const cpuMilliseconds = () => process.cpuUsage().user / 1000

const bold = (number: number): Code => ({ number, open: '**', close: '**' })
const note = (number: number): Code => ({ number, open: '<br>' })
const paragraph = (text: string, codes: readonly Code[] = [], kind: Kind = 'paragraph') => ({ kind, text, codes })

describe('tags', () => {
  test.each<[name: string, text: string, codes: Code[], segments: Segment[]]>([
    [
      'numbered again from 1',
      'Un <1>mot</1>. Deux <2>mots</2>.',
      [bold(1), bold(2)],
      [
        { text: 'Un <1>mot</1>.', codes: [bold(1)] },
        { text: 'Deux <1>mots</1>.', codes: [bold(1)] },
      ],
    ],
    [
      'closed with their sentence',
      'Il part. <1>Elle reste.</1> On verra.',
      [bold(1)],
      [
        { text: 'Il part.', codes: [] },
        { text: '<1>Elle reste.</1>', codes: [bold(1)] },
        { text: 'On verra.', codes: [] },
      ],
    ],
    [
      'around white space',
      '<1>Il part. </1>Elle reste.<2> On verra.</2>',
      [bold(1), bold(2)],
      [
        { text: '<1>Il part. </1>', codes: [bold(1)] },
        { text: 'Elle reste.', codes: [] },
        { text: '<1> On verra.</1>', codes: [bold(1)] },
      ],
    ],
    [
      'split with their sentences',
      '<1>Il part. Elle <2>reste. On</2> verra.</1>',
      [bold(1), bold(2)],
      [
        { text: '<1>Il part.</1>', codes: [bold(1)] },
        { text: '<1>Elle <2>reste.</2></1>', codes: [bold(1), bold(2)] },
        { text: '<1><2>On</2> verra.</1>', codes: [bold(1), bold(2)] },
      ],
    ],
    [
      'alone, at the end',
      'Il part.<1/> Elle reste.',
      [note(1)],
      [
        { text: 'Il part.<1/>', codes: [note(1)] },
        { text: 'Elle reste.', codes: [] },
      ],
    ],
    [
      'alone, at the beginning',
      'Il part. <1/>Elle reste.',
      [note(1)],
      [
        { text: 'Il part.', codes: [] },
        { text: '<1/>Elle reste.', codes: [note(1)] },
      ],
    ],
    [
      'inside an abbreviation',
      'Le G<1>al</1> Hasanov et M<2>me</2>. Roux sont là.',
      [bold(1), bold(2)],
      [{ text: 'Le G<1>al</1> Hasanov et M<2>me</2>. Roux sont là.', codes: [bold(1), bold(2)] }],
    ],
    [
      'between the stop and the quotation mark',
      '« <1>Il part.</1> » Elle reste.',
      [bold(1)],
      [
        { text: '« <1>Il part.</1> »', codes: [bold(1)] },
        { text: 'Elle reste.', codes: [] },
      ],
    ],
    [
      'a number in the words is no tag',
      'Il lit <1> ici. Voir <1> <2>là</2>.',
      [bold(2)],
      [
        { text: 'Il lit <1> ici.', codes: [] },
        { text: 'Voir <1> <2>là</2>.', codes: [bold(2)] },
      ],
    ],
    [
      'numbered past a number in the words',
      'Un <3>mot</3> <1>. Deux mots.',
      [bold(3)],
      [
        { text: 'Un <2>mot</2> <1>.', codes: [bold(2)] },
        { text: 'Deux mots.', codes: [] },
      ],
    ],
    ['an image alone', '<1/>', [note(1)], [{ text: '<1/>', codes: [note(1)] }]],
  ])('%s', (_, text, codes, segments) => {
    expect(segment(paragraph(text, codes), 'fr')).toEqual(segments)
  })
})

describe('kinds', () => {
  const text = 'Il part. Elle reste.'
  test.each<[Kind, number]>([
    ['heading', 1],
    ['cell', 1],
    ['code', 1],
    ['paragraph', 2],
    ['item', 2],
    ['quote', 2],
    ['other', 2],
  ])('%s', (kind, count) => {
    expect(segment(paragraph(text, [], kind), 'fr')).toHaveLength(count)
  })

  test('code keeps its white space', () => {
    expect(segment(paragraph('  a\n  b\n', [], 'code'), 'fr')).toEqual([{ text: '  a\n  b\n', codes: [] }])
  })

  test.each(KINDS)('nothing in an empty %s', (kind) => {
    expect(segment(paragraph(' \u00A0\n', [], kind), 'fr')).toEqual([])
  })
})

describe('whatever it is given', () => {
  const words = fc.constantFrom(
    'Il',
    'part',
    'M',
    'art',
    'J',
    '12',
    '.',
    '!',
    '…',
    '...',
    ' ',
    ' ',
    '\u00A0',
    '«',
    '»',
    '"',
    '(',
    ')',
    '[',
    '—',
    '<1>',
    '</1>',
    '<2/>',
    '<3>',
    '</3>',
    '<9>',
    'É',
    '😀',
    '\n',
    ',',
    ';',
  )
  const texts = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(''))
  const codes = [bold(1), note(2), bold(3)]
  const bare = (text: string) => text.replace(/\s/gu, '')
  const languages = fc.constantFrom('fr', 'en', 'de', 'fr-CA', '')

  test('joined, the segments are the paragraph again', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme' })), languages, (text, language) => {
        const segments = segment(paragraph(text), language)
        let at = 0
        for (const sentence of segments) {
          const start = text.indexOf(sentence.text, at)
          expect(text.slice(at, start).trim()).toBe('')
          expect(sentence.text).toBe(sentence.text.trim())
          expect(sentence.text).not.toBe('')
          at = start + sentence.text.length
        }
        expect(text.slice(at).trim()).toBe('')
      }),
      { numRuns: 500 },
    )
  })

  test('no word is lost where there are tags, balanced or not', () => {
    fc.assert(
      fc.property(texts, languages, (text, language) => {
        const segments = segment(paragraph(text, codes), language)
        const joined = segments.map((sentence) => plain(sentence.text, sentence.codes).text).join('')
        expect(bare(joined)).toBe(bare(plain(text, codes).text))
      }),
      { numRuns: 500 },
    )
  })

  test('balanced tags stay balanced in each segment, and are numbered in order', () => {
    const part = fc.constantFrom('Il part.', ' ', ' ', 'Elle', '«', ' »', '<1>', '<9/>')
    const leaf = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''))
    const balanced = fc
      .tuple(leaf, leaf, leaf, leaf, leaf, leaf)
      .map(([a, b, c, d, e, f]) => `${a}<2>${b}<3>${c}</3>${d}<4/>${e}</2>${f}`)
    fc.assert(
      fc.property(balanced, (text) => {
        for (const sentence of segment(paragraph(text, [bold(2), bold(3), note(4)]), 'fr')) {
          const open: number[] = []
          const seen: number[] = []
          for (const piece of pieces(sentence.text, sentence.codes)) {
            if (piece.type === 'open') open.push(piece.number)
            if (piece.type === 'close') expect(open.pop()).toBe(piece.number)
            if (piece.type === 'open' || piece.type === 'alone') seen.push(piece.number)
          }
          expect(open).toEqual([])
          expect(seen).toEqual(sentence.codes.map(({ number }) => number))
          expect(seen).toEqual([...seen].sort((one, other) => one - other))
        }
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['stops', '. '.repeat(50_000)],
    ['spaces', `Fin.${' '.repeat(100_000)}Début`],
    ['closing marks', ' »'.repeat(50_000)],
    ['opening marks', `Fin. ${'« '.repeat(50_000)}`],
    ['dots', '.'.repeat(100_000)],
    ['initials', 'J. '.repeat(30_000)],
    ['sentences', 'Il est parti. '.repeat(10_000)],
    ['numbers', '1. '.repeat(30_000)],
  ])('a page of %s takes no time', (_, text) => {
    const before = cpuMilliseconds()
    segment(paragraph(text), 'fr')
    expect(cpuMilliseconds() - before).toBeLessThan(3_000)
  })

  test('many tags take no time', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => bold(at + 1))
    const text = many.map(({ number }) => `<${number}>Il part.</${number}>`).join(' ')
    const before = cpuMilliseconds()
    expect(segment(paragraph(text, many), 'fr')).toHaveLength(5_000)
    expect(cpuMilliseconds() - before).toBeLessThan(3_000)
  })
})
