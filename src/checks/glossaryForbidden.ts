import type { Check } from './check.ts'

export const glossaryForbidden: Check = {
  id: 'glossary.forbidden',
  title: (m) => m.checks.glossaryForbidden.title,
  severity: 'error',

  *run({ ledger }) {
    for (const { concept, term, text, start, end, expected } of ledger.misused) {
      if (term.status !== 'forbidden') continue
      yield {
        message: (m) => m.checks.glossaryForbidden.instead(text, expected[0]),
        target: { start, end },
        concept: concept.id,
        expected,
      }
    }
  },
}
