/**
 * One rule in the spirit of SRX 2.0: where `before` ends and `after` begins, a sentence ends or does not. Of several that
 * match, the first in the list decides. The white space between two sentences belongs to `after`.
 */
export interface Rule {
  breaks: boolean
  before: RegExp
  after: RegExp
}

export const breakWhere = (before: RegExp, after: RegExp): Rule => ({ breaks: true, before, after })
export const noBreakWhere = (before: RegExp, after = ANYTHING): Rule => ({ breaks: false, before, after })

const ANYTHING = /\s/u

/** Counted, so that a page of brackets costs no more than a page of words. */
const CLOSERS = /(?:\s?[»”]|["’')\]*]|\[\d{1,3}\]|[¹²³⁰⁴-⁹]){0,5}/u
const OPENERS = /(?:[«“„‘"'([*]\s?|[—–-]\s){0,4}/u

/** Where a sentence may end: its full stop, with the quotation marks, brackets and note marks that close behind it. */
export const SENTENCE_END = new RegExp(`[.!?…‽]${CLOSERS.source}`, 'u')
/** Where one may begin: a capital or a number behind any opening marks, or the mark of a cut. */
export const SENTENCE_START = new RegExp(
  `\\s+(?:${OPENERS.source}[\\p{Lu}\\p{Lt}\\p{Lo}\\p{N}]|[([]\\s?(?:\\.{3}|…)?\\s?[)\\]])`,
  'u',
)

/** Any of the words, whole, as it is written or with a capital. */
export function words(list: readonly string[]): string {
  const either = list.map((word) => {
    const [first = '', rest] = [word.slice(0, 1), word.slice(1).replace(/[.]/gu, '\\.').replace(/ /gu, '\\s?')]
    return first === first.toUpperCase() ? first + rest : `[${first}${first.toUpperCase()}]${rest}`
  })
  return `(?<![\\p{L}\\p{M}\\p{N}.&])(?:${either.join('|')})`
}

/** An abbreviation and its full stop. */
export const abbreviation = (list: readonly string[]): RegExp => new RegExp(`${words(list)}\\.`, 'u')

/** The next words are surely the first of a sentence: even initials and abbreviations end before them. */
export const beginsWith = (list: readonly string[]): RegExp =>
  new RegExp(`\\s+${OPENERS.source}(?:${list.join('|')})(?![\\p{L}\\p{M}-])`, 'u')

/** What numbers a heading or the point of a list: `1. Contexte`, `III. Les suites`, `… le bilan. 2. Les suites`. */
export const NUMBERED = noBreakWhere(/(?:^|\p{L}{5}[.!?…]\s|[:;]\s)\s?(?:\d{1,2}|[IVX]{1,5}|[A-Z])\./u)

/** J. Dupont, J.-M. Dupont, U.S. Army: up to three letters are somebody's initials, more (U.R.S.S.) may end a sentence. */
export const INITIALS = noBreakWhere(/(?<![\p{L}\p{M}\p{N}.°/])(?:\p{Lu}\p{Ll}?\.[\s-]?){0,2}\p{Lu}\./u, /\s+[^\s\d]/u)

/** What every language shares; a language puts its own in front. */
export const COMMON: readonly Rule[] = [
  NUMBERED,
  // `(...)`, `[…]`, `(!)`, `(?)`: a cut or a comment, not an end.
  noBreakWhere(/[([]\s?(?:\.{2,4}|…|[!?]{1,3})\s?[)\]]/u),
  breakWhere(SENTENCE_END, SENTENCE_START),
  // A note mark that lost its height: `fin.1 Le`.
  breakWhere(/\p{Ll}{3}[.!?…](?:\s?[»”])?\d{1,2}/u, /\s+\p{Lu}/u),
]
