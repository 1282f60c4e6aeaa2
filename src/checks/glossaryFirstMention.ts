import type { Check } from './check.ts'

export const glossaryFirstMention: Check = {
  id: 'glossary.first-mention',
  title: (m) => m.checks.glossaryFirstMention.title,
  severity: 'error',

  *run({ ledger }) {
    for (const { concept, source, target, outcome, expected } of ledger.occurrences) {
      if (outcome !== 'unexpanded' || target === undefined) continue
      yield {
        message: (m) => m.checks.glossaryFirstMention.inFull(expected[0]!),
        source: { start: source.start, end: source.end },
        target: { start: target.start, end: target.end },
        concept: concept.id,
        expected,
      }
    }
  },
}
