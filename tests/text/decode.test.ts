import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Invalid } from '../../src/errors.ts'
import { fr } from '../../src/messages/fr.ts'
import { decode, decodeStream } from '../../src/text/decode.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16le = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'))
const utf16be = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16())

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
}

async function streamed(bytes: Uint8Array, size: number): Promise<string> {
  let text = ''
  for await (const part of decodeStream(inChunks(bytes, size))) text += part
  return text
}

const TEXT = 'L’été à Erevan\u00A0: «\u202F20\u00A0€\u202F», œuvre, 🕊️.\r\nFin\rde ligne.\n'

describe('what is text', () => {
  test.each([
    ['UTF-8', utf8(TEXT)],
    ['UTF-8 with its mark', utf8(`\uFEFF${TEXT}`)],
    ['UTF-16, little end first', utf16le(TEXT)],
    ['UTF-16, big end first', utf16be(TEXT)],
  ])('%s, whole and in chunks of any size', async (_, bytes) => {
    expect(decode(bytes)).toBe(TEXT)
    for (const size of [1, 2, 3, 4, 5, 7, 1000]) expect(await streamed(bytes, size)).toBe(TEXT)
  })

  test('one letter, and two bytes', () => {
    expect(decode(utf8('a'))).toBe('a')
    expect(decode(utf8('é'))).toBe('é')
  })

  test('a mark in the middle and a replacement character are text', () => {
    expect(decode(utf8('a\uFEFFb\uFFFDc'))).toBe('a\uFEFFb\uFFFDc')
  })

  test('a page break and a stray control character are let through', () => {
    const text = `${'Une page. '.repeat(20)}\f\x1e`
    expect(decode(utf8(text))).toBe(text)
  })

  test('any text comes back from chunks of any size', async () => {
    const texts = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter((text) => text.trim() !== '' && !/[\x00-\x1f\x7f]/u.test(text))
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(utf8, utf16le, utf16be),
        async (text, size, encode) => {
          fc.pre(!text.startsWith('\uFEFF'))
          expect(await streamed(encode(text), size)).toBe(text)
        },
      ),
    )
  })
})

describe('what is not', () => {
  const latin1 = Uint8Array.from(Buffer.from('À Bakou, une réunion', 'latin1'))
  test.each([
    ['nothing', new Uint8Array(), 'The file is empty.'],
    ['a mark alone', utf8('\uFEFF'), 'The file is empty.'],
    ['white space', utf8(' \r\n\t\u00A0\n'), 'The file is empty.'],
    ['NUL', utf8('a\0b'), 'The file is not a text.'],
    ['NUL in UTF-16', utf16le('a\0b'), 'The file is not a text.'],
    ['UTF-16 without a mark', utf16le('Bonjour').slice(2), 'The file is not a text.'],
    ['an archive', Uint8Array.from([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 0xff, 0xfe]), 'The file is not a text.'],
    ['control characters', utf8('\x01\x02\x03 texte'), 'The file is not a text.'],
    [
      'Windows-1252',
      latin1,
      'The file is not UTF-8: byte 1, on line 1, cannot be read. Save it as UTF-8 and try again.',
    ],
    [
      'a bad byte behind good ones',
      Uint8Array.from([...utf8('\uFFFDété'), 0xe9, 0x20]),
      'The file is not UTF-8: byte 9, on line 1, cannot be read. Save it as UTF-8 and try again.',
    ],
    [
      'a bad byte behind the mark',
      Uint8Array.from([...utf8('\uFEFFa'), 0xff, 0x20]),
      'The file is not UTF-8: byte 5, on line 1, cannot be read. Save it as UTF-8 and try again.',
    ],
    [
      'a bad byte further down',
      Uint8Array.from([...utf8('un\ndeux\r\n'), 0xe9, 0x20]),
      'The file is not UTF-8: byte 10, on line 3, cannot be read. Save it as UTF-8 and try again.',
    ],
    [
      'half a character at the end',
      utf8('fin é').slice(0, -1),
      'The file is not UTF-8: byte 5, on line 1, cannot be read. Save it as UTF-8 and try again.',
    ],
    [
      'a surrogate in UTF-8',
      Uint8Array.from([0x61, 0xed, 0xa0, 0x80]),
      'The file is not UTF-8: byte 2, on line 1, cannot be read. Save it as UTF-8 and try again.',
    ],
    [
      'a lone surrogate in UTF-16',
      utf16le('a\ud800b'),
      'The file claims to be UTF-16 and is not: half a character stands in it.',
    ],
    [
      'an odd byte in UTF-16',
      Uint8Array.from([...utf16le('ab'), 0x41]),
      'The file claims to be UTF-16 and is not: half a character stands in it.',
    ],
  ])('%s', async (_, bytes, message) => {
    expect(() => decode(bytes)).toThrow(expect.objectContaining({ name: 'Invalid', message }))
    for (const size of [1, 2, 3, 1000])
      await expect(streamed(bytes, size)).rejects.toThrow(expect.objectContaining({ name: 'Invalid', message }))
  })

  test('it is said in French too', () => {
    try {
      decode(latin1)
    } catch (error) {
      expect((error as Invalid).say(fr)).toBe(
        'Le fichier n’est pas en UTF-8\u00A0: l’octet 1, à la ligne 1, est illisible. Enregistrez-le en UTF-8 et réessayez.',
      )
    }
    expect.assertions(1)
  })

  test('bytes of any kind give text or Invalid', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        try {
          expect(decode(bytes)).not.toMatch(/\p{Surrogate}/u)
        } catch (error) {
          expect(error).toBeInstanceOf(Invalid)
        }
      }),
    )
  })
})

describe('XML in another encoding, as it comes', () => {
  const XML = `<?xml version="1.0" encoding="ISO"?>\n<a>Été à Oslo, ${'mot '.repeat(100)}œ</a>`
  const declaring = (charset: string) => XML.replace('ISO', charset)
  const latin = (charset: string) => Uint8Array.from(Buffer.from(declaring(charset).replace('œ', '\x9c'), 'latin1'))

  const eucJp = Buffer.concat([utf8(`${declaring('EUC-JP').slice(0, 39)}<a>`), Uint8Array.of(0xb8, 0xec), utf8('</a>')])

  test.each([
    ['ISO-8859-1, as Windows-1252', declaring('ISO-8859-1'), latin('ISO-8859-1')],
    ['Windows-1252', declaring('windows-1252'), latin('windows-1252')],
    ['of several bytes a character', `${declaring('EUC-JP').slice(0, 39)}<a>語</a>`, eucJp],
    ['UTF-16 without its mark', declaring('UTF-16'), utf16le(declaring('UTF-16')).slice(2)],
    ['UTF-16, big end first, without its mark', declaring('UTF-16'), utf16be(declaring('UTF-16')).slice(2)],
    ['UTF-8 that says UTF-16', declaring('UTF-16'), utf8(declaring('UTF-16'))],
    ['UTF-8 that says so', declaring('UTF-8'), utf8(declaring('UTF-8'))],
    ['less than its declaration', '<?xml version="1.0" ', utf8('<?xml version="1.0" ')],
  ])('%s', async (_, text, bytes) => {
    for (const size of [1, 2, 7, 199, 200, 201, 1000]) expect(await streamed(bytes, size)).toBe(text)
  })

  test('is refused where nobody knows it, or the bytes are not of it', async () => {
    await expect(streamed(utf8(declaring('klingon')), 7)).rejects.toThrow('klingon')
    await expect(streamed(latin('EUC-JP'), 7)).rejects.toThrow('EUC-JP')
  })
})
