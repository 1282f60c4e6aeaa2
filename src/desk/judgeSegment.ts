import type { FirstMentions } from '../../db/mentions.ts'
import { judge, type Situation } from '../../glossary/judge.ts'
import type { Ledger, Recognition } from '../../glossary/ledger.ts'
import type { Termbase } from '../../glossary/termbase.ts'
import { type Exception, type WaivedLedger, type Waiver, waive } from '../../glossary/waiver.ts'
import { type Failure, runChecks } from '../checks/index.ts'
import { areSound, type TagFaults, tagFaults } from '../text/tagFaults.ts'
import { type Plain, plain } from '../text/tags.ts'
import type { Code, LanguagePair } from '../unit.ts'
import type { Desk } from './desk.ts'

export interface Judgeable {
  source: string
  codes: readonly Code[]
  languages: LanguagePair
  /** The day of its document, and where it stands in it. */
  date: string
  position: number
}

/** What beside a segment and its glossary decides its verdict. */
export interface Around<By extends Exception = Waiver> {
  /** Where its document first renders what is to be introduced. */
  mentions: FirstMentions
  /** What reviewers excepted in this very text. */
  waivers: readonly By[]
}

/** What a verdict was made by, beside the texts. */
export interface Basis {
  glossaryVersion: number
  date: string
  waivers: readonly number[]
  /** Of the concepts that want to be introduced, whether each was by then. */
  introduced: ReadonlyMap<string, boolean>
}

/** What is said of a text: its ledger, with spans in the tagged texts, and what the checks make of it. */
export interface Judgement<By extends Exception = Waiver> {
  ledger: WaivedLedger<By>
  failures: readonly Failure[]
  /** The texts without their tags, their ledger after its waivers, and what it was judged by. */
  words: { source: string; target: string; ledger: Ledger; situation: Situation }
}

/** What the desk says of a text, and what it says so by. */
export interface Verdict extends Judgement {
  /** Whether its tags stand in it as they should. */
  tagged: boolean
  basis: Basis
}

/** Judge a segment with this target by the glossary of the desk. */
export function judgeSegment(desk: Desk, segment: Judgeable, target: string, around: Around): Verdict {
  const { glossaryVersion } = desk
  const { date, languages } = segment
  const tags = tagFaults(segment.source, target, segment.codes)
  const judgement = judgeTexts(desk.termbase(languages), segment, target, around, tags)
  const { mentioned } = judgement.words.situation
  const introducing = judgement.ledger.occurrences.filter(({ concept }) => concept.fullAtFirstMention)
  const basis = {
    glossaryVersion,
    date,
    waivers: around.waivers.map(({ id }) => id),
    introduced: new Map(introducing.map(({ concept: { id } }) => [id, mentioned.has(id)])),
  }
  return { ...judgement, tagged: areSound(tags), basis }
}

/** Judge a segment with this target, of a desk or of a file, whose tags are its own affair. Terms are looked for in the words, without the tags. */
export function judgeTexts<By extends Exception>(
  termbase: Termbase,
  { source, codes, languages, date, position }: Judgeable,
  target: string,
  { mentions, waivers }: Around<By>,
  tags?: TagFaults,
): Judgement<By> {
  const [from, to] = [plain(source, codes), plain(target, codes)]
  const mentioned = new Set([...mentions].filter(([, first]) => first < position).map(([concept]) => concept))
  const situation = { date, mentioned }
  const { occurrences, misused } = judge(termbase, from.text, to.text, situation)
  const tagged = {
    occurrences: occurrences.map(({ source, target, ...occurrence }) => ({
      ...occurrence,
      source: inTagged(source, from),
      ...(target && { target: inTagged(target, to) }),
    })),
    misused: misused.map((misuse) => inTagged(misuse, to)),
  }
  const ledger = waive(tagged, waivers)
  const untagged: Ledger = {
    misused,
    occurrences: occurrences.map((one, at) => ({ ...one, outcome: ledger.occurrences[at]!.outcome })),
  }
  const words = { source: from.text, target: to.text, ledger: untagged }
  return {
    ledger,
    failures: [...runChecks({ ...words, languages, ...(tags && { tags }) })],
    words: { ...words, situation },
  }
}

function inTagged<Found extends Recognition>(recognition: Found, text: Plain): Found {
  const [start, end] = text.spanOf(recognition.start, recognition.end)
  return { ...recognition, start, end }
}
