import { stemmer as englishStem } from '@orama/stemmers/english'
import { stemmer as frenchStem } from '@orama/stemmers/french'
import type { Concept, Term } from '../../../glossary/concept.ts'

/** How another program finds terms and judges translations, told again from what its source or manual says. */
export interface Rival {
  name: string
  /** Whether the concept is seen in a French text. */
  sees(concept: Concept, french: string): boolean
  /** Whether a wrong translation of the concept is reported. One that only shows terms reports nothing. */
  reports?(concept: Concept, french: string, english: string): boolean
}

const termsOf = ({ terms }: Concept, language: string) => terms.filter((term) => term.language === language)
const listed = ({ status }: Term) => status !== 'forbidden'
const sources = (concept: Concept) => termsOf(concept, 'fr').filter(listed)
const targets = (concept: Concept) => termsOf(concept, 'en').filter(listed)
const forbidden = (concept: Concept) => termsOf(concept, 'en').filter((term) => !listed(term))

const WORD = /[\p{L}\p{N}_]/u

/** Where a text holds these characters with no letter, digit or underscore on either side; on the left only, if so asked. */
function holds(text: string, term: string, { right = true } = {}): boolean {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    const end = at + term.length
    if (
      !(WORD.test(text[at - 1] ?? '') && WORD.test(term[0]!)) &&
      !(right && WORD.test(text[end] ?? '') && WORD.test(term.at(-1)!))
    )
      return true
  }
  return false
}

const holdsAnyCase = (text: string, term: string, sides?: { right?: boolean }) =>
  holds(text.toLowerCase(), term.toLowerCase(), sides)

/** Aho-Corasick over lower-cased text with \W on both sides; `\bexpected\b` in the target; forbidden only where the source term was seen. */
const weblate: Rival = {
  name: 'Weblate',
  sees: (concept, french) => sources(concept).some(({ text }) => holdsAnyCase(french, text)),
  reports: (concept, french, english) =>
    weblate.sees(concept, french) &&
    (!targets(concept).some(({ text }) => holdsAnyCase(english, text)) ||
      forbidden(concept).some(({ text }) => holdsAnyCase(english, text))),
}

/** `\bterm` with nothing asked of what follows; case only where the term says so. No check. */
const pontoon: Rival = {
  name: 'Pontoon',
  sees: (concept, french) =>
    sources(concept).some(({ text, match }) =>
      (match === 'exact' ? holds : holdsAnyCase)(french, text, { right: false }),
    ),
}

/** Term mode: the words between white space are a set, and a term has to be one of them. */
const okapiTerms: Rival = {
  name: 'Okapi, term mode',
  sees: (concept, french) => sources(concept).some(({ text }) => french.split(/\s+/u).includes(text)),
  reports: (concept, french, english) =>
    okapiTerms.sees(concept, french) && !targets(concept).some(({ text }) => english.split(/\s+/u).includes(text)),
}

/** String mode: case-sensitive, and only the first place where the characters stand is looked at. */
const okapiStrings: Rival = {
  name: 'Okapi, string mode',
  sees: (concept, french) => sources(concept).some(({ text }) => firstHit(french, text)),
  reports: (concept, french, english) =>
    okapiStrings.sees(concept, french) && !targets(concept).some(({ text }) => firstHit(english, text)),
}

function firstHit(text: string, term: string): boolean {
  const at = text.indexOf(term)
  return at >= 0 && !WORD.test(text[at - 1] ?? '') && !WORD.test(text[at + term.length] ?? '')
}

/** The source by whole words in any case, the target by any characters in any case. */
const bowrain: Rival = {
  name: 'bowrain',
  sees: (concept, french) => sources(concept).some(({ text }) => holdsAnyCase(french, text)),
  reports: (concept, french, english) =>
    bowrain.sees(concept, french) &&
    (!targets(concept).some(({ text }) => english.toLowerCase().includes(text.toLowerCase())) ||
      forbidden(concept).some(({ text }) => english.toLowerCase().includes(text.toLowerCase()))),
}

/**
 * Stems of all the words of a term somewhere in the text, in any order; a term all in capitals only in a text that has it so.
 * Lucene's light stemmers are stood in for by Snowball's.
 */
const omegat: Rival = {
  name: 'OmegaT',
  sees: (concept, french) => sources(concept).some((term) => bagOf(term.text, french, frenchStem)),
  reports: (concept, french, english) =>
    omegat.sees(concept, french) && !targets(concept).some((term) => bagOf(term.text, english, englishStem)),
}

function bagOf(term: string, text: string, stem: (word: string) => string): boolean {
  const { written, stems } = bag(text, stem)
  if (term === term.toUpperCase()) return wordsIn(term).every((word) => written.has(word))
  for (const word of bag(term, stem).stems) if (!stems.has(word)) return false
  return true
}

const bags = new Map<string, { written: ReadonlySet<string>; stems: ReadonlySet<string> }>()

function bag(text: string, stem: (word: string) => string) {
  const key = `${stem === frenchStem ? 'fr' : 'en'} ${text}`
  const known = bags.get(key)
  if (known) return known
  const words = wordsIn(text)
  const read = { written: new Set(words), stems: new Set(words.map((word) => stem(word.toLowerCase()))) }
  bags.set(key, read)
  return read
}

const wordsIn = (text: string): string[] =>
  text.replace(/\b(?:[ldnmtsjc]|qu)['’]/giu, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

export const RIVALS: readonly Rival[] = [weblate, pontoon, okapiTerms, okapiStrings, bowrain, omegat]
