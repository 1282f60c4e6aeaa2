import type { Check } from './check.ts'

export const glossaryCount: Check = {
  id: 'glossary.count',
  title: (m) => m.checks.glossaryCount.title,
  severity: 'warning',

  *run({ ledger }) {
    for (const { concept, source, outcome, expected } of ledger.occurrences) {
      if (outcome !== 'implied') continue
      yield {
        message: (m) => m.checks.glossaryCount.fewer(expected[0] ?? concept.id, source.text),
        source: { start: source.start, end: source.end },
        concept: concept.id,
        expected,
      }
    }
  },
}
