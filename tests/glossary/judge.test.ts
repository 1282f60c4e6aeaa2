import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../../glossary/judge.ts'
import { balances } from '../../glossary/ledger.ts'
import { ALONE, concept, LANGUAGES, termbaseOf } from './concepts.ts'

const DESK = termbaseOf(
  concept('staff', 'état-major', { preferred: ['general staff'], admitted: ['staff'], forbidden: ['major state'] }),
  concept('chief', 'chef d’état-major', {
    preferred: ['chief of the general staff'],
    forbidden: ['chief of major state'],
  }),
  concept('cadre', 'encadrement', { preferred: ['cadre'], admitted: ['staff'] }),
  concept('minsk', 'Groupe de Minsk', { preferred: ['Minsk Group'], forbidden: ['Group of Minsk'] }),
  concept('special', 'forces spéciales', { preferred: ['special forces'], forbidden: ['forces'] }),
  concept('army', 'armée', { preferred: ['army'], superseded: ['host'] }),
  concept('tank', 'char', { preferred: ['tank'], forbidden: ['chariot'] }),
  concept('float', 'char', { preferred: ['float', 'chariot'] }),
  concept('swap', 'échange de prisonniers', { preferred: ['exchange of prisoners'] }),
  concept('pow', 'prisonnier de guerre', { preferred: ['prisoner of war'] }),
  concept('nameless', 'drone', { forbidden: ['robot'] }),
)

type Row = [name: string, source: string, target: string, outcomes: string[], misused?: string[]]

const ROWS: Row[] = [
  ['rendered, in another form', 'les états-majors', 'the general staffs', ['staff rendered general staffs']],
  ['an admitted rendering serves', 'l’état-major', 'the staff', ['staff rendered staff']],
  ['missing', 'le Groupe de Minsk', 'the group', ['minsk missing']],
  ['nothing written yet', 'le Groupe de Minsk', '', ['minsk missing']],
  [
    'each occurrence asks for a rendering of its own',
    'L’armée et l’armée',
    'The army and it',
    ['army rendered army', 'army implied'],
  ],
  [
    'renderings go to occurrences in order',
    'Armée, armée',
    'Armies, army',
    ['army rendered Armies', 'army rendered army'],
  ],
  ['more renderings than occurrences', 'l’armée', 'the army of the army', ['army rendered army']],
  [
    'a term inside a longer one renders nothing',
    'le chef, l’état-major',
    'the chief of the general staff',
    ['staff missing'],
  ],
  [
    'the longer one is asked for alone',
    'le chef d’état-major',
    'the chief of the general staff',
    ['chief rendered chief of the general staff'],
  ],
  [
    'a superseded term does not stand in the way of a right one',
    'l’armée',
    'the host, the army',
    ['army rendered army'],
    ['army host'],
  ],
  [
    'in order even where a shared rendering was given away',
    'l’état-major, l’encadrement, l’état-major',
    'the staff, the general staff, the general staffs',
    ['staff rendered general staff', 'cadre rendered staff', 'staff rendered general staffs'],
  ],
  ['a superseded rendering renders nothing', 'l’armée', 'the host', ['army missing'], ['army host']],
  ['forbidden without its source', 'la paix', 'the Group of Minsk', [], ['minsk Group of Minsk']],
  ['forbidden in capitals', 'la paix', 'GROUP OF MINSK', [], ['minsk GROUP OF MINSK']],
  [
    'a forbidden word inside an allowed term is not misused',
    'les forces spéciales',
    'special forces',
    ['special rendered special forces'],
  ],
  [
    'and alone it is',
    'les forces spéciales',
    'special forces are forces',
    ['special rendered special forces'],
    ['special forces'],
  ],
  [
    'the longest forbidden term is reported alone',
    'la paix',
    'the chief of major state',
    [],
    ['chief chief of major state'],
  ],
  [
    'a shared rendering discharges one of them',
    'l’état-major et l’encadrement',
    'the staff',
    ['staff rendered staff', 'cadre missing'],
  ],
  [
    'a shared rendering goes where it is needed',
    'l’état-major et l’encadrement',
    'the staff and the general staff',
    ['staff rendered general staff', 'cadre rendered staff'],
  ],
  ['of homonyms the one rendered is the one meant', 'un char', 'a float', ['float rendered float']],
  ['homonyms, both meant', 'un char, un char', 'a float, a tank', ['float rendered float', 'tank rendered tank']],
  ['homonyms, neither rendered', 'un char', 'a car', ['tank missing', 'float missing']],
  [
    'what one forbids and the other allows, where the other is meant',
    'un char',
    'a chariot',
    ['float rendered chariot'],
  ],
  ['where neither occurs', 'la paix', 'a chariot', []],
  [
    'the rendering asked for counts, also where a longer term begins before it',
    'L’échange ; le prisonnier de guerre',
    'the exchange of prisoners of war',
    ['pow rendered prisoners of war'],
  ],
  [
    'two renderings do not share their words',
    'L’échange de prisonniers ; le prisonnier de guerre',
    'the exchange of prisoners of war',
    ['swap rendered exchange of prisoners', 'pow missing'],
  ],
  ['a concept without rendering asks for none', 'le drone', 'the robot', [], ['nameless robot']],
]

describe('the ledger', () => {
  test.each(ROWS)('%s', (_, source, target, outcomes, misused = []) => {
    const ledger = judge(DESK, source, target, ALONE)
    const told = ledger.occurrences.map(({ concept, outcome, target }) =>
      [concept.id, outcome, target?.text].filter((word) => word !== undefined).join(' '),
    )
    expect(told).toEqual(outcomes)
    expect(ledger.misused.map(({ concept, text }) => `${concept.id} ${text}`)).toEqual(misused)
  })

  test.each([
    ['inside the longest of them', 'Les parties au conflit', 'the parties to the conflict', ['parties', 'conflict']],
    [
      'the longest, where it keeps nothing from another',
      'Les parties',
      'the parties to the conflict',
      ['parties to the conflict'],
    ],
    [
      'the longest, where the other stands beside it as well',
      'Les parties, le conflit',
      'parties to the conflict, a conflict',
      ['parties to the conflict', 'conflict'],
    ],
    ['not inside a term of something else', 'Le conflit', 'the conflict zone', [undefined]],
    [
      'the first and the last of three that overlap',
      'rouge, auto, parc',
      'red car parking lots for lorries',
      ['red car', undefined, 'lots for lorries'],
    ],
  ])('each takes a rendering that leaves the others theirs: %s', (_, source, target, rendered) => {
    const termbase = termbaseOf(
      concept('party', 'partie', { preferred: ['party'], admitted: ['party to the conflict'] }),
      concept('conflict', 'conflit', { preferred: ['conflict'] }),
      concept('zone', 'zone de conflit', { preferred: ['conflict zone'] }),
      concept('red', 'rouge', { preferred: ['red car'] }),
      concept('car', 'auto', { preferred: ['car parking lot'] }),
      concept('park', 'parc', { preferred: ['lots for lorries'] }),
    )
    const { occurrences } = judge(termbase, source, target, ALONE)
    expect(occurrences.map(({ target }) => target?.text)).toEqual(rendered)
  })

  test('the same judgement of the same texts, and no two occurrences share a rendering', () => {
    const french = fc.constantFrom('l’état-major', 'encadrement', 'un char', 'armée', 'chef d’état-major', ',', 'et')
    const english = fc.constantFrom('general staff', 'staff', 'cadre', 'tank', 'float', 'army', 'host', 'chariot', ',')
    const texts = (word: fc.Arbitrary<string>) => fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(texts(french), texts(english), (source, target) => {
        const ledger = judge(DESK, source, target, ALONE)
        const spans = ledger.occurrences.flatMap(({ target }) => (target ? [`${target.start}-${target.end}`] : []))
        expect(new Set(spans).size).toBe(spans.length)
        expect(judge(DESK, source, target, ALONE)).toEqual(ledger)
        for (const { concept, outcome, target } of ledger.occurrences) {
          expect(outcome === 'rendered').toBe(target !== undefined)
          if (target) expect(target.concept).toBe(concept)
        }
        const blocked = ledger.occurrences.some(({ outcome }) => outcome === 'missing')
        expect(balances(ledger)).toBe(!blocked && ledger.misused.every(({ term }) => term.status !== 'forbidden'))
      }),
    )
  })

  test('a text of one word thousands of times is judged at once', () => {
    const start = process.cpuUsage().user
    const { occurrences } = judge(DESK, 'armée '.repeat(20_000), 'army '.repeat(10_000), ALONE)
    expect(occurrences.filter(({ outcome }) => outcome === 'rendered')).toHaveLength(10_000)
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(4000)
  })

  test('renderings are told by the target language', () => {
    expect(DESK.languages).toEqual(LANGUAGES)
    expect(judge(DESK, 'the army', 'l’armée', ALONE).occurrences).toEqual([])
  })
})
