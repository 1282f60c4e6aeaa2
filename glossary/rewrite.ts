import { type Edit, edited } from '../src/text/edits.ts'
import { formsIn, isAbbreviation } from './abbreviation.ts'
import type { Term } from './concept.ts'
import { writtenInEnglish } from './englishWriting.ts'
import { primary } from './grammar.ts'
import { judge, type Situation } from './judge.ts'
import { blocks, type Ledger, type Occurrence, renderingsOf } from './ledger.ts'
import { type ChangedSegment, isIntroduced, type Outdated, outdatedIn } from './outdated.ts'
import { type Setting, settingOf } from './setting.ts'
import type { Termbase } from './termbase.ts'

/** A translation as the glossary wants it, and the edits that lead there, in the order of the target. */
export interface Rewrite {
  text: string
  edits: readonly Edit[]
}

/** The edits that write a term for words of a text; `abbreviation` is to stand in brackets behind it. */
type Writing = (setting: Setting, term: Term, abbreviation?: Term) => Edit[]

/** By primary language: what we cannot inflect we do not write. */
const WRITINGS: Readonly<Record<string, Writing>> = { en: writtenInEnglish }

/**
 * What a translation may say instead after a change of its glossary, of which `termbase` is the new state: words that
 * rendered a concept and do not any more, and wrong terms, give way to the best term of the same part of speech. Nothing
 * unless the new text's ledger is better. In a text with tags `editedWords` makes the edits.
 */
export function rewriteOf(termbase: Termbase, segment: ChangedSegment, situation: Situation): Rewrite | undefined {
  const { source, target, after } = segment
  const language = termbase.languages.target
  const writing = WRITINGS[primary(language)]
  if (writing === undefined) return undefined

  const edits: Edit[] = []
  for (const { words, asking } of outdatedIn(segment)) {
    const wanted = wantedFor({ words, asking }, target, renderingsOf(asking.concept, language, situation.date))
    if (wanted === undefined) continue
    for (const edit of writing(settingOf(target, words), ...wanted)) {
      const reached = edits.at(-1)?.end ?? 0
      if (edit.start >= reached && edit.by !== target.slice(edit.start, edit.end)) edits.push(edit)
    }
  }
  if (edits.length === 0) return undefined
  const text = edited(target, edits)
  return isBetter(judge(termbase, source, text, situation), after) ? { text, edits } : undefined
}

/** What to write for words, and in brackets behind it. In brackets an abbreviation gives way to another, and no more. */
function wantedFor(
  { words, asking }: Outdated,
  target: string,
  renderings: readonly Term[],
): [term: Term, abbreviation?: Term] | undefined {
  const { full, short } = formsIn(renderings)
  const bracketed = /[([]/u.test(target.charAt(words.start - 1))
  if (full && short && isIntroduced(asking)) return bracketed ? undefined : [full, short]
  if (short && bracketed && isAbbreviation(words.term)) return [short]
  const best = renderings.find((term) => isAkin(term, words.term))
  return best && [best]
}

/** Whether one may stand where the other stood. What is not known may. */
const isAkin = ({ partOfSpeech: one }: Term, { partOfSpeech: other }: Term): boolean =>
  one === other || one === undefined || other === undefined

/** Whether less blocks, or as much does and less is only remarked on. What was waived blocks neither time. */
function isBetter(now: Ledger, was: Ledger): boolean {
  const waived = new Set(was.occurrences.filter(({ outcome }) => outcome === 'waived').map(keyOf))
  const standing = now.occurrences.filter((occurrence) => !waived.has(keyOf(occurrence)))
  const [before, after] = [faultsIn(was), faultsIn({ ...now, occurrences: standing })]
  return after.blocking < before.blocking || (after.blocking === before.blocking && after.remarked < before.remarked)
}

const keyOf = ({ concept, source }: Occurrence) => `${concept.id} ${source.start}`

function faultsIn({ occurrences, misused }: Ledger): { blocking: number; remarked: number } {
  const forbidden = misused.filter(({ term }) => term.status === 'forbidden').length
  const implied = occurrences.filter(({ outcome }) => outcome === 'implied').length
  return { blocking: occurrences.filter(blocks).length + forbidden, remarked: misused.length - forbidden + implied }
}
