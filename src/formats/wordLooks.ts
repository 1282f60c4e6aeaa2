import { childrenOf, type XmlNode } from '../text/xmlElements.ts'

/**
 * Properties that no reader sees in French or English: languages and proofing, what is for complex scripts, and the spacing that
 * programs scatter over words when they justify lines or convert a PDF.
 */
const UNSEEN: ReadonlySet<string> = new Set([
  'w:bCs',
  'w:cs',
  'w:fitText',
  'w:iCs',
  'w:kern',
  'w:lang',
  'w:noProof',
  'w:snapToGrid',
  'w:spacing',
  'w:szCs',
  'w:w',
  'w:webHidden',
])
/** Of the extensions Word 2010 brought, those that paint; the others choose among the shapes of a letter. */
const PAINTS = /:(?:glow|props3d|reflection|scene3d|shadow|textFill|textOutline)$/u
/** Values that say no more than leaving the property out; some programs write them on every other run. */
const NOTHING: ReadonlyMap<string, RegExp> = new Map([
  ['w:color', /^auto$/u],
  ['w:effect', /^none$/u],
  ['w:em', /^none$/u],
  ['w:highlight', /^none$/u],
  ['w:rtl', /^(?:0|false|off)$/u],
  ['w:vertAlign', /^baseline$/u],
])
/** Properties that are on or off: off says something only where a style puts them on. */
const SWITCHES: ReadonlySet<string> = new Set([
  'w:b',
  'w:caps',
  'w:dstrike',
  'w:emboss',
  'w:i',
  'w:imprint',
  'w:outline',
  'w:shadow',
  'w:smallCaps',
  'w:strike',
  'w:u',
])
const OFF = /^(?:0|false|off|none)$/u
const FONTS = ['w:ascii', 'w:hAnsi', 'w:asciiTheme', 'w:hAnsiTheme']

/** What one sees of a run's properties, as XML: two runs with the same look the same. `styled` are those that styles give it. */
export function appearanceOf(properties: XmlNode | undefined, text: string, styled: () => ReadonlySet<string>): string {
  return childrenOf(properties)
    .map((property) => {
      const { name, attributes, start, end } = property
      if (UNSEEN.has(name) || (name.startsWith('?') && !PAINTS.test(name))) return ''
      if (NOTHING.get(name)?.test(attributes['w:val'] ?? '')) return ''
      if (SWITCHES.has(name) && OFF.test(attributes['w:val'] ?? '') && !styled().has(name)) return ''
      if (name === 'w:shd' && attributes['w:val'] === 'clear' && attributes['w:fill'] === 'auto') return ''
      if (name === 'w:rFonts') {
        const fonts = FONTS.filter((font) => attributes[font] !== undefined)
        return fonts.length === 0 ? '' : `<w:rFonts${fonts.map((font) => ` ${font}="${attributes[font]}"`).join('')}/>`
      }
      return text.slice(start, end).replace(/(?<!\s)\s+[\w:]+=(["'])(?:1|true|on)\1/u, '')
    })
    .join('')
}

/** Whether it would be missed under a space: a line below or through it, a colour behind it. */
export const showsOnSpace = (look: string): boolean =>
  /<(?:[^\s:>]+:)?(?:u|strike|dstrike|highlight|shd|bdr)\b/u.test(look)
