const TAG = /<[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*>/uy

/** Where the tag ends that begins at `start`. */
export function tagEnd(text: string, start: number): number {
  TAG.lastIndex = start
  return TAG.test(text) ? TAG.lastIndex : text.length
}

const ATTRIBUTE = /\s+([^\s=/>"']+)\s*=\s*("[^"]*"|'[^']*')/uy

/** What an element's first tag says of itself under a name, as it is written. */
export function attributeIn(tag: string, name: string): string | undefined {
  ATTRIBUTE.lastIndex = nameIn(tag).length + 1
  for (let match = ATTRIBUTE.exec(tag); match; match = ATTRIBUTE.exec(tag)) {
    if (match[1] === name) return match[2]!.slice(1, -1)
  }
  return undefined
}

/** The name of an element with the prefix its file gives it. */
export const nameIn = (tag: string): string => /^<([^\s/>]+)/u.exec(tag)?.[1] ?? ''

/** The first tag of an element that holds something, made of one that may be all of an element that holds nothing. */
export const asOpening = (tag: string): string => (tag.endsWith('/>') ? `${tag.slice(0, -2).trimEnd()}>` : tag)

/** A first tag with other attributes: one that is `undefined` is left out, one that is new comes last. */
export function withAttributes(tag: string, attributes: Readonly<Record<string, string | undefined>>): string {
  const beginning = `<${nameIn(tag)}`
  const left = new Map(Object.entries(attributes))
  let written = beginning
  ATTRIBUTE.lastIndex = beginning.length
  let at = beginning.length
  for (let match = ATTRIBUTE.exec(tag); match; match = ATTRIBUTE.exec(tag)) {
    const [said, name = ''] = match
    at = ATTRIBUTE.lastIndex
    if (!left.has(name)) written += said
    else if (left.get(name) !== undefined) written += said.slice(0, -match[2]!.length) + quoted(left.get(name)!)
    left.delete(name)
  }
  for (const [name, value] of left) if (value !== undefined) written += ` ${name}=${quoted(value)}`
  return written + tag.slice(at)
}

/** The values we set are words of standards and ids: they need no more than this. */
const quoted = (value: string) => `"${value.replace(/[&<"]/gu, (sign) => `&#${sign.codePointAt(0)};`)}"`
