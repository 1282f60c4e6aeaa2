import { describe, expect, test } from 'vitest'
import type { Concept, Term } from '../../glossary/concept.ts'
import { judge, type Situation } from '../../glossary/judge.ts'
import { allowed, renderingsOf, speaks } from '../../glossary/ledger.ts'
import { lint } from '../../glossary/lint.ts'
import { compileTermbase, type Termbase } from '../../glossary/termbase.ts'
import { runChecks } from '../../src/checks/index.ts'
import { curatedGlossary } from '../../src/desk/curated.ts'
import { ENGLISH } from '../../src/messages/index.ts'
import { DAY, LANGUAGES } from './concepts.ts'
import { DATED, EVERY_OCCURRENCE, FALSE_FRIENDS, FIRST_MENTIONS, HOMOGRAPHS, NAMES, type Pair } from './curatedPairs.ts'

const CONCEPTS = await curatedGlossary()
const DESK = compileTermbase(CONCEPTS, LANGUAGES)

/** A sentence from the middle of a text. */
const LATER: Situation = { date: DAY, mentioned: new Set(DESK.concepts.keys()) }
const FIRST: Situation = { date: DAY, mentioned: new Set() }

/** What the checks find in a translation, as `check concept`. */
function found(french: string, english: string, situation = LATER, desk = DESK): string[] {
  const ledger = judge(desk, french, english, situation)
  const failures = runChecks({ source: french, target: english, languages: LANGUAGES, ledger })
  return [...failures].map(({ check, concept }) => `${check.replace('glossary.', '')} ${concept}`)
}

/** The glossary without one of the things its terms say. */
const without = (...keys: (keyof Term)[]): Termbase =>
  compileTermbase(
    CONCEPTS.map((concept) => ({
      ...concept,
      terms: concept.terms.map((term) => ({ ...term, ...Object.fromEntries(keys.map((key) => [key, undefined])) })),
    })),
    LANGUAGES,
  )

const terms = CONCEPTS.flatMap(({ terms }) => terms)
const conditioned = ({ appliesWhen, notWhen }: Term) => appliesWhen !== undefined || notWhen !== undefined
const isName = ({ terms }: Concept) =>
  terms.some(
    ({ language, match, status, text }) =>
      language === 'fr' &&
      match === 'exact' &&
      status === 'preferred' &&
      terms.some((term) => term.language === 'en' && term.match === 'exact' && term.text === text && allowed(term)),
  )
const isDated = ({ validity, terms }: Concept) => validity !== undefined || terms.some(({ validity }) => validity)

describe('the curated glossary', () => {
  test.each([
    ['concepts', 580, CONCEPTS.length],
    ['concepts introduced in full', 25, CONCEPTS.filter(({ fullAtFirstMention }) => fullAtFirstMention).length],
    ['terms with conditions', 40, terms.filter(conditioned).length],
    ['names that are not translated', 25, CONCEPTS.filter(isName).length],
    ['concepts that change with the date', 15, CONCEPTS.filter(isDated).length],
    ['concepts of which nothing may be left out', 3, CONCEPTS.filter(({ everyOccurrence }) => everyOccurrence).length],
  ])('has enough %s', (_, atLeast, count) => expect(count).toBeGreaterThanOrEqual(atLeast))

  test('contradicts itself nowhere', () => {
    const findings = [...lint(CONCEPTS, LANGUAGES)].filter(({ severity }) => severity !== 'info')
    expect(findings.map(({ rule, message }) => `${rule}: ${message(ENGLISH)}`)).toEqual([])
  })

  test('says of each concept what it is', () => {
    expect(CONCEPTS.filter(({ definition }) => !definition).map(({ id }) => id)).toEqual([])
  })

  test('has a full form and an abbreviation in both languages of what is introduced in full', () => {
    const lacks = (concept: Concept, language: string) => {
      const types = concept.terms.filter((term) => speaks(term, language) && allowed(term)).map(({ type }) => type)
      return !types.includes('fullForm') || !types.includes('acronym')
    }
    const introduced = CONCEPTS.filter(({ fullAtFirstMention }) => fullAtFirstMention)
    expect(introduced.filter((concept) => lacks(concept, 'fr') || lacks(concept, 'en')).map(({ id }) => id)).toEqual([])
  })

  test('finds nothing wrong in a term rendered by any rendering of its concept', () => {
    const wrong: string[] = []
    for (const concept of CONCEPTS) {
      for (const term of concept.terms) {
        if (!speaks(term, 'fr') || conditioned(term)) continue
        const date = term.validity?.until ?? term.validity?.from ?? concept.validity?.from ?? DAY
        for (const rendering of renderingsOf(concept, 'en', date)) {
          if (conditioned(rendering)) continue
          const findings = found(term.text, rendering.text, { ...LATER, date })
          if (findings.length > 0) wrong.push(`${term.text} – ${rendering.text}: ${findings}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })
})

describe.each(Object.entries(HOMOGRAPHS))('%s', (_, pairs) => {
  test.each(pairs)('%s – %s', (french, english, ...findings) => expect(found(french, english)).toEqual(findings))
})

describe('a first mention', () => {
  test.each(FIRST_MENTIONS)('%s – %s', (french, english, first, later) => {
    expect(found(french, english, FIRST)).toEqual(first)
    expect(found(french, english, LATER)).toEqual(later)
  })
})

describe('a text of its day', () => {
  test.each(DATED)('%s: %s – %s', (date, french, english, ...findings) =>
    expect(found(french, english, { date, mentioned: new Set() })).toEqual(findings),
  )
})

describe.each<[string, readonly Pair[]]>([
  ['names that stay as they are', NAMES],
  ['nothing left out', EVERY_OCCURRENCE],
  ['false friends', FALSE_FRIENDS],
])('%s', (_, pairs) => {
  test.each(pairs)('%s – %s', (french, english, ...findings) => expect(found(french, english)).toEqual(findings))
})

describe('without its rules the glossary is wrong about', () => {
  const unconditioned = without('appliesWhen', 'notWhen')
  const undated = without('validity')

  test.each(Object.entries(HOMOGRAPHS))('%s', (_, pairs) => {
    const wrong = pairs.filter(
      ([french, english, ...findings]) => found(french, english, LATER, unconditioned).join() !== findings.join(),
    )
    expect(wrong).not.toEqual([])
  })

  test('texts of another day', () => {
    const wrong = DATED.filter(
      ([date, french, english, ...findings]) =>
        found(french, english, { date, mentioned: new Set() }, undated).join() !== findings.join(),
    )
    expect(wrong.length).toBeGreaterThan(5)
  })
})
