import type { Check } from './check.ts'

export const glossarySuperseded: Check = {
  id: 'glossary.superseded',
  title: (m) => m.checks.glossarySuperseded.title,
  severity: 'warning',

  *run({ ledger }) {
    for (const { concept, term, text, start, end, expected } of ledger.misused) {
      if (term.status !== 'superseded') continue
      yield {
        message: (m) => m.checks.glossarySuperseded.instead(text, expected[0]),
        target: { start, end },
        concept: concept.id,
        expected,
      }
    }
  },
}
