import { renderingsOf } from '../../glossary/ledger.ts'
import type { Check } from './check.ts'

export const glossaryForbidden: Check = {
  id: 'glossary.forbidden',
  title: (m) => m.checks.glossaryForbidden.title,
  severity: 'error',

  *run({ ledger, languages }) {
    for (const { concept, term, text, start, end } of ledger.misused) {
      if (term.status !== 'forbidden') continue
      const expected = renderingsOf(concept, languages.target).map(({ text }) => text)
      yield {
        message: (m) => m.checks.glossaryForbidden.instead(text, expected[0]),
        target: { start, end },
        concept: concept.id,
        expected,
      }
    }
  },
}
