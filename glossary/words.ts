import type { Folded } from './fold.ts'
import type { Grammar } from './grammar.ts'

/** A word of a folded text, or a sign that stands between words and keeps them apart. Offsets are in the folded text. */
export interface Word {
  /** As written, case and accents kept. */
  form: string
  /** What forms of the same spelling share. */
  key: string
  start: number
  end: number
  /** Whether a hyphen joins it to the word before. */
  joined: boolean
}

const LETTERS = String.raw`[\p{L}\p{M}\p{Nd}]`
/** The endings of inclusive writing: exploitant(e)s, exploitant.e.s, exploitant-e-s. */
const BRACKETED = String.raw`\((?:e|s|es|ne|le|te|ve|se|ère|rice|euse)\)s?`
const DOTTED = String.raw`\.(?:e|ne|le|ve|ère|trice|rice|euse)\.s|\.(?:e|es|ne|nes|ère|ères|trices?|rices?|euses?)`
const HYPHENED = '-(?:e|ne|le|ve|ère|trice|rice|euse)-s'
/** Letters, with apostrophes and the dots of inclusive writing between them, or one of its endings; or else any one sign. */
const TOKEN = new RegExp(
  `${LETTERS}+(?:['·‧•]${LETTERS}+)*(?:(?=[(.-])(?:${BRACKETED}|${DOTTED}|${HYPHENED})(?!${LETTERS}))?|[^\\s]`,
  'gu',
)
const LETTER = new RegExp(LETTERS, 'u')

/**
 * Cut a folded text into words. A hyphen inside a word cuts it, so that états-majors and états majors are the same two
 * words; any other sign is a word of its own, so that no term reaches across a full stop.
 */
export function wordsOf({ text }: Folded, grammar: Grammar): Word[] {
  const words: Word[] = []
  let joined = false
  const add = (start: number, end: number, key?: string) => {
    const form = text.slice(start, end)
    words.push({ form, key: key ?? grammar.key(form), start, end, joined })
    joined = false
  }
  for (const { 0: token, index: start } of text.matchAll(TOKEN)) {
    const end = start + token.length
    if (token === '-' && LETTER.test(text[start - 1] ?? '') && LETTER.test(text[end] ?? '')) {
      joined = true
      continue
    }
    if (token === "'" && grammar.possessive && /s/iu.test(text[start - 1] ?? '')) {
      add(start, end, "'s")
      continue
    }
    const cut = token.includes("'") && token.length > 1 ? grammar.cut(token) : 0
    if (cut > 0) add(start, start + cut)
    add(start + cut, end)
  }
  return words
}
