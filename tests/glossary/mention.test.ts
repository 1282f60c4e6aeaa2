import { describe, expect, test } from 'vitest'
import type { Concept } from '../../glossary/concept.ts'
import { judge } from '../../glossary/judge.ts'
import { balances, mentionsIn } from '../../glossary/ledger.ts'
import { lint } from '../../glossary/lint.ts'
import { DAY, LANGUAGES, term, termbaseOf } from './concepts.ts'

const IPCP: Concept = {
  id: 'ipcp',
  fullAtFirstMention: true,
  terms: [
    term('fr', 'Programme de coopération'),
    term('fr', 'IPCP', { match: 'exact', status: 'admitted' }),
    term('en', 'Cooperation Programme'),
    term('en', 'IPCP', { match: 'exact', status: 'admitted' }),
  ],
}
const DESK = termbaseOf(IPCP, {
  id: 'hostage',
  everyOccurrence: true,
  terms: [term('fr', 'otage'), term('en', 'hostage')],
})

const judged = (source: string, target: string, ...mentioned: string[]) =>
  judge(DESK, source, target, { date: DAY, mentioned: new Set(mentioned) })
const outcomes = (...texts: Parameters<typeof judged>) => judged(...texts).occurrences.map(({ outcome }) => outcome)

describe('at the first mention', () => {
  test.each([
    ['the full form with its abbreviation', 'l’IPCP', 'the Cooperation Programme (IPCP)', ['rendered']],
    ['in square brackets', 'l’IPCP', 'the Cooperation Programme [IPCP]', ['rendered']],
    ['in quotation marks', 'l’IPCP', 'the Cooperation Programme (“IPCP”)', ['rendered']],
    ['with an article', 'l’IPCP', 'the Cooperation Programme (the IPCP)', ['rendered']],
    ['in emphasis', 'l’IPCP', 'the Cooperation Programme (*IPCP*)', ['rendered']],
    ['and more in the brackets', 'l’IPCP', 'the Cooperation Programme (IPCP, in Geneva)', ['rendered']],
    ['behind something else in brackets', 'l’IPCP', 'the Cooperation Programme (see IPCP)', ['unexpanded']],
    ['the abbreviation alone', 'le Programme de coopération (IPCP)', 'the IPCP', ['unexpanded']],
    ['the full form alone', 'l’IPCP', 'the Cooperation Programme', ['unexpanded']],
    ['the other way round', 'l’IPCP', 'the IPCP (Cooperation Programme)', ['unexpanded']],
    ['an abbreviation apart', 'l’IPCP', 'the Cooperation Programme, IPCP', ['unexpanded']],
    ['nothing', 'l’IPCP', 'the plan', ['missing']],
    [
      'then the abbreviation',
      'l’IPCP et l’IPCP',
      'the Cooperation Programme (IPCP) and IPCP',
      ['rendered', 'rendered'],
    ],
    ['too late', 'l’IPCP et l’IPCP', 'IPCP and the Cooperation Programme (IPCP)', ['unexpanded', 'rendered']],
    ['once for two', 'l’IPCP et l’IPCP', 'the Cooperation Programme (IPCP)', ['rendered', 'implied']],
  ])('%s', (_, source, target, expected) => expect(outcomes(source, target)).toEqual(expected))

  test('afterwards any rendering will do', () => {
    expect(outcomes('l’IPCP', 'the IPCP', 'ipcp')).toEqual(['rendered'])
    expect(outcomes('l’IPCP', 'the Cooperation Programme', 'ipcp')).toEqual(['rendered'])
  })

  test('an abbreviation where the full form is due blocks, and says what is expected', () => {
    const ledger = judged('l’IPCP', 'the IPCP')
    expect(balances(ledger)).toBe(false)
    expect(ledger.occurrences[0]!.expected).toEqual(['Cooperation Programme (IPCP)'])
    expect(ledger.occurrences[0]!.target?.text).toBe('IPCP')
  })

  test('while nothing is written the full form is what to write, once', () => {
    const { occurrences } = judged('l’IPCP et l’IPCP', '')
    expect(occurrences.map(({ expected }) => expected[0])).toEqual([
      'Cooperation Programme (IPCP)',
      'Cooperation Programme',
    ])
  })

  test('any rendering is a mention', () => {
    expect(mentionsIn(judged('l’IPCP', 'the IPCP'))).toEqual(['ipcp'])
    expect(mentionsIn(judged('l’IPCP', 'the plan'))).toEqual([])
    expect(mentionsIn(judged('l’otage', 'the hostage'))).toEqual([])
  })

  test('a concept without an abbreviation cannot ask, and is told so', () => {
    const terms = IPCP.terms.filter(({ language, text }) => language === 'fr' || text !== 'IPCP')
    const lone = { ...IPCP, terms }
    expect(
      judge(termbaseOf(lone), 'l’IPCP', 'the Cooperation Programme', { date: DAY, mentioned: new Set() }).occurrences,
    ).toMatchObject([{ outcome: 'rendered' }])
    expect([...lint([lone], LANGUAGES)].map(({ rule }) => rule)).toContain('no-introduction')
  })

  test('what kind of term it is decides what is an abbreviation', () => {
    const terms = IPCP.terms.map((term) =>
      term.text === 'IPCP' ? { ...term, text: 'Coop. Pr.', type: 'abbreviation' as const } : term,
    )
    const desk = termbaseOf({ ...IPCP, terms })
    const outcome = (target: string) =>
      judge(desk, 'le Programme de coopération', target, { date: DAY, mentioned: new Set() }).occurrences[0]!.outcome
    expect(outcome('the Cooperation Programme (Coop. Pr.)')).toBe('rendered')
    expect(outcome('the Cooperation Programme')).toBe('unexpanded')
  })
})

test('a concept may want a rendering for every occurrence', () => {
  expect(outcomes('un otage et un otage', 'a hostage and another')).toEqual(['rendered', 'missing'])
  expect(outcomes('un otage et un otage', 'a hostage and a hostage')).toEqual(['rendered', 'rendered'])
})
