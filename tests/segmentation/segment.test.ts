import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ourRules } from '../../src/desk/ourRules.ts'
import { readExpression } from '../../src/segmentation/expression.ts'
import { compileRules, type Rules } from '../../src/segmentation/rules.ts'
import { type Segment, segment } from '../../src/segmentation/segment.ts'
import { pieces, plain } from '../../src/text/tags.ts'
import { type Code, KINDS, type Kind } from '../../src/unit.ts'

/** Not the clock: other tests run beside this one. */
const cpuMilliseconds = () => process.cpuUsage().user / 1000

const french = await ourRules('fr')
const rulesThatBreak = (before: string, after: string) =>
  compileRules([{ breaks: true, before: readExpression(before), after: readExpression(after) }])

/** Ours, and such as nobody would write: ends behind white space, inside of it, everywhere. */
const RULES = [
  ...(await Promise.all(['fr', 'en', 'de', 'fr-CA', ''].map(ourRules))),
  rulesThatBreak('[.!?]\\s', ''),
  rulesThatBreak('\\s', '\\s'),
  rulesThatBreak('', ''),
]

const bold = (number: number): Code => ({ number, open: '**', close: '**' })
const part = (number: number, pair: number): Code => ({ ...bold(number), pair })
const note = (number: number): Code => ({ number, open: '<br>' })
const paragraph = (text: string, codes: readonly Code[] = [], kind: Kind = 'paragraph') => ({ kind, text, codes })

describe('tags', () => {
  test.each<[name: string, text: string, codes: Code[], segments: Segment[]]>([
    [
      'numbered again from 1',
      'Un <1>mot</1>. Deux <2>mots</2>.',
      [bold(1), bold(2)],
      [
        { text: 'Un <1>mot</1>.', codes: [bold(1)], gap: '' },
        { text: 'Deux <1>mots</1>.', codes: [bold(1)], gap: ' ' },
      ],
    ],
    [
      'closed with their sentence',
      'Il part. <1>Elle reste.</1> On verra.',
      [bold(1)],
      [
        { text: 'Il part.', codes: [], gap: '' },
        { text: '<1>Elle reste.</1>', codes: [bold(1)], gap: ' ' },
        { text: 'On verra.', codes: [], gap: ' ' },
      ],
    ],
    [
      'around white space',
      '<1>Il part. </1>Elle reste.<2> On verra.</2>',
      [bold(1), bold(2)],
      [
        { text: '<1>Il part. </1>', codes: [bold(1)], gap: '' },
        { text: 'Elle reste.', codes: [], gap: '' },
        { text: '<1> On verra.</1>', codes: [bold(1)], gap: '' },
      ],
    ],
    [
      'split with their sentences',
      '<1>Il part. Elle <2>reste. On</2> verra.</1>',
      [bold(1), bold(2)],
      [
        { text: '<1>Il part.</1>', codes: [part(1, 1)], gap: '' },
        { text: '<1>Elle <2>reste.</2></1>', codes: [part(1, 1), part(2, 2)], gap: ' ' },
        { text: '<1><2>On</2> verra.</1>', codes: [part(1, 1), part(2, 2)], gap: ' ' },
      ],
    ],
    [
      'that span sentences, beside others of the same number',
      'Il <1>part</1>. <2>Elle reste. On verra.</2>',
      [bold(1), bold(2)],
      [
        { text: 'Il <1>part</1>.', codes: [bold(1)], gap: '' },
        { text: '<1>Elle reste.</1>', codes: [part(1, 2)], gap: ' ' },
        { text: '<1>On verra.</1>', codes: [part(1, 2)], gap: ' ' },
      ],
    ],
    [
      'alone, at the end',
      'Il part.<1/> Elle reste.',
      [note(1)],
      [
        { text: 'Il part.<1/>', codes: [note(1)], gap: '' },
        { text: 'Elle reste.', codes: [], gap: ' ' },
      ],
    ],
    [
      'alone, at the beginning',
      'Il part. <1/>Elle reste.',
      [note(1)],
      [
        { text: 'Il part.', codes: [], gap: '' },
        { text: '<1/>Elle reste.', codes: [note(1)], gap: ' ' },
      ],
    ],
    [
      'inside an abbreviation',
      'Le G<1>al</1> Hasanov et M<2>me</2>. Roux sont là.',
      [bold(1), bold(2)],
      [{ text: 'Le G<1>al</1> Hasanov et M<2>me</2>. Roux sont là.', codes: [bold(1), bold(2)], gap: '' }],
    ],
    [
      'between the stop and the quotation mark',
      '« <1>Il part.</1> » Elle reste.',
      [bold(1)],
      [
        { text: '« <1>Il part.</1> »', codes: [bold(1)], gap: '' },
        { text: 'Elle reste.', codes: [], gap: ' ' },
      ],
    ],
    [
      'a number in the words is no tag',
      'Il lit <1> ici. Voir <1> <2>là</2>.',
      [bold(2)],
      [
        { text: 'Il lit <1> ici.', codes: [], gap: '' },
        { text: 'Voir <1> <2>là</2>.', codes: [bold(2)], gap: ' ' },
      ],
    ],
    [
      'numbered past a number in the words',
      'Un <3>mot</3> <1>. Deux mots.',
      [bold(3)],
      [
        { text: 'Un <2>mot</2> <1>.', codes: [bold(2)], gap: '' },
        { text: 'Deux mots.', codes: [], gap: ' ' },
      ],
    ],
    ['an image alone', '<1/>', [note(1)], [{ text: '<1/>', codes: [note(1)], gap: '' }]],
  ])('%s', (_, text, codes, segments) => {
    expect(segment(paragraph(text, codes), french)).toEqual(segments)
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
    expect(segment(paragraph(text, [], kind), french)).toHaveLength(count)
  })

  test('code keeps its white space', () => {
    expect(segment(paragraph('  a\n  b\n', [], 'code'), french)).toEqual([{ text: '  a\n  b\n', codes: [], gap: '' }])
  })

  test.each(KINDS)('nothing in an empty %s', (kind) => {
    expect(segment(paragraph(' \u00A0\n', [], kind), french)).toEqual([])
  })
})

describe('gaps', () => {
  test.each<[name: string, text: string, gaps: string[]]>([
    ['a space', 'Il part. Elle reste.', ['', ' ']],
    ['a no-break space', 'Il part.\u00A0Elle reste.', ['', '\u00A0']],
    ['several of each', 'Il part. \u202F\n Elle reste.', ['', ' \u202F\n ']],
    ['none', 'Il a parlé.« Non. »', ['', '']],
    ['none of what stands at the ends', ' Il part. Elle reste. ', ['', ' ']],
  ])('%s', (_, text, gaps) => {
    expect(segment(paragraph(text), french).map(({ gap }) => gap)).toEqual(gaps)
  })

  test.each(['.', '. ', '.  '])('whichever side a rule gives the white space to: behind “%s”', (before) => {
    const rules = rulesThatBreak(before.replace('.', '\\.'), '')
    const segments = segment(paragraph('Un.  Deux.  '), rules)
    expect(segments).toEqual([
      { text: 'Un.', codes: [], gap: '' },
      { text: 'Deux.', codes: [], gap: '  ' },
    ])
  })

  test('a rule that breaks inside white space makes no empty sentence', () => {
    const segments = segment(paragraph('Un.   Deux.  '), rulesThatBreak('\\s|\\.', ''))
    expect(segments.map(({ text }) => text)).toEqual(['Un.', 'Deux.'])
  })
})

describe('whatever it is given', { timeout: 30_000 }, () => {
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
  const rules: fc.Arbitrary<Rules> = fc.constantFrom(...RULES)

  test('joined, the segments are the paragraph again', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme' })), rules, (text, rules) => {
        const segments = segment(paragraph(text), rules)
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
      fc.property(texts, rules, (text, rules) => {
        const segments = segment(paragraph(text, codes), rules)
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
        for (const sentence of segment(paragraph(text, [bold(2), bold(3), note(4)]), french)) {
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

  test('joined with their gaps, without the seams of pairs that span them, they are the paragraph again', () => {
    const words = fc.constantFrom(
      'Il part.',
      'Elle',
      '« Oui. »',
      ' ',
      ' ',
      '\u00A0',
      '\n',
      '<7/>',
      '<9>',
      '.',
      '!',
      'M.',
    )
    const inner = fc.array(words, { maxLength: 4 }).map((parts) => parts.join(''))
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.array(fc.oneof({ maxDepth: 3 }, inner, tie('tree')), { maxLength: 4 }) as fc.Arbitrary<Tree>,
    }))
    fc.assert(
      fc.property(tree, rules, (tree, rules) => {
        const { text, codes } = written(tree)
        const segments = segment(paragraph(text, codes), rules)
        const spans = segments.length > 1
        expect(joined(segments)).toEqual(sequence(text.trim() === '' ? [] : tokens(text.trim(), codes, String)))
        for (const { pair } of segments.flatMap((sentence) => sentence.codes)) if (pair) expect(spans).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  test('a pair is named where it is cut, and nowhere else', () => {
    const [first, second] = segment(paragraph('<1>Il part. On</1> <2>verra</2>.', [bold(1), bold(2)]), french)
    expect(first!.codes).toEqual([part(1, 1)])
    expect(second!.codes).toEqual([part(1, 1), bold(2)])
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
    segment(paragraph(text), french)
    expect(cpuMilliseconds() - before).toBeLessThan(3_000)
  })

  test('an end at every space of a page of them takes no time', () => {
    const text = `${' '.repeat(50_000)}Il part.${' '.repeat(50_000)}`
    const rules = rulesThatBreak('\\s', '')
    const before = cpuMilliseconds()
    expect(segment(paragraph(text), rules)).toHaveLength(2)
    expect(cpuMilliseconds() - before).toBeLessThan(3_000)
  })

  test('many tags take no time', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => bold(at + 1))
    const text = many.map(({ number }) => `<${number}>Il part.</${number}>`).join(' ')
    const before = cpuMilliseconds()
    expect(segment(paragraph(text, many), french)).toHaveLength(5_000)
    expect(cpuMilliseconds() - before).toBeLessThan(3_000)
  })
})

/** Words, and in an array a pair of tags around what it holds. */
type Tree = (string | Tree)[]

/** A tree as a tagged text; `<7/>` in its words stands for a tag that stands alone. */
function written(tree: Tree): { text: string; codes: Code[] } {
  const codes: Code[] = []
  const add = (codeOf: (number: number) => Code) => codes[codes.push(codeOf(codes.length + 10)) - 1]!.number
  const write = (node: string | Tree): string => {
    if (typeof node === 'string') return node.replaceAll('<7/>', () => `<${add(note)}/>`)
    const number = add(bold)
    return `<${number}>${node.map(write).join('')}</${number}>`
  }
  return { text: tree.map(write).join(''), codes }
}

/** A tag by a name that is its own in the paragraph, or words. */
type Token = { type: 'open' | 'close' | 'alone'; name: string } | { type: 'text'; text: string }

const tokens = (text: string, codes: readonly Code[], nameOf: (number: number) => string): Token[] =>
  [...pieces(text, codes)].map((piece) =>
    piece.type === 'text' ? { type: 'text', text: piece.text } : { type: piece.type, name: nameOf(piece.number) },
  )

/** The inverse of `segment`: what closes a pair at a seam and what opens it again drop out. */
function joined(segments: readonly Segment[]): Token[] {
  const all: Token[] = []
  for (const [index, { text, codes, gap }] of segments.entries()) {
    const pairOf = new Map(codes.map(({ number, pair }) => [number, pair]))
    const nameOf = (number: number) => (pairOf.get(number) ? `pair ${pairOf.get(number)}` : `${index}.${number}`)
    const own = tokens(text, codes, nameOf)
    while (isSeam(all.at(-1), own[0])) {
      all.pop()
      own.shift()
    }
    all.push({ type: 'text', text: gap }, ...own)
  }
  return sequence(all)
}

const isSeam = (left: Token | undefined, right: Token | undefined) =>
  left?.type === 'close' && right?.type === 'open' && left.name === right.name && left.name.startsWith('pair')

/** With words that touch in one, and names in order of appearance. */
function sequence(all: readonly Token[]): Token[] {
  const names = new Map<string, string>()
  const merged: Token[] = []
  for (const token of all) {
    const last = merged.at(-1)
    if (token.type !== 'text') {
      if (!names.has(token.name)) names.set(token.name, String(names.size + 1))
      merged.push({ ...token, name: names.get(token.name)! })
    } else if (last?.type === 'text') merged[merged.length - 1] = { type: 'text', text: last.text + token.text }
    else if (token.text !== '') merged.push(token)
  }
  return merged
}
