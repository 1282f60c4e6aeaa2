import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EncodingUnknown, Invalid } from '../../src/errors.ts'
import { decodeText, type Encoding, encodeText, referring } from '../../src/text/encoding.ts'

const TEXT = '« Où est l’œuvre ? » – à Paris, 12 €.\r\n'
const latin = Buffer.from('Où est le général ?', 'latin1')

/** A text as a file of that encoding, by Node itself. */
const utf16 = (text: string, marked: boolean) => Buffer.from((marked ? '\uFEFF' : '') + text, 'utf16le')

describe('what a file says of itself', () => {
  test.each<[name: string, bytes: Buffer, label: string | undefined, encoding: Encoding]>([
    ['UTF-8', Buffer.from(TEXT), undefined, { charset: 'utf-8', marked: false }],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`), undefined, { charset: 'utf-8', marked: true }],
    ['UTF-16', utf16(TEXT, true), undefined, { charset: 'utf-16le', marked: true }],
    ['UTF-16 without a mark', utf16(TEXT, false), undefined, { charset: 'utf-16le', marked: false }],
    ['the other UTF-16', utf16(TEXT, true).swap16(), undefined, { charset: 'utf-16be', marked: true }],
    ['the other, without a mark', utf16(TEXT, false).swap16(), undefined, { charset: 'utf-16be', marked: false }],
    ['a mark against its label', Buffer.from(`\uFEFF${TEXT}`), 'iso-8859-1', { charset: 'utf-8', marked: true }],
  ])('%s', (_, bytes, label, encoding) => {
    expect(decodeText(bytes, label)).toEqual({ text: TEXT, encoding })
    expect(Buffer.from(encodeText(TEXT, encoding)).equals(bytes)).toBe(true)
  })

  test('an encoding of a byte a character, by the name of another that means the same', () => {
    expect(decodeText(latin, 'ISO-8859-1')).toEqual({
      text: 'Où est le général ?',
      encoding: { charset: 'windows-1252', marked: false },
    })
  })
})

describe('where somebody has to be asked', () => {
  test('a word shows what it would be', () => {
    expect(() => decodeText(latin)).toThrow(EncodingUnknown)
    expect(() => decodeText(latin)).toThrow('“Où”')
    expect(decodeText(latin, 'windows-1252').text).toBe('Où est le général ?')
  })

  test.each<[name: string, bytes: Buffer]>([
    ['bytes that mean nothing in Windows-1252', Buffer.from([0x43, 0x81, 0x8d, 0xe9])],
    ['zeros that are no UTF-16', Buffer.from([0x43, 0, 0, 0xe9, 0])],
    ['half a character of UTF-16', Buffer.from([...utf16('Un mot', true), 0x00, 0xd8])],
  ])('never for %s', (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow(Invalid)
    expect(() => decodeText(bytes)).not.toThrow(EncodingUnknown)
  })

  test('a label nobody knows', () => {
    expect(() => decodeText(latin, 'klingon')).toThrow('“klingon”')
  })
})

test('what the encoding lacks is written in one that every program knows', () => {
  const written = Buffer.from(encodeText('Où → ici', { charset: 'windows-1252', marked: false }))
  expect(decodeText(written)).toEqual({ text: 'Où → ici', encoding: { charset: 'utf-8', marked: true } })
})

test('every text comes back from every encoding that holds it', () => {
  const charsets = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1251', 'iso-8859-15')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), charsets, (words, charset) => {
      const text = `Mot ${words.replace(/[\p{Cc}\uFEFF]/gu, '')}`
      const bytes = encodeText(text, { charset, marked: false })
      expect(decodeText(bytes, charset).text).toBe(text)
    }),
    { seed: 20_261_125, numRuns: 500 },
  )
})

test.each([
  ['utf-8', 'é € 語'],
  ['iso-8859-2', 'é &#8364; &#35486;'],
  ['windows-1252', 'é &#8364; &#35486;'],
])('%s says what it lacks by numbers', (charset, written) => {
  expect(referring('é € 語', { charset, marked: false })).toBe(written)
})
