/** Subtags in small letters, the language by its shortest code: BCP 47 says fr where files also say fra and fre. */
function subtagsOf(tag: string): readonly string[] {
  const [language = '', ...behind] = tag.toLowerCase().split(/[-_]/u)
  const isLong = /^[a-z]{3}$/u.test(language)
  return [isLong ? Intl.getCanonicalLocales(language)[0]! : language, ...behind]
}

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
