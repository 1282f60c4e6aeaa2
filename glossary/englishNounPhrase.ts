import { isAbbreviation } from './abbreviation.ts'
import type { Term } from './concept.ts'
import { wordSet } from './endings.ts'
import { isCapital } from './englishCapitals.ts'
import { headIn, isPlural, pluralOf, singularOf } from './englishNumber.ts'
import type { Setting } from './setting.ts'

const OF_SEVERAL =
  /(?<!\p{L})(?:both|few|many|several|these|those|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|hundreds of|(?!1\s)\d[\d,.]*)\s+$/iu
const OF_ONE = /(?<!\p{L})(?:an?|another|each|every|one|per|single|this)\s+$/iu
/** Words that no noun before them describes. */
const LINKS =
  wordSet(`and as at because but by can could for from had has have if in into is may might must near not of on
  or over shall should so than that to under was were when where which while who whose will with without would`)

/** A noun in the number of the one it replaces. What describes another noun, as in a special forces unit, has none. */
export function inNumberOf(setting: Setting, term: Term): string {
  const { text: words, term: replaced, before } = setting
  const joined = !/\s/u.test(words) && /\s/u.test(replaced.text) && !/^(?:co|ex|vice)-/iu.test(words)
  const several = isSeveral(words, replaced) || (!isPlural(words) && OF_SEVERAL.test(before))
  if (isAbbreviation(term)) return several && !isPlural(replaced.text) ? term.text.replace(/(?<!s)$/iu, 's') : term.text
  if (term.match === 'exact') return term.text
  if (joined && describesNoun(setting)) return term.text.replaceAll(' ', '-')
  const one = OF_ONE.test(before)
  if (several) {
    const isName = isPlural(replaced.text) && isCapital(replaced.text)
    return one || isName ? term.text : pluralOf(term.text)
  }
  const head = headIn(term.text)
  const same = headIn(singularOf(term.text)).toLowerCase() === headIn(words).toLowerCase()
  return isPlural(term.text) && (same || (one && !isCapital(head))) ? singularOf(term.text) : term.text
}

/** Whether what follows may be a noun that the words describe. */
export function describesNoun({ after }: Setting): boolean {
  const [, word] = /^(?:\s+|-)(\p{L}+)/u.exec(after) ?? []
  return word !== undefined && !LINKS.has(word.toLowerCase())
}

const isSeveral = (words: string, term: Term): boolean =>
  isAbbreviation(term) ? /[\p{Lu}\p{N}]s$/u.test(words) : isPlural(words)
