const oneOf = (...words: readonly string[]) => {
  const known = new Set(words)
  return (text: string) => known.has(text)
}
const like = (pattern: RegExp) => (text: string) => pattern.test(text)

/** BCP 47, with the tags that were registered before it had rules. */
const LANGUAGE =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+|i-[a-z]+|en-gb-oed|sgn-(?:be-fr|be-nl|ch-de))$/iu
const NAME_CHARACTERS = '[\\p{L}\\p{M}\\p{N}._:\\u00B7-]+'
const NMTOKEN = new RegExp(`^${NAME_CHARACTERS}$`, 'u')
const PREFIXED = /^[^\s:]+:[^\s:]+$/u

/** What an `fs:fs` may say: elements of HTML. */
const HTML =
  'a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 h2 h3 h4 h5 h6 head hr html i img label legend li ol p pre q s samp select small span strike strong sub sup table tbody td tfoot th thead title tr tt u ul'

export const isNmtoken = like(NMTOKEN)

/** The kinds of values attributes have, by a word of ours. */
export const VALUES = {
  text: () => true,
  nmtoken: isNmtoken,
  nmtokens: (text: string) =>
    text
      .trim()
      .split(/[ \t\r\n]+/u)
      .every(isNmtoken),
  language: like(LANGUAGE),
  prefixed: like(PREFIXED),
  hex: isHex,
  yesNo: oneOf('yes', 'no'),
  yesNoFirstNo: oneOf('yes', 'firstNo', 'no'),
  direction: oneOf('ltr', 'rtl', 'auto'),
  space: oneOf('default', 'preserve'),
  preserve: oneOf('preserve'),
  side: oneOf('source', 'target'),
  part: oneOf('source', 'target', 'ignorable'),
  state: oneOf('initial', 'translated', 'reviewed', 'final'),
  codeType: oneOf('fmt', 'ui', 'quote', 'link', 'image', 'other'),
  markType: (text: string) => ['generic', 'comment', 'term'].includes(text) || PREFIXED.test(text),
  /** The prefix xlf is the standard's own. */
  ownPrefixed: (text: string) => PREFIXED.test(text) && !text.startsWith('xlf:'),
  matchType: oneOf('am', 'mt', 'icm', 'idm', 'tb', 'tm', 'other'),
  priority: like(/^\s*\+?0*(?:[1-9]|10)\s*$/u),
  positive: like(/^\s*\+?0*[1-9]\d*\s*$/u),
  percentage: (text: string) => /^\s*\+?(?:\d+(?:\.\d*)?|\.\d+)\s*$/u.test(text) && Number(text) <= 100,
  normalization: oneOf('none', 'nfc', 'nfd'),
  html: oneOf(...HTML.split(' ')),
  version: like(/^2\.[0-2]$/u),
} as const satisfies Readonly<Record<string, (text: string) => boolean>>

export type ValueKind = keyof typeof VALUES

/** Whole octets, for a character that XML cannot hold. */
function isHex(text: string): boolean {
  if (!/^(?:[\dA-Fa-f]{2}){1,4}$/u.test(text)) return false
  const point = Number.parseInt(text, 16)
  const isCarried =
    point === 0x9 ||
    point === 0xa ||
    point === 0xd ||
    (point >= 0x20 && point <= 0xd7ff) ||
    (point >= 0xe000 && point <= 0xfffd) ||
    point >= 0x1_0000
  return !isCarried && point <= 0x10_ffff
}
