import { renderingsOf } from '../../glossary/ledger.ts'
import type { Check } from './check.ts'

export const glossarySuperseded: Check = {
  id: 'glossary.superseded',
  title: (m) => m.checks.glossarySuperseded.title,
  severity: 'warning',

  *run({ ledger, languages }) {
    for (const { concept, term, text, start, end } of ledger.misused) {
      if (term.status !== 'superseded') continue
      const expected = renderingsOf(concept, languages.target).map(({ text }) => text)
      yield {
        message: (m) => m.checks.glossarySuperseded.instead(text, expected[0]),
        target: { start, end },
        concept: concept.id,
        expected,
      }
    }
  },
}
