import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Automaton, Workshop } from '../../src/segmentation/automaton.ts'
import { readExpression } from '../../src/segmentation/expression.ts'
import { compileRules } from '../../src/segmentation/rules.ts'

/** Whether an expression matches all of a text. */
const isWhole = (pattern: string, text: string) =>
  new Automaton(new Workshop(), [readExpression(`(?:${pattern})\\z`)], false).matches(text, 0)

describe('what Java and ICU write and JavaScript does not', () => {
  test.each<[pattern: string, matched: string[], refused: string[]]>([
    ['\\s', [' ', '\t', '\n'], ['\u00A0', '\u202F', 'a']],
    ['\\S', ['\u00A0', 'a'], [' ']],
    ['\\h', [' ', '\t', '\u00A0', '\u202F'], ['\n']],
    ['\\H', ['\n', 'a'], ['\u00A0']],
    ['\\v', ['\n', '\u2028', '\u0085'], [' ']],
    ['\\w+', ['abc_9'], ['é', '٣']],
    ['(?U)\\w+', ['été_٣'], ['-']],
    ['(?U)\\s\\d', ['\u00A0٣'], ['\u00A0x']],
    ['\\d', ['3'], ['٣']],
    ['\\p{Lu}\\pL', ['ÉA', 'Aé'], ['éA']],
    ['\\p{IsAlpha}+', ['é', 'λ'], ['3']],
    ['\\p{Alpha}+', ['az'], ['é']],
    ['(?U)\\p{Alpha}', ['é'], ['3']],
    ['\\p{IsAlphabetic}\\p{IsLatin}\\p{IsGreek}', ['λzλ'], ['zzz']],
    ['\\p{L1}\\P{L}\\p{^Lu}', ['é3a'], ['λ3a', 'éaa', 'é3A']],
    ['\\p{script=Greek}\\p{gc=Lu}\\p{Punct}', ['λA!'], ['λA«']],
    ['[[:alpha:]][[:^digit:]]', ['éx'], ['3x', 'é3']],
    ['[a-z&&[^aeiou]]+', ['bcd'], ['bad']],
    ['[a-c[x-z]]+', ['ax'], ['m']],
    ['[^a-c[x-z]]', ['m'], ['a', 'x']],
    ['[]a]+', [']a'], ['b']],
    ['[\\]\\-\\\\^&]+', [']-\\^&'], ['a']],
    ['[\\Q[^]\\E]+', ['[^]'], ['Q']],
    ['[\\.!?…][\\u0002|\'|"|«|\\)]?', ['.', '…«', '?)'], ['.»']],
    ['\\Qa.b\\E+', ['a.b', 'a.bb'], ['axb']],
    ['\\u00E9\\x{1F600}\\xE9\\uD83D\\uDE00\\0101\\cA\\t', ['é😀é😀A\u0001\t'], ['e']],
    ['.', ['a', '😀'], ['\n', '\u2028', '']],
    ['(?s).', ['\n'], ['']],
    ['(?i)été', ['ÉTÉ', 'été'], ['ete']],
    ['(?i:a)b', ['Ab', 'ab'], ['aB']],
    ['a(?i)b(?-i)c', ['aBc'], ['ABc', 'abC']],
    ['(?i)[^a]', ['b'], ['A', 'a']],
    ['a++b', ['aab'], ['ab a']],
    ['a++a', [], ['aa', 'aaa']],
    ['a?+a', ['aa'], ['a']],
    ['a{1,2}+a', ['aaa'], ['a', 'aa']],
    ['a*?b??', ['', 'aab', 'b'], ['bb']],
    ['(?<name>a)(b)(?#a comment)', ['ab'], ['a']],
    ['a{2,}', ['aa', 'aaaa'], ['a']],
    ['a{ 2 , 3 }', ['aa', 'aaa'], ['a', 'aaaa']],
    ['(?:a|)b', ['ab', 'b'], ['a']],
    ['\\R', ['\n', '\r\n', '\u2028'], ['\n\n']],
    ['}]', ['}]'], ['}']],
  ])('%s', (pattern, matched, refused) => {
    expect(matched.filter((text) => !isWhole(pattern, text))).toEqual([])
    expect(refused.filter((text) => isWhole(pattern, text))).toEqual([])
  })

  test.each<[name: string, before: string, after: string, text: string, ends: number[]]>([
    ['the beginning', '^a', '', 'a a', [1]],
    ['the beginning of a line', '(?m)^a', '', 'a\na', [1]],
    ['the end, with a line end behind it', '', '$', 'ab\n', [2]],
    ['the very end', '', '.\\z', 'ab', [1]],
    ['a word boundary beside an accent', '', '\\bé', 'é é aé', [2]],
    ['no word boundary', 'a\\B', '', 'ab a', [1]],
    ['what stands around inside a look-behind', '(?<=\\p{L}{2})\\.(?!»)', '', 'ab. a. ab.» ab.x', [3, 15]],
    ['a character of two units', '😀', '😀', '😀😀', [2]],
  ])('%s', (_, before, after, text, ends) => {
    const rule = { breaks: true, before: readExpression(before), after: readExpression(after) }
    expect(compileRules([rule]).ends(text)).toEqual(ends)
  })
})

describe('what is refused, in a sentence', () => {
  test.each([
    ['(a', 'opens here'],
    ['[a', 'opens here'],
    ['[', 'opens here'],
    ['a)', 'closes what nothing opened'],
    ['*a', 'nothing to repeat'],
    ['a|+', 'nothing to repeat'],
    ['a**', 'nothing to repeat'],
    [`a${'*'.repeat(10_000)}`, 'nothing to repeat'],
    [`[${'a'.repeat(100_000)}]`, 'too large'],
    ['a{b}', 'nothing to repeat'],
    ['a{3,2}', 'ends before it begins'],
    ['[z-a]', 'ends before it begins'],
    ['[a-\\d]', 'ends before it begins'],
    ['\\', 'ends with a backslash'],
    ['[\\', 'ends with a backslash'],
    ['\\G', '\\G'],
    ['\\X', '\\X'],
    ['(a)\\1', '\\1'],
    ['\\y', '\\y'],
    ['(?>a)', '(?>'],
    ['(?:ab)++', '++'],
    ['(?x) a', '(?x)'],
    ['\\p{InGreek}', 'InGreek'],
    ['\\p{Nothing}', 'Nothing'],
    ['\\p{constructor}', 'constructor'],
    ['[[:toString:]]', 'toString'],
    ['\\x{110000}', '110000'],
    ['a{99999}', 'too large'],
    ['((((a{100}){100}){100}){100}){100}', 'too large'],
    ['((((){1000}){1000}){1000}){1000}', 'too large'],
    ['('.repeat(5_000), 'too large'],
    ['['.repeat(5_000), 'too large'],
  ])('%s', (pattern, problem) => {
    expect(() => readExpression(pattern)).toThrow(problem)
  })

  test('more rules than anybody means', () => {
    const rule = { breaks: true, before: readExpression('a{9999}'), after: readExpression('') }
    expect(() => compileRules(Array.from({ length: 20 }, () => rule))).toThrow('too large')
  })
})

describe('beside the expressions of JavaScript', { timeout: 30_000 }, () => {
  const atom = fc.constantFrom(
    'a',
    'b',
    '.',
    '[ab]',
    '[^a]',
    '\\s',
    '(?<=a)',
    '(?=b)',
    '(?!a)',
    '(?<!b)',
    '^',
    '$(?!\\n)',
    '😀',
  )
  const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
    pattern: fc.oneof(
      { maxDepth: 4 },
      atom,
      fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `${one}${other}`),
      fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(?:${one}|${other})`),
      fc
        .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{0,2}', '*?'))
        .map(([body, count]) => `(?:${body})${count}`),
      fc.tuple(fc.constantFrom('?=', '?!', '?<=', '?<!'), tie('pattern')).map(([look, body]) => `(${look}${body})`),
    ),
  }))
  const text = fc.array(fc.constantFrom('a', 'b', ' ', '.', '😀'), { maxLength: 8 }).map((parts) => parts.join(''))

  test('a rule matches at the same places', () => {
    fc.assert(
      fc.property(pattern, pattern, text, (before, after, text) => {
        const rule = { breaks: true, before: readExpression(before), after: readExpression(after) }
        const theirs = [...text.matchAll(new RegExp(`(?<=${before})(?=${after})`, 'gu'))].map(({ index }) => index)
        // Between the halves of a character JavaScript finds something, and SRX nothing.
        const inside = theirs.filter((at) => at > 0 && at < text.length && !/^[\uDC00-\uDFFF]/.test(text.slice(at)))
        expect(compileRules([rule]).ends(text)).toEqual(inside)
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('a hostile rule takes no time', { timeout: 30_000 }, () => {
  const cpuMilliseconds = () => process.cpuUsage().user / 1000
  test.each([
    ['nested repetitions', '(a+)+b', '', 'a'.repeat(50_000)],
    ['nested repetitions behind', '', '(a+)+b', 'a'.repeat(1_000)],
    ['alternatives that overlap', '(a|a)*b', '', 'a'.repeat(50_000)],
    ['alternatives of repetitions', '', '(a*|a*)*(a*|a*)*b', 'a'.repeat(1_000)],
    ['repetitions side by side', '\\.\\s*\\s*\\s*\\s*\\s*\\s*x', '', `.${' '.repeat(50_000)}`],
    ['looking around looking around', '', '(?=(?=(?=a*b)a*b)a*b)', 'a'.repeat(300)],
    ['many ways', '.{0,500}a.{0,500}', 'b', 'ab'.repeat(5_000)],
  ])('%s', (_, before, after, text) => {
    const start = cpuMilliseconds()
    const rules = compileRules([{ breaks: true, before: readExpression(before), after: readExpression(after) }])
    try {
      rules.ends(text)
    } catch (error) {
      // As good: it is said that it costs too much.
      expect(String(error)).toContain('too often')
    }
    expect(cpuMilliseconds() - start).toBeLessThan(3_000)
  })

  test('a rule that goes through the whole text from everywhere is refused', () => {
    const rules = compileRules([{ breaks: true, before: readExpression('a'), after: readExpression('[^x]*x') }])
    expect(rules.ends('aaax')).toEqual([1, 2, 3])
    expect(() => rules.ends('a'.repeat(100_000))).toThrow('too often')
    expect(rules.ends('aaax')).toEqual([1, 2, 3])
  })
})
