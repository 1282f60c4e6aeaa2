/** Bytes in which a declaration stands. */
export const OPENING = 200
const DECLARATION = /^(\s*<\?xml\s[^>]*?\bencoding\s*=\s*["'])([\w.:-]+)(?=["'])/u

/** The encoding that XML declares, by how it begins. */
export const declaredIn = (opening: string): string | undefined => DECLARATION.exec(opening)?.[2]

/** The same by its bytes, in any encoding in which ASCII is ASCII. */
export const declaredBy = (bytes: Uint8Array): string | undefined =>
  declaredIn(Buffer.from(bytes.subarray(0, OPENING)).toString('latin1'))

/** XML that declares another encoding, where it declares one. */
export const declaring = (xml: string, charset: string): string => xml.replace(DECLARATION, `$1${charset}`)
