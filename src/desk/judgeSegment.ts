import { judge } from '../../glossary/judge.ts'
import type { Ledger, Recognition } from '../../glossary/ledger.ts'
import { type Failure, runChecks } from '../checks/index.ts'
import { type Plain, plain } from '../text/tags.ts'
import type { Code, LanguagePair } from '../unit.ts'
import type { Desk } from './desk.ts'

export interface Judgeable {
  source: string
  codes: readonly Code[]
  languages: LanguagePair
}

/** What the desk says of a text: its ledger, with spans in the tagged texts, and what the checks make of it. */
export interface Verdict {
  ledger: Ledger
  failures: readonly Failure[]
}

/** Judge a segment with this target. Terms are looked for in the words, without the tags. */
export function judgeSegment(desk: Desk, { source, codes, languages }: Judgeable, target: string): Verdict {
  const [from, to] = [plain(source, codes), plain(target, codes)]
  const ledger = judge(desk.termbase(languages), from.text, to.text)
  return {
    ledger: {
      occurrences: ledger.occurrences.map(({ source, target, ...occurrence }) => ({
        ...occurrence,
        source: tagged(source, from),
        ...(target && { target: tagged(target, to) }),
      })),
      misused: ledger.misused.map((recognition) => tagged(recognition, to)),
    },
    failures: [...runChecks({ source: from.text, target: to.text, languages, ledger })],
  }
}

function tagged(recognition: Recognition, text: Plain): Recognition {
  const [start, end] = text.spanOf(recognition.start, recognition.end)
  return { ...recognition, start, end }
}
