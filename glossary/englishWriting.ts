import type { Edit } from '../src/text/edits.ts'
import type { Term } from './concept.ts'
import { pluralsOf } from './english.ts'
import { indefiniteArticle } from './englishArticle.ts'
import { capitalised, inCapitals, isCapital, opensSentence, shouts, withCapitalsOf } from './englishCapitals.ts'
import { describesNoun, inNumberOf } from './englishNounPhrase.ts'
import { isPlural, isUncountable } from './englishNumber.ts'
import { inFormOf } from './englishVerbPhrase.ts'
import type { Setting } from './setting.ts'

const ARTICLE = /(?<![\p{L}\p{N}'’-])(an?)(\s+)["“‘«(]*$/iu
const POSSESSIVE = /^(['’])(?:(s)(?!\p{L})|(?=\s+\p{L}))/iu
const OPEN_QUOTE = /(?<![\p{L}\p{N}])['‘][^'’]*$/u

/**
 * The edits that write a term for another one in an English text: in its number or in the form of its verb, with its
 * capitals, and with the article before it and the possessive behind it to suit. The abbreviation stands in brackets
 * behind the term. No edits where the form cannot be told.
 */
export function writtenInEnglish(setting: Setting, term: Term, abbreviation?: Term): Edit[] {
  const { start, end, before } = setting
  const partOfSpeech = term.partOfSpeech ?? setting.term.partOfSpeech ?? 'noun'
  const isNoun = partOfSpeech === 'noun'
  const verb = partOfSpeech === 'verb' ? inFormOf(setting, term.text) : term.text
  const phrase = isNoun ? inNumberOf(setting, term) : verb
  if (phrase === undefined) return []

  const cased = term.match === 'exact' ? phrase : withCapitalsOf(setting, phrase)
  const article = articleFor(setting, phrase, isNoun)
  const opening = article?.by === '' && isCapital(before.slice(article.start - start))
  const short = abbreviation === undefined ? '' : ` (${inNumberOf(setting, abbreviation)})`
  const by = (opening ? capitalised(cased) : cased) + short
  const edits = [article, { start, end, by }, isNoun ? possessiveFor(setting, by) : undefined]
  return edits.filter((edit) => edit !== undefined)
}

function articleFor(setting: Setting, phrase: string, isNoun: boolean): Edit | undefined {
  const { text, before } = setting
  const [found, article = '', space = ''] = ARTICLE.exec(before) ?? []
  if (found === undefined) return undefined
  const start = setting.start - found.length
  // In Group A it is none.
  if (isCapital(article) && !opensSentence(before.slice(0, -found.length)) && !inCapitals(setting)) return undefined
  if (isNoun && !counts(phrase) && counts(text) && !describesNoun(setting)) {
    return { start, end: start + article.length + space.length, by: '' }
  }
  const by = indefiniteArticle(phrase)
  const raised = inCapitals(setting) ? by.toUpperCase() : capitalised(by)
  return { start, end: start + article.length, by: isCapital(article) ? raised : by }
}

/** Whether an indefinite article goes with a noun. */
const counts = (phrase: string): boolean => !isPlural(phrase) && !isUncountable(phrase)

function possessiveFor({ text, end, before, after }: Setting, by: string): Edit | undefined {
  const [found, apostrophe = '', letter = ''] = POSSESSIVE.exec(after) ?? []
  if (found === undefined || (letter === '' && (!/s$/iu.test(text) || OPEN_QUOTE.test(before)))) return undefined
  const [last = ''] = /[^\s-]*s$/iu.exec(by) ?? []
  const alone = last !== '' && (isPlural(last) || pluralsOf(last.toLowerCase()).length === 0)
  const s = letter === '' ? (shouts(by) ? 'S' : 's') : letter
  return { start: end, end: end + found.length, by: alone ? apostrophe : apostrophe + s }
}
