import { describe, expect, test } from 'vitest'
import { judge } from '../../glossary/judge.ts'
import { holdsOn, readDay } from '../../glossary/validity.ts'
import { term, termbaseOf } from './concepts.ts'

test.each([
  ['2024-02-29', '2024-02-29'],
  ['2023-02-29', undefined],
  ['2024-13-01', undefined],
  ['2024-2-9', undefined],
  ['29/02/2024', undefined],
  ['', undefined],
])('the day %j', (text, day) => expect(readDay(text)).toBe(day))

test('both edges belong to it, and either may be open', () => {
  const validity = { from: '2022-01-01', until: '2022-12-31' }
  const days = ['2021-12-31', '2022-01-01', '2022-12-31', '2023-01-01']
  expect(days.map((day) => holdsOn(validity, day))).toEqual([false, true, true, false])
  expect(holdsOn({}, '0001-01-01')).toBe(true)
})

describe('a text is judged by its own day', () => {
  const DESK = termbaseOf(
    {
      id: 'kyiv',
      terms: [
        term('fr', 'Kiev'),
        term('en', 'Kiev', { validity: { until: '2021-12-31' } }),
        term('en', 'Kyiv', { validity: { from: '2022-01-01' } }),
        term('en', 'Kiev', { status: 'forbidden', validity: { from: '2022-01-01' } }),
      ],
    },
    { id: 'group', validity: { until: '2025-08-31' }, terms: [term('fr', 'Groupe'), term('en', 'Group')] },
  )
  const told = (date: string, source: string, target: string) => {
    const { occurrences, misused } = judge(DESK, source, target, { date, mentioned: new Set() })
    return [...occurrences.map(({ outcome }) => outcome), ...misused.map(({ term }) => term.status)]
  }

  test.each([
    ['2021-12-31', 'Kiev', ['rendered']],
    ['2022-01-01', 'Kiev', ['missing', 'forbidden']],
    ['2021-12-31', 'Kyiv', ['missing']],
    ['2022-01-01', 'Kyiv', ['rendered']],
  ])('on %s: %s', (date, target, expected) => expect(told(date, 'à Kiev', `in ${target}`)).toEqual(expected))

  test('a concept that is over asks for nothing', () => {
    expect(told('2025-08-31', 'le Groupe', 'it')).toEqual(['missing'])
    expect(told('2025-09-01', 'le Groupe', 'it')).toEqual([])
  })
})
