import { describe, expect, test } from 'vitest'
import type { Concept, Term } from '../../glossary/concept.ts'
import { lint } from '../../glossary/lint.ts'
import { en } from '../../src/messages/en.ts'
import { fr } from '../../src/messages/fr.ts'
import { concept, LANGUAGES, term } from './concepts.ts'

const told = (concept: Concept): Concept => ({ ...concept, definition: 'What it is.' })
const SOUND = told(concept('army', 'armée', { preferred: ['army'], forbidden: ['host'] }))

const near = (words: string): Partial<Term> => ({ appliesWhen: [{ kind: 'near', words }] })

const ROWS: [name: string, concepts: Concept[], findings: string[]][] = [
  ['a sound glossary', [SOUND, told(concept('navy', 'marine', { preferred: ['navy'] }))], []],
  ['two preferred terms', [told(concept('a', 'un', { preferred: ['one', 'an'] }))], ['error two-preferred a']],
  ['no English term', [told(concept('a', 'un', { forbidden: ['one'] }))], ['error no-term a']],
  ['no French term', [told({ id: 'a', terms: [term('en', 'one')] })], ['error no-term a']],
  ['British terms are English', [told({ id: 'a', terms: [term('fr', 'un'), term('en-GB', 'one')] })], []],
  [
    'a term of two concepts, told once',
    [SOUND, told(concept('land', 'Armée', { preferred: ['land forces'] }))],
    ['warning shared-term army'],
  ],
  [
    'a homograph whose two senses are told apart',
    [
      told({ id: 'gun', terms: [term('fr', 'pièce', near('batterie')), term('en', 'gun')] }),
      told({ id: 'coin', terms: [term('fr', 'pièce', near('monnaie')), term('en', 'coin')] }),
    ],
    [],
  ],
  [
    'a homograph of which only one sense is told',
    [
      told({ id: 'coin', terms: [term('fr', 'pièce'), term('en', 'coin')] }),
      told({ id: 'gun', terms: [term('fr', 'pièce', near('batterie')), term('en', 'gun')] }),
    ],
    ['warning shared-term coin'],
  ],
  [
    'one English word for two meanings',
    [
      told({ id: 'seat', terms: [term('fr', 'quartier général'), term('en', 'headquarters')] }),
      told({ id: 'staff', terms: [term('fr', 'état-major'), term('en', 'headquarters')] }),
    ],
    [],
  ],
  [
    'forbidden here and allowed there',
    [SOUND, told(concept('crowd', 'foule', { preferred: ['host'] }))],
    ['error forbidden-elsewhere army'],
  ],
  [
    'forbidden by two concepts alike',
    [SOUND, told(concept('crowd', 'foule', { preferred: ['crowd'], forbidden: ['host'] }))],
    [],
  ],
  [
    'forbidden and preferred at once',
    [told(concept('a', 'un', { preferred: ['one'], forbidden: ['one'] }))],
    ['error allowed-and-not a'],
  ],
  [
    'forbidden for its capital alone',
    [told(concept('a', 'un', { preferred: ['Minsk Group'], forbidden: ['Minsk group'] }))],
    [],
  ],
  [
    'forbidden for its missing accent alone',
    [told(concept('a', 'un', { preferred: ['attaché'], forbidden: ['attache'] }))],
    [],
  ],
  ['a row twice', [told(concept('a', 'un', { preferred: ['one'], admitted: ['one'] }))], ['warning term-twice a']],
  [
    'a row twice, with another apostrophe',
    [told(concept('a', 'un', { preferred: ["one's"], admitted: ['one’s'] }))],
    ['warning term-twice a'],
  ],
  [
    'a variant that is the term',
    [told({ id: 'a', terms: [term('fr', 'un', { variants: ['un', 'uns'] }), term('en', 'one')] })],
    ['warning idle-variant a'],
  ],
  [
    'two preferred terms, one after the other',
    [
      told({
        id: 'kyiv',
        terms: [
          term('fr', 'Kiev'),
          term('en', 'Kiev', { validity: { until: '2021-12-31' } }),
          term('en', 'Kyiv', { validity: { from: '2022-01-01' } }),
          term('en', 'Kiev', { status: 'forbidden', validity: { from: '2022-01-01' } }),
        ],
      }),
    ],
    [],
  ],
  [
    'terms that are variants of each other',
    [
      told({
        id: 'a',
        terms: [
          term('fr', 'un', { variants: ['une'] }),
          term('fr', 'une', { status: 'admitted', variants: ['un'] }),
          term('en', 'one'),
        ],
      }),
    ],
    ['error circular-variants a'],
  ],
  [
    'what ends before it begins',
    [
      told({
        id: 'a',
        terms: [term('fr', 'un'), term('en', 'one', { validity: { from: '2022-01-02', until: '2022-01-01' } })],
      }),
    ],
    ['error never-valid a'],
  ],
  [
    'a full form asked for and no abbreviation',
    [told({ ...concept('a', 'un', { preferred: ['one'] }), fullAtFirstMention: true })],
    ['error no-introduction a'],
  ],
  [
    'a full form asked for where there is no rendering',
    [told({ id: 'a', terms: [term('fr', 'un')], fullAtFirstMention: true })],
    ['error no-term a'],
  ],
  ['nothing said about it', [concept('a', 'un', { preferred: ['one'] })], ['info undefined a']],
  ['a note is enough', [{ id: 'a', terms: [term('fr', 'un', { note: 'Not two.' }), term('en', 'one')] }], []],
]

describe('linting a glossary', () => {
  test.each(ROWS)('%s', (_, concepts, findings) => {
    const found = [...lint(concepts, LANGUAGES)]
    expect(found.map(({ severity, rule, concept }) => `${severity} ${rule} ${concept}`)).toEqual(findings)
    for (const { message } of found) {
      expect(message(en)).toMatch(/\.$/u)
      expect(message(fr)).not.toBe(message(en))
    }
  })
})
