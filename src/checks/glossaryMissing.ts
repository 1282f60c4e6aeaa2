import type { Check } from './check.ts'

export const glossaryMissing: Check = {
  id: 'glossary.missing',
  title: (m) => m.checks.glossaryMissing.title,
  severity: 'error',

  *run({ ledger }) {
    const missing = ledger.occurrences.filter(({ outcome }) => outcome === 'missing')
    for (const { concept, source, expected } of missing) {
      // Concepts that share a term occur at one place, and a rendering of any of them will do there.
      const there = missing.filter((one) => one.source.start === source.start)
      const best = new Set(there.map((one) => one.expected[0] ?? one.concept.id))
      yield {
        message: (m) => m.checks.glossaryMissing.expected([...best], source.text),
        source: { start: source.start, end: source.end },
        concept: concept.id,
        expected,
      }
    }
  },
}
