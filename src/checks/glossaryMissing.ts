import { renderingsOf } from '../../glossary/ledger.ts'
import type { Check } from './check.ts'

export const glossaryMissing: Check = {
  id: 'glossary.missing',
  title: (m) => m.checks.glossaryMissing.title,
  severity: 'error',

  *run({ ledger, languages }) {
    for (const { concept, source, outcome } of ledger.occurrences) {
      if (outcome !== 'missing') continue
      const expected = renderingsOf(concept, languages.target).map(({ text }) => text)
      yield {
        message: (m) => m.checks.glossaryMissing.expected(expected[0] ?? concept.id, source.text),
        source: { start: source.start, end: source.end },
        concept: concept.id,
        expected,
      }
    }
  },
}
