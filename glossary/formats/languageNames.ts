import { bare } from '../fold.ts'
import type { Problems } from './problems.ts'

/** A BCP 47 tag in its usual spelling (`EN_gb` is en-GB), also of a language nobody here knows. Nothing for what is no tag. */
export function languageTag(text: string): string | undefined {
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{1,8}){0,8}$/iu.test(text)) return undefined
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0]
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The words of a heading or a cell, told apart by neither case, accents nor signs. */
export const wordsIn = (text: string): string[] =>
  bare(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** The language a text names: by a tag, or in English or French, with a region or without: `English_UK`, `français (Canada)`. */
export function languageOf(text: string): string | undefined {
  const words = wordsIn(text)
  const tag = languageTag(words.join('-'))
  if (tag !== undefined && isKnown(tag)) return tag
  for (let cut = Math.min(words.length, LONGEST_NAME); cut > 0; cut--) {
    const language = LANGUAGES.get(words.slice(0, cut).join(' '))
    const rest = words.slice(cut).join(' ')
    const region = rest === '' ? undefined : REGIONS.get(rest)
    if (language === undefined || (rest !== '' && region === undefined)) continue
    return region === undefined ? language : languageTag(`${language}-${region}`)
  }
  return undefined
}

/** Say so where a tag is spelled like one and names no language. Each is told once. */
export function doubtLanguage(tag: string | undefined, line: number, problems: Problems): void {
  const [language] = tag?.toLowerCase().split('-') ?? []
  if (!tag || ENGLISH.language.of(language!) !== undefined) return
  problems.once(`language ${tag}`, line, (m) => m.glossary.unknownLanguage(tag))
}

type Kind = 'language' | 'script' | 'region'

const namesIn = (interfaceLanguage: string, type: Kind) =>
  new Intl.DisplayNames(interfaceLanguage, { type, fallback: 'none' })

const ENGLISH = {
  language: namesIn('en', 'language'),
  script: namesIn('en', 'script'),
  region: namesIn('en', 'region'),
}

/** Whether a tag is of languages, scripts and regions that have a name, and of nothing else: `fr-note` is a note in French. */
function isKnown(tag: string): boolean {
  const { language, script, region, baseName } = new Intl.Locale(tag)
  const parts = [language, script, region].filter((part) => part !== undefined)
  if (parts.join('-') !== baseName || baseName !== tag) return false
  return (
    ENGLISH.language.of(language) !== undefined &&
    (script === undefined || ENGLISH.script.of(script) !== undefined) &&
    (region === undefined || ENGLISH.region.of(region) !== undefined)
  )
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
const CODES = LETTERS.flatMap((one) => LETTERS.map((other) => one + other))
const CAPITALS = CODES.map((code) => code.toUpperCase())

/** The codes of two letters by their names in English and French. */
function byName(type: Kind, codes: readonly string[]): Map<string, string> {
  const codeOf = new Map<string, string>()
  for (const names of [ENGLISH[type], namesIn('fr', type)]) {
    for (const code of codes) {
      const name = names.of(code)
      if (name !== undefined) codeOf.set(wordsIn(name).join(' '), code)
    }
  }
  return codeOf
}

// Several codes may have one name, old ones among them: the usual spelling of a tag has the one of today.
const LANGUAGES: ReadonlyMap<string, string> = new Map(
  [...byName('language', CODES)].map(([name, code]) => [name, languageTag(code)!]),
)
/** By their names and their codes. */
const REGIONS: ReadonlyMap<string, string> = new Map([
  ...CAPITALS.filter((code) => ENGLISH.region.of(code) !== undefined).map(
    (code) => [code.toLowerCase(), code] as const,
  ),
  ...byName('region', CAPITALS),
  ['usa', 'US'],
  ['prc', 'CN'],
])
/** Words. */
const LONGEST_NAME = 4
