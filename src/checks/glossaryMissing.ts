import type { Occurrence } from '../../glossary/ledger.ts'
import type { Check } from './check.ts'

export const glossaryMissing: Check = {
  id: 'glossary.missing',
  title: (m) => m.checks.glossaryMissing.title,
  severity: 'error',

  *run({ ledger }) {
    for (const place of placesOf(ledger.occurrences.filter(({ outcome }) => outcome === 'missing'))) {
      const { concept, source } = place[0]!
      const best = new Set(place.map(({ concept, expected }) => expected[0] ?? concept.id))
      yield {
        message: (m) => m.checks.glossaryMissing.expected([...best], source.text),
        source: { start: source.start, end: source.end },
        concept: concept.id,
        expected: [...new Set(place.flatMap(({ expected }) => expected))],
      }
    }
  },
}

/** Concepts that share a term occur at one place, and a rendering of any of them will do there. */
function placesOf(occurrences: readonly Occurrence[]): Occurrence[][] {
  const places: Occurrence[][] = []
  for (const occurrence of occurrences) {
    const place = places.at(-1)
    if (place?.[0]?.source.start === occurrence.source.start) place.push(occurrence)
    else places.push([occurrence])
  }
  return places
}
