/** What XML 1.0 cannot hold, not even as a character reference. */
const UNCARRIED = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u
const EVERY_UNCARRIED = new RegExp(UNCARRIED, 'gu')
/** The same and either half of what stands outside the first plane: three times as fast to look for. */
const SUSPECT = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD]/

/** Where the first character stands that XML 1.0 cannot hold, or -1. */
export const uncarriedIn = (text: string): number => (SUSPECT.test(text) ? text.search(UNCARRIED) : -1)

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** A text with U+FFFD for every character XML 1.0 cannot hold. */
export function carriedByXml(text: string): string {
  return SUSPECT.test(text) ? text.replace(EVERY_UNCARRIED, '\uFFFD') : text
}

/** Most texts have nothing to escape, and one look says so. */
const IN_CONTENT = /[&<>\r]|[^\t\n\x20-\uD7FF\uE000-\uFFFD]/
const IN_ATTRIBUTE = /[&<>"\t\n\r]|[^\x20-\uD7FF\uE000-\uFFFD]/

/** A text as the content of an element. A parser gives back every character XML can hold, carriage returns included. */
export function escapeXml(text: string): string {
  if (!IN_CONTENT.test(text)) return text
  return carriedByXml(text).replace(/[&<>\r]/gu, (character) => REFERENCES[character]!)
}

/** A text as the value of an attribute, in double quotes. Parsers make a space of a bare tab or line break. */
export function escapeXmlAttribute(text: string): string {
  if (!IN_ATTRIBUTE.test(text)) return text
  return carriedByXml(text).replace(/[&<>"\t\n\r]/gu, (character) => REFERENCES[character]!)
}

/** An attribute with the space in front of it; nothing for an empty value. */
export function xmlAttribute(name: string, value = ''): string {
  return value === '' ? '' : ` ${name}="${escapeXmlAttribute(value)}"`
}

const EACH_UNCARRIED = new RegExp(`(${UNCARRIED.source})`, 'u')

/** A text cut at what XML 1.0 cannot hold: every second piece is a character of that kind. */
export const cutAtUncarried = (text: string): string[] => text.split(EACH_UNCARRIED)
