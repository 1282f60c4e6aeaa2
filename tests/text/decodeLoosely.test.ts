import { describe, expect, test } from 'vitest'
import { Invalid } from '../../src/errors.ts'
import { decodeLoosely } from '../../src/text/decodeLoosely.ts'

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const declared = (label: string, bytes: string) =>
  latin1(`<?xml version="1.0" encoding="${label}"?>\n<tbx>${bytes}</tbx>`)

describe('the text of a file', () => {
  test.each([
    ['in UTF-8, which nobody has to guess', Buffer.from('fr,en\nété,summer\n'), { text: 'fr,en\nété,summer\n' }],
    ['in UTF-16 that says so', Buffer.from('\uFEFFété', 'utf16le'), { text: 'été' }],
    ['in ASCII', Buffer.from('a;b'), { text: 'a;b' }],
    [
      'of a spreadsheet in Western Europe: the first word shows whether the guess is right',
      latin1('fr;en\r\nx;y\r\nl\x92\xe9tat-major;staff \x80\r\n'),
      { text: 'fr;en\r\nx;y\r\nl’état-major;staff €\r\n', guessed: { line: 3, word: 'l’état-major' } },
    ],
    [
      'whose first word has no end',
      latin1(`${'x'.repeat(1000)}\xe9${'y'.repeat(1000)}`),
      {
        text: `${'x'.repeat(1000)}é${'y'.repeat(1000)}`,
        guessed: { line: 1, word: `${'x'.repeat(30)}é${'y'.repeat(29)}` },
      },
    ],
  ])('%s', (_, bytes, expected) => expect(decodeLoosely(bytes)).toEqual(expected))

  test.each([
    ['windows-1254', '\xfe\xf0\x92', 'şğ’'],
    ['ISO-8859-1', '\xe9\x92', 'é’'],
    ['Windows-1252', '\xe9\x92', 'é’'],
    ['utf-8', '\xc3\xa9', 'é'],
    ['KOI8-R', '\xc1', 'а'],
  ])('in the encoding its XML declaration names: %s', (label, bytes, expected) => {
    const { text, guessed } = decodeLoosely(declared(label, bytes))
    expect(text).toContain(`<tbx>${expected}</tbx>`)
    expect(guessed).toBeUndefined()
  })

  test.each([
    ['an encoding nobody knows', declared('klingon-8', 'x'), 'The file says that it is in “klingon-8”'],
    ['bytes that are not in the declared one', declared('Shift_JIS', '\x81 '), 'and is not'],
    ['XML that is UTF-8 by its declaration, and is not', declared('UTF-8', '\xe9'), 'not UTF-8: byte 45, on line 2,'],
    ['XML that declares nothing and is not UTF-8', latin1('<tbx>\n\xe9</tbx>'), 'not UTF-8: byte 7, on line 2,'],
    ['a byte that means nothing in Windows-1252', latin1('a\x81b'), 'not UTF-8: byte 2, on line 1,'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3, 0xff]), 'not a text'],
    ['bytes of all kinds', latin1('\xe9\x01\x02\x03\x04'), 'not a text'],
    ['nothing', latin1(''), 'empty'],
  ])('is refused: %s', (_, bytes, message) => {
    expect(() => decodeLoosely(bytes)).toThrow(Invalid)
    expect(() => decodeLoosely(bytes)).toThrow(message)
  })
})
