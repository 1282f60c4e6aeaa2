import { type Encoding, has } from './encoding.ts'

/** Bytes in which a declaration stands. */
const OPENING = 200
const DECLARATION = /^(\s*<\?xml\s[^>]*?\bencoding\s*=\s*["'])([\w.:-]+)(?=["'])/u

/** The encoding that XML declares, by how it begins. */
export const declaredIn = (opening: string): string | undefined => DECLARATION.exec(opening)?.[2]

/** The same by its bytes, in any encoding in which ASCII is ASCII. */
export const declaredBy = (bytes: Uint8Array): string | undefined =>
  declaredIn(Buffer.from(bytes.subarray(0, OPENING)).toString('latin1'))

/** XML that declares another encoding, where it declares one. */
export const declaring = (xml: string, charset: string): string => xml.replace(DECLARATION, `$1${charset}`)

/**
 * XML with the characters its encoding lacks by their numbers. What calls itself ISO 8859-1 is Windows-1252 to some and not to others:
 * what the two do not share is lacking.
 */
export const referring = (xml: string, encoding: Encoding): string =>
  encoding.charset.startsWith('utf-')
    ? xml
    : xml.replace(/\P{ASCII}/gu, (character) =>
        has(encoding, character) && (encoding.charset !== 'windows-1252' || character <= '\u00FF')
          ? character
          : `&#${character.codePointAt(0)};`,
      )
