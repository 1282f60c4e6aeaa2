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
  [
    'terms of two concepts that are variants of each other',
    [
      told({ id: 'a', terms: [term('fr', 'un', { variants: ['une'] }), term('en', 'one')] }),
      told({ id: 'b', terms: [term('fr', 'une', { variants: ['Un', 'un'] }), term('en', 'an')] }),
    ],
    ['error circular-variants a'],
  ],
  [
    'a term of as many concepts as there are, told once',
    ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => told(concept(id, 'mot', { preferred: [`word ${id}`] }))),
    ['warning shared-term a'],
  ],
  [
    'a term of two concepts, of one after the other',
    [
      told({ id: 'a', terms: [term('fr', 'mot', { validity: { until: '2020-12-31' } }), term('en', 'word')] }),
      told({ id: 'b', terms: [term('fr', 'mot', { validity: { from: '2021-01-01' } }), term('en', 'term')] }),
    ],
    [],
  ],
  ['nothing said about it', [concept('a', 'un', { preferred: ['one'] })], ['info no-definition a']],
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

describe('what a finding says', () => {
  const said = (...concepts: Concept[]) => [...lint(concepts, LANGUAGES)].map(({ message }) => message(en))
  const blinde = (id: string, ...preferred: string[]) => told(concept(id, 'blindé', { preferred }))

  test.each<[string, Concept[], string[]]>([
    [
      'concepts by the words that tell them apart',
      [blinde('1', 'armour'), blinde('2', 'armoured vehicle')],
      ['“blindé” is a term of “armour” and “armoured vehicle” alike.'],
    ],
    [
      'and by their ids where nothing does',
      [blinde('1', 'armour'), blinde('2', 'armour')],
      ['“blindé” is a term of “armour (1)” and “armour (2)” alike.'],
    ],
    [
      'a few of many',
      ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => blinde(id, `word ${id}`)),
      ['“blindé” is a term of “word a”, “word b”, “word c” and 3 others alike.'],
    ],
    [
      'who forbids and who allows',
      [
        told(concept('special', 'forces spéciales', { preferred: ['SOF'], forbidden: ['special forces'] })),
        told(concept('forces', 'forces', { preferred: ['special forces'] })),
      ],
      ['“special forces” is forbidden by “forces spéciales” and allowed by “forces”.'],
    ],
    [
      'both of two variants',
      [
        told({ id: 'a', terms: [term('fr', 'b1', { variants: ['b2'] }), term('en', 'one')] }),
        told({ id: 'b', terms: [term('fr', 'b2', { variants: ['b1'] }), term('en', 'two')] }),
      ],
      ['“b1” (b1) and “b2” (b2) are each listed as a variant of the other; keep one of them.'],
    ],
  ])('%s', (_, concepts, findings) => expect(said(...concepts)).toEqual(findings))
})

/** Milliseconds. Comparing each with each took ten seconds and more. */
const SOON = 1500

test.each<[string, Concept[], number]>([
  [
    'a concept of 4,000 terms',
    [told({ id: 'a', terms: Array.from({ length: 4000 }, (_, at) => term('fr', `mot ${at}`)) })],
    2,
  ],
  [
    'a concept of 20,000 terms that are one',
    [told({ id: 'a', terms: Array.from({ length: 20_000 }, () => term('fr', 'mot', { status: 'admitted' })) })],
    2,
  ],
  [
    'a term of 5,000 concepts',
    Array.from({ length: 5000 }, (_, at) => told(concept(`${at}`, 'mot', { preferred: [`word ${at}`] }))),
    1,
  ],
  [
    'a term of 9,000 concepts, each in a year of its own',
    Array.from({ length: 9000 }, (_, at) => {
      const year = String(1000 + at)
      const validity = { from: `${year}-01-01`, until: `${year}-12-31` }
      return told({ id: year, terms: [term('fr', 'mot', { validity }), term('en', `word ${at}`)] })
    }),
    0,
  ],
])('is soon done with %s', (_, concepts, findings) => {
  const start = process.cpuUsage().user
  expect([...lint(concepts, LANGUAGES)]).toHaveLength(findings)
  expect((process.cpuUsage().user - start) / 1000).toBeLessThan(SOON)
})
