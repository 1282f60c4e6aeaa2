/** A text made comparable, case and accents kept, with the way back to where its characters stood. */
export interface Folded {
  text: string
  /** Where a span of the folded text stands in the text as given. */
  spanOf(start: number, end: number): readonly [start: number, end: number]
}

const APOSTROPHE = /[\u2018\u2019\u201B\u02BC\u02B9\u00B4`\u2032\uFF07]/u
const HYPHEN = /[\u2010-\u2013\u2212\uFE63\uFF0D]/u
const INVISIBLE = /\p{Cf}|\u034F|[\uFE00-\uFE0F]/gu
const LIGATURE = /[ŒœÆæİ\uFB00-\uFB06]/u
const ACCENTED = /[\p{L}\p{N}]\p{M}+/u
const SPACE = /[^\S ]/u
/** A hyphen at the end of a line that goes on in the next one. */
const BROKEN = /(?<=\p{L})[-\u2010\u2011][^\S\n]*\n\s*(?=\p{L})/u
const FOLDABLE = new RegExp(
  [BROKEN, ACCENTED, APOSTROPHE, HYPHEN, INVISIBLE, LIGATURE, SPACE].map(({ source }) => source).join('|'),
  'gu',
)

const LETTERS: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'Oe', æ: 'ae', Æ: 'Ae', İ: 'I' }

function folded(written: string, after: string | undefined): string {
  const piece = written.replace(INVISIBLE, '')
  if (piece === '') return ''
  if (piece.includes('\n') && piece.length > 1) return '-'
  if (SPACE.test(piece)) return ' '
  if (APOSTROPHE.test(piece)) return "'"
  if (HYPHEN.test(piece)) return '-'
  const letters = LETTERS[piece] ?? piece.normalize(piece.length > 1 ? 'NFC' : 'NFKC')
  // ŒUVRE is OEUVRE, Œuvre is Oeuvre.
  return letters.length > 1 && after !== undefined && after !== after.toLowerCase() ? letters.toUpperCase() : letters
}

/**
 * Fold what only typography tells apart: composed and combining accents, apostrophes, spaces, hyphens, ligatures, and
 * what cannot be seen. A dash that cuts a sentence (—) is no hyphen.
 */
export function fold(text: string): Folded {
  const edits: { at: number; length: number; by: string }[] = []
  let resized = false
  const result = text.replace(FOLDABLE, (piece, at: number) => {
    const by = folded(piece, text[at + piece.length])
    resized ||= by.length !== piece.length
    edits.push({ at, length: piece.length, by })
    return by
  })
  if (!resized) return { text: result, spanOf: (start, end) => [start, end] }

  const starts = new Uint32Array(result.length)
  const ends = new Uint32Array(result.length)
  let here = 0
  let there = 0
  const keep = (until: number) => {
    while (here < until) {
      starts[there] = here++
      ends[there++] = here
    }
  }
  for (const { at, length, by } of edits) {
    keep(at)
    here = at + length
    for (let unit = 0; unit < by.length; unit++) {
      starts[there] = at
      ends[there++] = here
    }
  }
  keep(text.length)
  return { text: result, spanOf: (start, end) => [starts[start]!, ends[end - 1]!] }
}

const MARKS = /\p{M}+/gu
const ASCII = /^[\0-\x7F]*$/u

/** A word without its accents. */
export const bare = (word: string): string =>
  ASCII.test(word) ? word : word.normalize('NFD').replace(MARKS, '').normalize('NFC')
