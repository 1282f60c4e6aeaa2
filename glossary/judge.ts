import { introductionOf } from './abbreviation.ts'
import type { Spelling } from './automaton.ts'
import type { Concept, Term } from './concept.ts'
import type { Ledger, Occurrence, Recognition, Span } from './ledger.ts'
import { allowed, renderingsOf } from './ledger.ts'
import { pairUp } from './pairing.ts'
import { type Reading, readTerms, recognised, recognisedInside, recognisedOverlapping } from './recognise.ts'
import type { Termbase } from './termbase.ts'

/** Goes up when the engine may judge the same texts otherwise; a ledger kept under another number is judged again. */
export const ENGINE_VERSION = '5'

/** The terms standing at one span: more than one where several concepts share the words. */
type Place = readonly Recognition[]

/** What judging a segment has to know beside its two texts. */
export interface Situation {
  /** The day the text is of, ISO 8601: it says which terms hold. */
  date: string
  /** The ids of the concepts rendered further up in the same document: these are not mentioned for the first time. */
  mentioned: ReadonlySet<string>
}

/**
 * The ledger of a translation. Each place where terms stand in the source asks for a rendering of its own in the target.
 * Words that are a term of several concepts mean one of them: a rendering of any discharges the place, and the occurrence
 * is of the concept rendered. A concept that has no rendering asks for none.
 */
export function judge(termbase: Termbase, source: string, target: string, { date, mentioned }: Situation): Ledger {
  const renderings = new Map<Concept, readonly Term[]>()
  const renderingsFor = (concept: Concept) => {
    const known = renderings.get(concept) ?? renderingsOf(concept, termbase.languages.target, date)
    renderings.set(concept, known)
    return known
  }
  const asked = recognised(readTerms(termbase, 'source', source, date)).filter(
    ({ concept }) => renderingsFor(concept).length > 0,
  )
  const asking = new Set(asked.map(({ concept }) => concept))
  const reading = readTerms(termbase, 'target', target, date)
  const sources = placesOf(asked)
  const rendered = dischargedBest(sources, concerning(reading, asking), asking)
  const occurrences = introducing(occurrencesIn(sources, rendered), mentioned, renderingsFor)
  const misused = misusedIn(placesOf(recognised(reading)), asking).filter(
    (misuse) => !occurrences.some(({ target }) => target && outweighs(target, misuse)),
  )
  const textsOf = (concept: Concept) => renderingsFor(concept).map(({ text }) => text)
  return {
    occurrences: occurrences.map((occurrence) => ({ expected: textsOf(occurrence.concept), ...occurrence })),
    misused: misused.map((recognition) => ({ ...recognition, expected: textsOf(recognition.concept) })),
  }
}

/** A text without the wrong terms of what the source is not about: they hide no rendering that stands inside them. */
function concerning(reading: Reading, asking: ReadonlySet<Concept>): Reading {
  const concerns = ({ concept, term }: Spelling) => allowed(term) || asking.has(concept)
  if (reading.matches.every(({ spellings }) => spellings.every(concerns))) return reading
  const matches = reading.matches
    .map((match) => ({ ...match, spellings: match.spellings.filter(concerns) }))
    .filter(({ spellings }) => spellings.length > 0)
  return { ...reading, matches }
}

/** An occurrence before it is said what could be written for it. */
type Found = Omit<Occurrence, 'expected'> & Partial<Pick<Occurrence, 'expected'>>

function placesOf(recognitions: readonly Recognition[]): Place[] {
  const places: Recognition[][] = []
  for (const recognition of recognitions) {
    const place = places.at(-1)
    if (place?.[0]?.start === recognition.start && place[0].end === recognition.end) place.push(recognition)
    else places.push([recognition])
  }
  return places
}

/**
 * What discharges most places of the source: the longest renderings, or else, where one keeps another from what stands
 * inside it, shorter ones: “parties” and “conflict” in “parties to the conflict”.
 */
function dischargedBest(sources: readonly Place[], reading: Reading, asking: ReadonlySet<Concept>): Map<number, Found> {
  const longest = discharged(sources, placesOf(recognisedOverlapping(reading)), 'longer')
  if (longest.size === sources.length) return longest
  const shortest = discharged(sources, placesOf(recognisedInside(reading, asking)), 'shorter')
  return shortest.size > longest.size ? shortest : longest
}

/** Of two renderings that overlap, which one stands. */
type Preference = 'longer' | 'shorter'

/** What discharges each place of the source, by its position; the renderings of a concept go to its occurrences in order. */
function discharged(sources: readonly Place[], targets: readonly Place[], preferred: Preference): Map<number, Found> {
  const taken = paired(sources, targets, preferred)
  const pairs = new Map<Concept, { sources: Recognition[]; targets: Recognition[]; at: number[] }>()
  for (const [at, rendering] of [...taken].sort(([a], [b]) => a - b)) {
    for (const source of sources[at]!) {
      const target = targets[rendering]!.find(({ concept, term }) => concept === source.concept && allowed(term))
      if (!target) continue
      const pair = pairs.get(source.concept) ?? { sources: [], targets: [], at: [] }
      pairs.set(source.concept, pair)
      pair.sources.push(source)
      pair.targets.push(target)
      pair.at.push(at)
      break
    }
  }
  return new Map(
    [...pairs].flatMap(([concept, { sources, targets, at }]) => {
      targets.sort((a, b) => a.start - b.start)
      return at.map((place, nth): [number, Found] => [
        place,
        { concept, source: sources[nth]!, outcome: 'rendered', target: targets[nth]! },
      ])
    }),
  )
}

/** The place of the target that each place of the source takes for its rendering. No two of those overlap. */
function paired(sources: readonly Place[], targets: readonly Place[], preferred: Preference): Map<number, number> {
  const asked = sources.map((place) => place.map(({ concept }) => concept))
  const given = new Set<number>()
  while (true) {
    const standing = new Map<Concept, number[]>()
    for (const [at, place] of targets.entries()) {
      if (given.has(at)) continue
      for (const { concept, term } of place) {
        if (!allowed(term)) continue
        const places = standing.get(concept)
        if (places) places.push(at)
        else standing.set(concept, [at])
      }
    }
    const taken = pairUp(asked, standing)
    const overlapping = givingWay([...taken.values()], targets, preferred)
    if (overlapping.length === 0) return taken
    for (const at of overlapping) given.add(at)
  }
}

/** The renderings that share words with one that stands: the preferred one, or else the earlier. */
function givingWay(taken: readonly number[], targets: readonly Place[], preferred: Preference): number[] {
  const spans = taken.map((at) => ({ at, start: targets[at]![0]!.start, end: targets[at]![0]!.end }))
  const turn = preferred === 'longer' ? -1 : 1
  spans.sort((a, b) => turn * (a.end - a.start - (b.end - b.start)) || a.start - b.start)
  const used = new Uint8Array(Math.max(0, ...spans.map(({ end }) => end)))
  return spans.flatMap(({ at, start, end }) => {
    if (used.subarray(start, end).includes(1)) return [at]
    used.fill(1, start, end)
    return []
  })
}

function occurrencesIn(sources: readonly Place[], discharged: ReadonlyMap<number, Found>): Found[] {
  const rendered = new Set([...discharged.values()].map(({ concept }) => concept))
  return sources.flatMap((place, at): Found[] => {
    const occurrence = discharged.get(at)
    if (occurrence) return [occurrence]
    const implied = place.find(({ concept }) => rendered.has(concept))
    if (implied) {
      const { concept } = implied
      return [{ concept, source: implied, outcome: concept.everyOccurrence ? 'missing' : 'implied' }]
    }
    return place.map((source) => ({ concept: source.concept, source, outcome: 'missing' }))
  })
}

/**
 * Where a concept is mentioned for the first time and wants its full form, the first of its renderings has to be that;
 * while there is none, the first of its occurrences asks for it.
 */
function introducing(
  occurrences: readonly Found[],
  mentioned: ReadonlySet<string>,
  renderingsFor: (concept: Concept) => readonly Term[],
): readonly Found[] {
  const first = new Map<Concept, Found>()
  for (const occurrence of occurrences) {
    const { concept, target } = occurrence
    if (!concept.fullAtFirstMention || mentioned.has(concept.id)) continue
    const known = first.get(concept)
    if (known === undefined || (known.target === undefined && target !== undefined)) first.set(concept, occurrence)
  }
  if (first.size === 0) return occurrences
  return occurrences.map((occurrence) => {
    const { concept, target } = occurrence
    const introduction = first.get(concept) === occurrence ? introductionOf(renderingsFor(concept)) : undefined
    if (introduction === undefined || target?.introduces) return occurrence
    return { ...occurrence, expected: [introduction], ...(target && { outcome: 'unexpanded' }) }
  })
}

/** Whether words that a rendering shares with a wrong term are the rendering's: a post-war prisoner exchange is about no war prisoner. */
const outweighs = (rendering: Span, wrong: Span): boolean =>
  rendering.start < wrong.end &&
  wrong.start < rendering.end &&
  rendering.end - rendering.start >= wrong.end - wrong.start

/**
 * The wrong terms of the target. Words that one concept forbids and another allows are wrong only where the source is
 * about the first and not about the second.
 */
const misusedIn = (targets: readonly Place[], occurring: ReadonlySet<Concept>): Recognition[] =>
  targets.flatMap((place) => {
    const right = place.filter(({ term }) => allowed(term))
    if (right.some(({ concept }) => occurring.has(concept))) return []
    return place.filter(({ concept, term }) => !allowed(term) && (right.length === 0 || occurring.has(concept)))
  })
