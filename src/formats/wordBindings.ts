import type { Edit } from '../text/edits.ts'
import { childOf, childrenOf, type XmlNode } from '../text/xmlElements.ts'
import type { Stretch } from './wordItems.ts'

/**
 * What binds a content control to data elsewhere (ISO/IEC 29500-1, 17.5.2.6, and what Word 2013 added). Word shows these again as
 * soon as it opens the document: a control with words of its own must not hold them.
 */
export const bindingsOf = (properties: XmlNode | undefined): XmlNode[] =>
  childrenOf(properties).filter(({ name }) => name.endsWith(':dataBinding'))

/** The beginning of a control, up to its content, without what binds it. */
export function unboundOpening(control: XmlNode, content: XmlNode): Stretch[] {
  const stretches: Stretch[] = []
  let start = control.start
  for (const binding of bindingsOf(childOf(control, 'w:sdtPr'))) {
    stretches.push({ start, end: binding.start })
    start = binding.end
  }
  return [...stretches, { start, end: content.contentStart }]
}

/** Takes bindings out of a part, each once. */
export function unbinder(): (bindings: readonly XmlNode[]) => Edit[] {
  const done = new Set<XmlNode>()
  return (bindings) =>
    bindings.flatMap((binding) => {
      if (done.has(binding)) return []
      done.add(binding)
      return [{ start: binding.start, end: binding.end, by: '' }]
    })
}
