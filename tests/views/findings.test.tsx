import { expect, test } from 'vitest'
import type { LintFinding } from '../../glossary/lint.ts'
import { ENGLISH } from '../../src/messages/index.ts'
import { FindingsPage } from '../../views/findings.tsx'

const shell = { m: ENGLISH, nonce: '', path: '/glossary/findings', back: '/' }
const findings = (severity: LintFinding['severity'], count: number): LintFinding[] =>
  Array.from({ length: count }, (_, at) => ({
    rule: 'r',
    severity,
    concept: `${at}`,
    message: () => `${severity} ${at}.`,
  }))

test('a page of findings ends, says how many are left, and has the errors first', () => {
  const html = String(<FindingsPage shell={shell} findings={[...findings('warning', 300), ...findings('error', 50)]} />)
  expect(html.match(/<li class="verdict/gu)).toHaveLength(200)
  expect(html).toContain('error 49.')
  expect(html).toContain('And 150 more.')
})
