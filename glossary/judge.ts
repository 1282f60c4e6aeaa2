import type { Concept } from './concept.ts'
import type { Ledger, Occurrence, Recognition } from './ledger.ts'
import { allowed, renderingsOf } from './ledger.ts'
import { pairUp } from './pairing.ts'
import { recognise, recogniseOverlapping } from './recognise.ts'
import type { Termbase } from './termbase.ts'

/** Goes up when the engine may judge the same texts otherwise; a ledger kept under another number is judged again. */
export const ENGINE_VERSION = '1'

/** The terms standing at one span: more than one where several concepts share the words. */
type Place = readonly Recognition[]

/**
 * The ledger of a translation. Each place where terms stand in the source asks for a rendering of its own in the target.
 * Words that are a term of several concepts mean one of them: a rendering of any discharges the place, and the occurrence
 * is of the concept rendered. A concept that has no rendering asks for none.
 */
export function judge(termbase: Termbase, source: string, target: string): Ledger {
  const asked = recognise(termbase, 'source', source).filter(
    ({ concept }) => renderingsOf(concept, termbase.languages.target).length > 0,
  )
  const sources = placesOf(asked)
  const renderings = placesOf(recogniseOverlapping(termbase, 'target', target))
  const targets = placesOf(recognise(termbase, 'target', target))
  return {
    occurrences: occurrencesIn(sources, discharged(sources, renderings)),
    misused: misusedIn(targets, new Set(asked.map(({ concept }) => concept))),
  }
}

function placesOf(recognitions: readonly Recognition[]): Place[] {
  const places: Recognition[][] = []
  for (const recognition of recognitions) {
    const place = places.at(-1)
    if (place?.[0]?.start === recognition.start) place.push(recognition)
    else places.push([recognition])
  }
  return places
}

/** What discharges each place of the source, by its position; the renderings of a concept go to its occurrences in order. */
function discharged(sources: readonly Place[], targets: readonly Place[]): Map<number, Occurrence> {
  const standing = new Map<Concept, number[]>()
  for (const [at, place] of targets.entries()) {
    for (const { concept, term } of place) {
      if (!allowed(term)) continue
      const places = standing.get(concept)
      if (places) places.push(at)
      else standing.set(concept, [at])
    }
  }
  const taken = pairUp(
    sources.map((place) => place.map(({ concept }) => concept)),
    standing,
  )

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
      return at.map((place, nth): [number, Occurrence] => [
        place,
        { concept, source: sources[nth]!, outcome: 'rendered', target: targets[nth]! },
      ])
    }),
  )
}

function occurrencesIn(sources: readonly Place[], discharged: ReadonlyMap<number, Occurrence>): Occurrence[] {
  const rendered = new Set([...discharged.values()].map(({ concept }) => concept))
  return sources.flatMap((place, at): Occurrence[] => {
    const occurrence = discharged.get(at)
    if (occurrence) return [occurrence]
    const implied = place.find(({ concept }) => rendered.has(concept))
    if (implied) return [{ concept: implied.concept, source: implied, outcome: 'implied' }]
    return place.map((source) => ({ concept: source.concept, source, outcome: 'missing' }))
  })
}

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
