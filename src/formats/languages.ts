import type { LanguagePair } from '../unit.ts'

/** A tag in small letters, and the language it begins with by its shortest code: BCP 47 says fr where files also say fra and fre. */
interface Language {
  tag: string
  language: string
}

/** A file says the same few tags again and again; one that does not shall not fill the memory. */
const KEPT = 1000
const kept = new Map<string, Language>()

function languageOfTag(tag: string): Language {
  const found = kept.get(tag)
  if (found) return found
  const [first = '', ...behind] = tag.toLowerCase().split(/[-_]/u)
  const language = /^[a-z]{3}$/u.test(first) ? Intl.getCanonicalLocales(first)[0]! : first
  const named = { tag: [language, ...behind].join('-'), language }
  if (kept.size >= KEPT) kept.clear()
  kept.set(tag, named)
  return named
}

/** Which of the things in several languages is meant by `tag`: the first in exactly that language, or else in any region of it. */
export function inLanguage<Thing>(
  things: readonly Thing[],
  tag: string,
  languageOf: (thing: Thing) => string,
): Thing | undefined {
  const wanted = languageOfTag(tag)
  return (
    things.find((thing) => languageOfTag(languageOf(thing)).tag === wanted.tag) ??
    things.find((thing) => languageOfTag(languageOf(thing)).language === wanted.language)
  )
}

export type Side = 'source' | 'target'

/**
 * Which side of a file is the source of a pair, and which its target: it may serve the pair the other way round. A side that says nothing is in
 * the other language of the pair, and one that says nothing at all has its sources in the source. Nothing where it is of other languages.
 */
export function sidesIn(
  said: { [On in Side]?: string | undefined },
  pair: LanguagePair,
): Record<Side, Side> | undefined {
  const otherThan = (tag: string) =>
    inLanguage([pair.source, pair.target], tag, String) === pair.source ? pair.target : pair.source
  const source = said.source ?? (said.target === undefined ? pair.source : otherThan(said.target))
  const tags = { source, target: said.target ?? otherThan(source) }
  const sideIn = (tag: string) => inLanguage<Side>(['source', 'target'], tag, (side) => tags[side])
  const [ofSource, ofTarget] = [sideIn(pair.source), sideIn(pair.target)]
  return ofSource && ofTarget && ofSource !== ofTarget ? { source: ofSource, target: ofTarget } : undefined
}
