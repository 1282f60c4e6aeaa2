import { escapeXmlAttribute } from '../text/xml.ts'
import { childOf, childrenOf, type XmlNode } from '../text/xmlElements.ts'
import type { LanguagePair } from '../unit.ts'

/** Where run properties are written. */
export interface Surroundings {
  /** The text of the part they stand in. */
  part: string
  /** What stands before the names of Word's elements there, with its colon. Empty where they need nothing. */
  prefix: string
  languages: LanguagePair
}

/** What stands behind the language in the order of run properties (ISO/IEC 29500-1, 17.3.2.28), extensions last of all. */
const BEHIND = /^(?:w:(?:eastAsianLayout|specVanish|oMath)$|\?)/u

/**
 * Run properties as XML, with the language of the translation instead of its source's, which the document may leave unsaid. Words
 * in a third language keep it.
 */
export function inLanguage(properties: XmlNode | undefined, { part, prefix, languages }: Surroundings): string {
  const before = properties ? part.slice(properties.start, properties.end) : ''
  // An attribute has no namespace without a prefix.
  if (prefix === '') return before
  const tag = escapeXmlAttribute(languages.target)
  const language = `<${prefix}lang ${prefix}val="${tag}"/>`
  if (properties === undefined || properties.contentEnd === properties.end) {
    return `<${prefix}rPr>${language}</${prefix}rPr>`
  }
  const place = (at: number) => at - properties.start
  const existing = childOf(properties, 'w:lang')
  if (existing === undefined) {
    const behind = childrenOf(properties).find(({ name }) => BEHIND.test(name))
    const at = place(behind?.start ?? properties.contentEnd)
    return before.slice(0, at) + language + before.slice(at)
  }
  const said = existing.attributes['w:val']
  if (said !== undefined && primary(said) !== primary(languages.source)) return before
  const [start, end] = [place(existing.start), place(existing.end)]
  return before.slice(0, start) + renamed(before.slice(start, end), prefix, tag) + before.slice(end)
}

const primary = (tag: string) => tag.split('-', 1)[0]!.toLowerCase()

/** The element has other attributes for other scripts. */
function renamed(element: string, prefix: string, tag: string): string {
  const rest = element.replace(/\s+[^\s:=]+:val\s*=\s*(?:"[^"]*"|'[^']*')/u, '')
  return rest.replace(/^<[^\s/>]+/u, (name) => `${name} ${prefix}val="${tag}"`)
}
