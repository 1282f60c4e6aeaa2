import type { Term } from './concept.ts'
import { fold } from './fold.ts'
import type { Recognition } from './ledger.ts'

/** Words of a text that are a form of a term, with the text on both sides of them as far as it matters. */
export interface Setting {
  /** Folded, and without an abbreviation in brackets behind it. */
  text: string
  term: Term
  /** UTF-16 offsets in the text, `end` exclusive. */
  start: number
  end: number
  before: string
  after: string
}

/** As far as a sentence goes: what is done for each term of a text may not grow with the text. */
const AROUND = 200

export const settingOf = (target: string, { text, term, start, end }: Recognition): Setting => ({
  text: fold(text).text.replace(/ *[([].*$/su, ''),
  term,
  start,
  end,
  before: target.slice(Math.max(0, start - AROUND), start),
  after: target.slice(end, end + AROUND),
})
