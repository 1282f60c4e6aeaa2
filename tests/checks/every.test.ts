import { describe, expect, test } from 'vitest'
import type { Concept } from '../../glossary/concept.ts'
import { judge } from '../../glossary/judge.ts'
import type { Segment } from '../../src/checks/check.ts'
import { SEVERITIES } from '../../src/checks/check.ts'
import { CHECKS, runChecks } from '../../src/checks/index.ts'
import { en } from '../../src/messages/en.ts'
import { fr } from '../../src/messages/fr.ts'
import { ALONE, concept, LANGUAGES, termbaseOf } from '../glossary/concepts.ts'

const CONCEPTS: Concept[] = [
  concept('minsk', 'Groupe de Minsk', { preferred: ['Minsk Group'], forbidden: ['Group of Minsk'] }),
  concept('army', 'armée', { preferred: ['army'], superseded: ['host'] }),
  { ...concept('osce', '=OSCE', { preferred: ['Organization'], admitted: ['=OSCE'] }), fullAtFirstMention: true },
]
const DESK = termbaseOf(...CONCEPTS)

const segment = (source: string, target: string): Segment => ({
  source,
  target,
  languages: LANGUAGES,
  ledger: judge(DESK, source, target, ALONE),
})

const WRONG: Segment = {
  ...segment('Le Groupe de Minsk, l’armée, l’armée, l’OSCE', 'The Group of Minsk, the army, the host, the OSCE'),
  tags: { missing: [2], broken: [] },
}

test('ids are told apart', () => {
  expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length)
})

describe.each(CHECKS)('$id', (check) => {
  test('says what it is, in both languages', () => {
    expect(check.id).toMatch(/^[a-z]+(?:\.[a-z-]+)?$/u)
    expect(SEVERITIES).toContain(check.severity)
    expect(check.title(en)).not.toBe('')
    expect(check.title(fr)).not.toBe(check.title(en))
  })

  test('finds what is wrong', () => {
    expect([...runChecks(WRONG, [check])]).toHaveLength(1)
  })

  test('finds nothing in a segment nobody has translated', () => {
    expect([...runChecks(segment('Le Groupe de Minsk', ''), [check])]).toEqual([])
    expect([...runChecks(segment('Le Groupe de Minsk', ' \n'), [check])]).toEqual([])
  })

  test('finds nothing where the ledger balances', () => {
    expect([...runChecks(segment('Le Groupe de Minsk', 'The Minsk Group'), [check])]).toEqual([])
  })

  test('finds nothing where no term stands', () => {
    expect([...runChecks(segment('Bonjour.', 'Good morning.'), [check])]).toEqual([])
  })

  test('finds the same when it looks again', () => {
    const look = () => [...runChecks(WRONG, [check])].map((failure) => ({ ...failure, message: failure.message(en) }))
    expect(look()).toEqual(look())
  })

  test('points inside the texts and speaks in sentences', () => {
    for (const { source, target, message } of runChecks(WRONG, [check])) {
      for (const [span, text] of [
        [source, WRONG.source],
        [target, WRONG.target],
      ] as const) {
        if (!span) continue
        expect(span.start).toBeGreaterThanOrEqual(0)
        expect(span.end).toBeGreaterThan(span.start)
        expect(span.end).toBeLessThanOrEqual(text.length)
      }
      expect(message(en)).toMatch(/\.$/u)
      expect(message(fr)).toMatch(/\.$/u)
    }
  })
})
