import { PARTICLES } from './english.ts'
import type { Setting } from './setting.ts'

/** A phrase with the capitals of the words it replaces, where these are not their own: first letter, Title Case or ALL. */
export function withCapitalsOf(setting: Setting, phrase: string): string {
  if (inCapitals(setting)) return phrase.toUpperCase()
  const { text, before, after } = setting
  const cited = setting.term.text
  const opening = opensSentence(before)
  const words = contentOf(text)
  const ownCapitals = contentOf(cited).every(isCapital)
  const title = ownCapitals || (opening && words.length === 1) ? isTitle(`${before} ${after}`) : words.every(isCapital)
  if (title && words.every(isCapital)) return titled(phrase)
  return isCapital(text) && (opening || !isCapital(cited)) ? capitalised(phrase) : phrase
}

/** Whether words stand in capitals as an abbreviation alone does not. */
export const inCapitals = ({ text, term, before, after }: Setting): boolean =>
  shouts(text) && (!shouts(term.text) || shouts(`${before} ${after}`))

/** Whether what comes behind this begins a sentence. */
export function opensSentence(before: string): boolean {
  const led = before.replace(/[\s'"‘“«([*•–—-]+$/u, '')
  return led === '' || (/[.!?…]['"”’»)\]]*$/u.test(led) && /\s/u.test(before.slice(led.length)))
}

export const capitalised = (phrase: string): string =>
  phrase.replace(/^\p{Ll}(?!\p{Lu})/u, (letter) => letter.toUpperCase())

export const shouts = (text: string): boolean => /\p{Lu}.*\p{Lu}/su.test(text) && !/\p{Ll}/u.test(text)

export const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word)

const isTitle = (text: string): boolean => {
  const words = contentOf(text).filter((word) => /^\p{L}/u.test(word))
  return words.length > 1 && words.every(isCapital)
}

/** Co-chair and Secretary-General. */
const titled = (phrase: string): string =>
  phrase.replace(/[^\s-]+/gu, (word, at: number) => {
    const isSmall = at > 0 && (PARTICLES.has(word) || /^d(?:e|es|u)$/u.test(word))
    const joined = /(?<!\p{L})(?:anti|co|de|ex|pre|re|sub)-$/iu.test(phrase.slice(0, at))
    return isSmall || joined ? word : capitalised(word)
  })

/** The words that a title capitalises. */
const contentOf = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}][^\s(]*/gu) ?? []).filter((word, at) => at === 0 || !PARTICLES.has(word.toLowerCase()))
