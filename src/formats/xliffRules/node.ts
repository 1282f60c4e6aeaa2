/**
 * An element of an XLIFF 2 file. Names are those of the standard whatever prefixes the file has: `unit`, `mtc:match`, `xml:lang`;
 * of a namespace XLIFF does not know `{uri}name`.
 */
export interface Node {
  name: string
  line: number
  attributes: ReadonlyMap<string, string>
  content: (string | Node)[]
}

/** The namespace of a name, as the standard abbreviates it; empty for the core. */
export const namespaceOf = (name: string): string => {
  const foreign = name.lastIndexOf('}')
  return foreign >= 0 ? name.slice(0, foreign + 1) : name.slice(0, Math.max(0, name.indexOf(':')))
}

export const elements = (node: Node): Node[] => node.content.filter((part) => typeof part !== 'string')

export const childrenOf = (node: Node, ...names: readonly string[]): Node[] =>
  elements(node).filter(({ name }) => names.includes(name))

/** All elements in an element, in reading order. */
export function* within(node: Node): Generator<Node> {
  for (const child of elements(node)) {
    yield child
    yield* within(child)
  }
}
