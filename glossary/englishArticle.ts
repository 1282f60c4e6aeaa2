import { bare } from './fold.ts'

/** A letter alone or a row of capitals, which is read letter by letter: F-16, MP, MoD. */
const SPELLED = /^(?:\p{Lu}|\p{Lu}(?:\p{Ll}?[\p{Lu}\p{N}])+s?)$/u
/** Four letters or more that can be read as a word are: NATO, but NGO and OSCE. */
const ACRONYM_WORD = /^[B-DF-HJ-NP-TV-Z][AEIOU][A-Z]{2,}/u
const LETTER_LIKE_VOWEL = /^[AEFHILMNORSX]/u
/** Eight, eleven and eighteen, with what follows in the first case: 8, 80, 8,000. */
const NUMBER_LIKE_VOWEL = /^8|^1[18]$/u
const VOWEL = /^(?:[aeiou]|hono|honest|hour|heir)/u
/** Written with a vowel, spoken with a consonant: a European, a unit, a one-way road. */
const CONSONANT = /^(?:eu|ewe|one$|once$|ubi|uga|uk|uni(?!m|n|ss|dent)|ur[ao]|us[aeu]|ut[eio])/u

/** The indefinite article an English text takes, by how it is spoken: an hour, a union, an MP, an 8-month ban. */
export function indefiniteArticle(text: string): 'a' | 'an' {
  const [word = ''] = /[\p{L}\p{N}]+/u.exec(bare(text)) ?? []
  if (/^\p{N}/u.test(word)) return NUMBER_LIKE_VOWEL.test(word) ? 'an' : 'a'
  if (SPELLED.test(word) && !ACRONYM_WORD.test(word)) return LETTER_LIKE_VOWEL.test(word) ? 'an' : 'a'
  const spoken = word.toLowerCase()
  return VOWEL.test(spoken) && !CONSONANT.test(spoken) ? 'an' : 'a'
}
