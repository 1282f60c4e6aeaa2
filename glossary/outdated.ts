import type { Ledger, Misuse, Occurrence, Recognition, Span } from './ledger.ts'

/** A segment whose glossary has changed: its texts without tags, what the glossary said of them before and says now. */
export interface ChangedSegment {
  source: string
  target: string
  before: Ledger
  /** After its waivers. */
  after: Ledger
}

/** Words of a target that are not right any more, and what asks for others. */
export interface Outdated {
  words: Recognition
  asking: Occurrence | Misuse
}

/** Whether a rendering is to be a full form with its abbreviation: that is no term of the concept. */
export const isIntroduced = ({ concept, expected: [best] }: Occurrence | Misuse): boolean =>
  best !== undefined && concept.terms.every(({ text }) => text !== best)

/**
 * The words of a target that rendered something before the change and do not now, and the wrong terms, in its order.
 * None of them shares a word with a rendering that serves, nor with another: of two that would, the longer is meant.
 */
export function outdatedIn(segment: ChangedSegment): Outdated[] {
  const { target, after } = segment
  const taken = new Uint8Array(target.length)
  const isFree = ({ start, end }: Span) => !taken.subarray(start, end).includes(1)
  for (const { outcome, target } of after.occurrences) {
    if (target && outcome !== 'unexpanded') taken.fill(1, target.start, target.end)
  }

  const unexpanded = after.occurrences.flatMap((asking): Outdated[] =>
    asking.outcome === 'unexpanded' ? [{ words: asking.target!, asking }] : [],
  )
  const asked = new Set(after.occurrences.map(({ concept }) => concept))
  const misused = after.misused.toSorted((a, b) => Number(asked.has(b.concept)) - Number(asked.has(a.concept)))
  return [...unexpanded, ...couldServe(segment, isFree), ...misused.map((words) => ({ words, asking: words }))]
    .map((outdated) => (isIntroduced(outdated.asking) ? withBrackets(outdated, target) : outdated))
    .toSorted((a, b) => lengthOf(b.words) - lengthOf(a.words))
    .filter(({ words }) => {
      const free = isFree(words)
      if (free) taken.fill(1, words.start, words.end)
      return free
    })
    .sort((a, b) => a.words.start - b.words.start)
}

/**
 * The words that could serve an occurrence which is not rendered: those that rendered the same place of the source
 * before, or else other words that rendered its concept, or are a wrong term of it, and serve nothing now.
 */
function couldServe({ before, after }: ChangedSegment, isFree: (span: Span) => boolean): Outdated[] {
  const spare = new Map<string, Recognition>()
  for (const { source, target } of before.occurrences) if (target && isFree(target)) spare.set(placeOf(source), target)
  const inPlace: Outdated[] = []
  const left: Occurrence[] = []
  for (const asking of after.occurrences) {
    if (asking.outcome !== 'missing' && asking.outcome !== 'implied') continue
    const words = spare.get(placeOf(asking.source))
    if (words) inPlace.push({ words, asking })
    else left.push(asking)
  }
  const placed = new Set(inPlace.map(({ words }) => placeOf(words)))
  const rest = [...spare.values(), ...after.misused].filter((words) => !placed.has(placeOf(words)))
  const elsewhere = left.flatMap((asking): Outdated[] => {
    const at = rest.findIndex(({ concept }) => concept.id === asking.concept.id)
    return rest.splice(at, at < 0 ? 0 : 1).map((words) => ({ words, asking }))
  })
  const own = ({ words, asking }: Outdated) => Number(words.concept.id === asking.concept.id)
  return [...inPlace.sort((a, b) => own(b) - own(a)), ...elsewhere]
}

/** With an abbreviation in brackets behind the words, which the right one is to replace. */
function withBrackets({ words, asking }: Outdated, target: string): Outdated {
  const [brackets = ''] = /^\s[([]\p{Lu}[\p{Lu}\p{N}]{1,5}[)\]]/u.exec(target.slice(words.end, words.end + 10)) ?? []
  const end = words.end + brackets.length
  return { words: { ...words, end, text: target.slice(words.start, end) }, asking }
}

const lengthOf = ({ start, end }: Span) => end - start
const placeOf = ({ start, end }: Span) => `${start}-${end}`
