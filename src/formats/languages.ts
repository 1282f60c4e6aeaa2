const subtagsOf = (tag: string) => tag.toLowerCase().split(/[-_]/u)

/** Which of the things in several languages is meant by `tag`: the first in exactly that language, or else in any region of it. */
export function inLanguage<Thing>(
  things: readonly Thing[],
  tag: string,
  languageOf: (thing: Thing) => string,
): Thing | undefined {
  const wanted = subtagsOf(tag)
  const exact = things.find((thing) => subtagsOf(languageOf(thing)).join('-') === wanted.join('-'))
  return exact ?? things.find((thing) => subtagsOf(languageOf(thing))[0] === wanted[0])
}
