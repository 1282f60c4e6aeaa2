import { Invalid } from '../errors.ts'
import { childrenOf, type XmlNode } from '../text/xmlElements.ts'
import { elementsIn } from './officePackage.ts'
import { bindingsOf } from './wordBindings.ts'
import { isTrackedChange, WORD } from './wordNames.ts'
import type { WordPart } from './wordPackage.ts'

/** A paragraph of a part. */
export interface WordParagraph {
  element: XmlNode
  inCell: boolean
  /** The same paragraph once more, for programs that do not know how the first is drawn. */
  twins: XmlNode[]
  /** What binds the content controls around it to data elsewhere. */
  bindings: XmlNode[]
}

/**
 * The paragraphs of a part, each with those of the text boxes in it behind it, in the order their tags have in the part.
 * @throws Invalid where changes are tracked.
 */
export async function* paragraphsIn({ name, text }: WordPart): AsyncGenerator<WordParagraph[]> {
  /** Of the control at each depth. */
  const bindings: XmlNode[][] = []
  const wanted = (name: string) => name === 'w:p' || name === 'w:sdtPr' || isTrackedChange(name)
  for await (const { element, around } of elementsIn(name, text, WORD, wanted)) {
    refuseTrackedChanges(element)
    if (element.name === 'w:sdtPr') {
      bindings[around.length - 1] = bindingsOf(element)
      continue
    }
    const own = around.flatMap((name, depth) => (name === 'w:sdt' ? (bindings[depth] ?? []) : []))
    yield [{ element, inCell: around.includes('w:tc'), twins: [], bindings: own }, ...within(element, false)]
  }
}

function refuseTrackedChanges({ name, children }: XmlNode): void {
  if (isTrackedChange(name)) throw new Invalid((m) => m.docx.trackedChanges)
  for (const child of children) if (typeof child !== 'string') refuseTrackedChanges(child)
}

function within(element: XmlNode, inCell: boolean): WordParagraph[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === 'w:p') return [{ element: child, inCell, twins: [], bindings: [] }, ...within(child, false)]
    if (child.name === 'mc:AlternateContent') return alternatives(child, inCell)
    return within(child, child.name === 'w:tc' || (inCell && child.name !== 'w:txbxContent'))
  })
}

/** A drawing is said in several ways, of which a program draws the first it knows. Their paragraphs are one where they say the same. */
function alternatives(element: XmlNode, inCell: boolean): WordParagraph[] {
  const [first = [], ...others] = childrenOf(element).map((way) => within(way, inCell))
  const own: WordParagraph[] = []
  for (const other of others) {
    const isAlike =
      other.length === first.length && other.every(({ element }, at) => saysTheSame(element, first[at]!.element))
    if (!isAlike) own.push(...other)
    else for (const [at, { element, twins }] of other.entries()) first[at]!.twins.push(element, ...twins)
  }
  return [...first, ...own]
}

const saysTheSame = (one: XmlNode, other: XmlNode) => allText(one) === allText(other)

const allText = ({ name, children }: XmlNode): string =>
  children.map((child) => (typeof child !== 'string' ? allText(child) : name === 'w:t' ? child : '')).join('')
