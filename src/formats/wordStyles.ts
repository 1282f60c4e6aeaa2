import { childOf, childrenOf, type XmlNode } from '../text/xmlElements.ts'
import type { Kind } from '../unit.ts'
import { elementsIn } from './officePackage.ts'
import { WORD } from './wordNames.ts'

/** A style, as far as it tells what a paragraph is and whether its words are seen. */
export interface Style {
  /** What Word calls it inside, in every language: `heading 1` is `Titre 1` on the screen of a Frenchman. */
  name: string
  basedOn: string | undefined
  outlined: boolean | undefined
  listed: boolean | undefined
  hidden: boolean | undefined
  /** The names of the properties it gives words; of a table, also those of its rows and columns. */
  looks: ReadonlySet<string>
}

export type Styles = ReadonlyMap<string, Style>

/** What words may get without their paragraph or run naming a style: from the document, its tables, the style of its paragraphs. */
const UNNAMED = ''

export async function readStyles(part: string, text: string): Promise<Styles> {
  const styles = new Map<string, Style>()
  const unnamed = new Set<string>()
  let ofParagraphs: string | undefined
  for await (const { element } of elementsIn(part, text, WORD, (name) => /^w:(?:style|docDefaults)$/u.test(name))) {
    const { 'w:type': type, 'w:default': isDefault, 'w:styleId': id } = element.attributes
    const looks = looksIn(element)
    if (element.name === 'w:docDefaults' || type === 'table') for (const name of looks) unnamed.add(name)
    if (element.name === 'w:docDefaults') continue
    if (type === 'paragraph' && /^(?:1|true|on)$/u.test(isDefault ?? '')) ofParagraphs = id
    const properties = childOf(element, 'w:pPr')
    styles.set(id ?? UNNAMED, {
      name: valOf(childOf(element, 'w:name'))?.toLowerCase() ?? '',
      basedOn: valOf(childOf(element, 'w:basedOn')),
      outlined: isOutlined(properties),
      listed: isListed(properties),
      hidden: isHidden(childOf(element, 'w:rPr')),
      looks,
    })
  }
  styles.set(UNNAMED, { ...NOTHING_SAID, basedOn: ofParagraphs, looks: unnamed })
  return styles
}

const NOTHING_SAID = { name: '', outlined: undefined, listed: undefined, hidden: undefined }

function looksIn(element: XmlNode): Set<string> {
  const looks = new Set<string>()
  for (const child of childrenOf(element)) {
    if (child.name === 'w:rPr') for (const { name } of childrenOf(child)) looks.add(name)
    else if (child.name === 'w:rPrDefault' || child.name === 'w:tblStylePr') {
      for (const name of looksIn(child)) looks.add(name)
    }
  }
  return looks
}

export const valOf = (element: XmlNode | undefined): string | undefined => element?.attributes['w:val']

/** A property that is on or off (ISO/IEC 29500-1, 17.17.4); nothing where it is not spoken of. */
function isOn(element: XmlNode | undefined): boolean | undefined {
  return element && !/^(?:0|false|off)$/u.test(valOf(element) ?? '')
}

/** Levels count from 0; the tenth is that of plain text (17.3.1.20). */
function isOutlined(properties: XmlNode | undefined): boolean | undefined {
  const level = valOf(childOf(properties, 'w:outlineLvl'))
  return level === undefined ? undefined : Number(level) < 9
}

/** Number 0 takes a paragraph out of its style's list (17.9.18). */
function isListed(properties: XmlNode | undefined): boolean | undefined {
  const numbering = childOf(properties, 'w:numPr')
  return numbering && valOf(childOf(numbering, 'w:numId')) !== '0'
}

const isHidden = (properties: XmlNode | undefined) => isOn(childOf(properties, 'w:vanish'))

/** Word lets a style rest on ten others. One that rests on itself ends here too. */
const LONGEST_CHAIN = 20

/** The styles a style rests on, itself first. */
function* chain(id: string | undefined, styles: Styles): Generator<Style> {
  let next = id
  for (let count = 0; next !== undefined && count < LONGEST_CHAIN; count++) {
    const style = styles.get(next)
    if (style) yield style
    next = style?.basedOn
  }
}

/** What the first of the styles to speak of it says. */
function inherited(id: string | undefined, styles: Styles, said: (style: Style) => boolean | undefined): boolean {
  for (const style of chain(id, styles)) {
    const answer = said(style)
    if (answer !== undefined) return answer
  }
  return false
}

/** What a paragraph is by its properties and its style. */
export function kindOf(properties: XmlNode | undefined, styles: Styles): Kind {
  const id = valOf(childOf(properties, 'w:pStyle'))
  const names = Array.from(chain(id, styles), ({ name }) => name)
  const is = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (is(/^toc \d$|^table of figures$|^index \d$/u)) return 'other'
  if (is(/^(?:heading \d|title|subtitle|toc heading)$/u)) return 'heading'
  if (isOutlined(properties) ?? inherited(id, styles, ({ outlined }) => outlined)) return 'heading'
  if (is(/^(?:quote|intense quote|block text)$/u)) return 'quote'
  if (isListed(properties) ?? inherited(id, styles, ({ listed }) => listed)) return 'item'
  return 'paragraph'
}

/** Whether a run is there without being seen, by its own properties or its style's. */
export const isRunHidden = (properties: XmlNode | undefined, styles: Styles): boolean =>
  isHidden(properties) ?? inherited(valOf(childOf(properties, 'w:rStyle')), styles, ({ hidden }) => hidden)

export const isParagraphStyleHidden = (properties: XmlNode | undefined, styles: Styles): boolean =>
  inherited(valOf(childOf(properties, 'w:pStyle')), styles, ({ hidden }) => hidden)

/** The names of the properties that words with these styles get from them. */
export const looksOf = (styles: Styles, ...ids: readonly (string | undefined)[]): Set<string> =>
  new Set([UNNAMED, ...ids].flatMap((id) => Array.from(chain(id, styles), ({ looks }) => [...looks]).flat()))
