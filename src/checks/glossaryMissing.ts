import type { Check } from './check.ts'

export const glossaryMissing: Check = {
  id: 'glossary.missing',
  title: (m) => m.checks.glossaryMissing.title,
  severity: 'error',

  *run({ ledger }) {
    for (const { concept, source, outcome, expected } of ledger.occurrences) {
      if (outcome !== 'missing') continue
      yield {
        message: (m) => m.checks.glossaryMissing.expected(expected[0] ?? concept.id, source.text),
        source: { start: source.start, end: source.end },
        concept: concept.id,
        expected,
      }
    }
  },
}
