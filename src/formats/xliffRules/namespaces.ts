/** What the standard calls each module, by the word in its namespace. */
const MODULES: ReadonlyMap<string, string> = new Map([
  ['matches', 'mtc'],
  ['glossary', 'gls'],
  ['fs', 'fs'],
  ['metadata', 'mda'],
  ['resourcedata', 'res'],
  ['changetracking', 'ctr'],
  ['sizerestriction', 'slr'],
  ['validation', 'val'],
  ['itsm', 'itsm'],
  ['pgs', 'pgs'],
])
const ITS = 'http://www.w3.org/2005/11/its'
const XML = 'http://www.w3.org/XML/1998/namespace'
const MODULE = /^urn:oasis:names:tc:xliff:([a-z]+):[12]\.\d$/u
const CORE = /^urn:oasis:names:tc:xliff:document:2\.[0-2]$/u

/** How a name begins that is in a namespace. */
function beginningOf(uri: string): string {
  if (CORE.test(uri)) return ''
  if (uri === XML) return 'xml:'
  if (uri === ITS) return 'its:'
  const module = MODULES.get(MODULE.exec(uri)?.[1] ?? '')
  return module === undefined ? `{${uri}}` : `${module}:`
}

/** What prefixes stand for where a file is read, and what names are without them. */
export class Namespaces {
  readonly #bound = new Map<string, string[]>([['xml', [XML]]])
  readonly #declared: string[][] = []
  /** Prefixes of the last element that stand for nothing. */
  readonly unbound: string[] = []

  /** An element's name and its attributes'. Each call wants a `close` when the element ends. */
  open(
    prefix: string,
    local: string,
    attributes: Readonly<Record<string, string>>,
  ): { name: string; attributes: Map<string, string> } {
    this.unbound.length = 0
    const declared: string[] = []
    for (const [name, value] of Object.entries(attributes)) {
      const bound = name === 'xmlns' ? '' : /^xmlns:(.+)$/u.exec(name)?.[1]
      if (bound === undefined) continue
      declared.push(bound)
      const uris = this.#bound.get(bound)
      if (uris) uris.push(value)
      else this.#bound.set(bound, [value])
    }
    this.#declared.push(declared)

    const named = new Map<string, string>()
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'xmlns' || name.startsWith('xmlns:')) continue
      const colon = name.indexOf(':')
      named.set(colon < 0 ? name : this.#beginning(name.slice(0, colon)) + name.slice(colon + 1), value)
    }
    return { name: this.#beginning(prefix) + local, attributes: named }
  }

  close(): void {
    for (const prefix of this.#declared.pop() ?? []) this.#bound.get(prefix)?.pop()
  }

  #beginning(prefix: string): string {
    const uri = this.#bound.get(prefix)?.at(-1) ?? ''
    if (uri === '' && prefix !== '') this.unbound.push(prefix)
    return beginningOf(uri)
  }
}
