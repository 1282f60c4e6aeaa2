import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bare, fold } from '../../glossary/fold.ts'

describe('folding', () => {
  test.each([
    ['combining accents', 'e\u0301tat', 'état'],
    [
      'curly, modifier and prime apostrophes',
      'l’armée l\u02BCarmée l\u2018armée l′armée',
      "l'armée l'armée l'armée l'armée",
    ],
    ['no-break, narrow and thin spaces', 'forces\u00A0spéciales\u202Fet\u2009armées', 'forces spéciales et armées'],
    ['soft hyphens and zero widths', 'coopé\u00ADra\u200Btion\uFEFF', 'coopération'],
    ['joiners and variation selectors', 'cha\u034Fr ab\uFE0Fc', 'char abc'],
    ['hyphens that do not break, and en dashes', 'état\u2011major – Azerbaïdjan', 'état-major - Azerbaïdjan'],
    ['a dash that cuts the sentence stays', 'la paix — enfin', 'la paix — enfin'],
    ['œ in lower case, capitals and at a beginning', 'œuvre ŒUVRE Œuvre', 'oeuvre OEUVRE Oeuvre'],
    ['æ', 'ex æquo', 'ex aequo'],
    ['ligatures of a PDF', 'oﬃcier', 'officier'],
    ['the dotted capital of Turkish', 'İzmir', 'Izmir'],
  ])('%s', (_, text, folded) => {
    expect(fold(text).text).toBe(folded)
  })

  test('keeps the accents', () => {
    expect(fold('armée').text).not.toBe(fold('armee').text)
  })

  test.each([
    ['after a dropped character', 'co\u00ADopération navale', 'navale'],
    ['with dropped characters inside', 'une coo\u00ADpéra\u00ADtion', 'coo\u00ADpéra\u00ADtion'],
    ['dropped characters at its edges stay outside', 'la \u200Bpaix\u200B.', 'paix'],
    ['after œ', 'la manœuvre navale', 'navale'],
    ['with a combining accent at its end', 'le traite\u0301 de paix', 'traite\u0301'],
  ])('finds the way back: %s', (_, text, part) => {
    const folded = fold(text)
    const start = folded.text.indexOf(fold(part).text)
    expect(text.slice(...folded.spanOf(start, start + fold(part).text.length))).toBe(part)
  })

  test('every span of any text leads back inside it, in order', () => {
    const pieces = fc.constantFrom(
      'a',
      'É',
      'e\u0301',
      'œ',
      '\u00AD',
      '\u200B',
      '’',
      '–',
      ' ',
      '\u202F',
      'ﬁ',
      '😀',
      '\uD800',
    )
    fc.assert(
      fc.property(fc.string({ unit: pieces }), (text) => {
        const folded = fold(text)
        for (let start = 0; start < folded.text.length; start++) {
          const [from, to] = folded.spanOf(start, start + 1)
          expect(from).toBeLessThan(to)
          expect(to).toBeLessThanOrEqual(text.length)
          if (start > 0) expect(from).toBeGreaterThanOrEqual(folded.spanOf(start - 1, start)[0])
        }
      }),
    )
  })

  test('bare takes off accents and nothing else', () => {
    expect(bare('Général, ça où')).toBe('General, ca ou')
  })
})
