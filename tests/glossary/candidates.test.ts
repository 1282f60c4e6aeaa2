import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, CandidateCount } from '../../glossary/candidates.ts'
import { recognise } from '../../glossary/recognise.ts'
import { compileTermbase, type Termbase } from '../../glossary/termbase.ts'
import { curatedGlossary } from '../../src/desk/curated.ts'
import { ourRules } from '../../src/desk/ourRules.ts'
import { text } from '../../src/formats/text.ts'
import { segment } from '../../src/segmentation/segment.ts'
import { plain } from '../../src/text/tags.ts'
import { concept, DAY, LANGUAGES, term, termbaseOf } from './concepts.ts'

const NOTHING = termbaseOf()

function candidatesIn(texts: readonly string[], termbase = NOTHING, limit = 1000): Candidate[] {
  const count = new CandidateCount(termbase)
  for (const [id, text] of texts.entries()) count.add(id, text, DAY)
  return count.best(limit)
}

/** What is found in a text that stands there twice. */
const foundIn = (text: string, termbase?: Termbase) =>
  candidatesIn([text, text], termbase)
    .map(({ text }) => text)
    .sort()

describe('a candidate', () => {
  test.each<[name: string, text: string, found: string[]]>([
    ['a noun and its adjective', 'Hier, le juge a convoqué la cour martiale.', ['cour martiale']],
    ['two nouns', 'Elle dirige le bureau des visas.', ['bureau des visas']],
    ['three nouns, with articles', 'Elle craint le retrait du plateau de la Nive.', ['retrait du plateau de la Nive']],
    ['with à and en', 'Une base à terre et une mise en garde.', ['base à terre', 'mise en garde']],
    [
      'of five nouns, not of six',
      'Le chef du bureau du plan de la cour du lac d’Orient.',
      ['bureau du plan de la cour du lac d’Orient', 'chef du bureau du plan de la cour du lac'],
    ],
    ['across a sign', 'La cour, martiale ou non, siège.', []],
    ['across a conjunction', 'La cour et martiale.', []],
    ['across another preposition', 'La cour sans juges.', []],
    ['across a number', 'Le budget 2026 rectifié.', []],
    ['across an article without preposition', 'La cour la martiale.', []],
    ['a verb behind its pronoun', 'La cour martiale se réserve.', ['cour martiale']],
    ['an auxiliary', 'Le plateau est désert.', []],
    ['a verb of telling', 'La cour martiale estime que non.', ['cour martiale']],
    ['a noun like a form of avoir', 'Les avions civils.', ['avions civils']],
    ['what no determiner introduces', 'On dégage des voies ferrées.', ['voies ferrées']],
    ['a verb by its ending', 'Les juges militaires siégeaient.', ['juges militaires']],
    ['an infinitive behind a noun', 'Il a les moyens militaires de lutter.', ['moyens militaires']],
    ['an infinitive before a noun', 'Pour sécuriser des convois civils, il attend.', ['convois civils']],
    ['a noun like an infinitive', 'Le conseiller militaire.', ['conseiller militaire']],
    ['a name like an infinitive', 'Hier Peter Weber y était.', ['Peter Weber']],
    ['an adverb', 'Des zones relativement franches.', []],
    ['an adverb that no ending tells', 'Des zones vraiment franches.', []],
    ['a noun like an adverb', 'Un gouvernement provisoire.', ['gouvernement provisoire']],
    ['a noun with the ending of an adverb', 'Un renouvellement urbain.', ['renouvellement urbain']],
    ['a span of time', 'Les mois civils.', []],
    ['adjectives that say nothing', 'Le nouveau budget et les différents juges importants.', []],
    ['half a compound', 'Un porte-avions russe.', ['porte-avions russe']],
    ['a compound that begins with a preposition', 'Une contre-enquête.', ['contre-enquête']],
    ['a verb with its pronoun behind', 'Peut-être le croient-ils.', []],
    ['a title', 'Hier, Mme Maria Zakharova y était.', ['Maria Zakharova']],
    ['a name with an article of its own', 'Il est à La Haye depuis mardi.', ['La Haye']],
    ['an article that begins a sentence', '« Il part. » Le train rapide.', ['train rapide']],
    ['a part that never stands alone', 'La cour martiale suprême.', ['cour martiale suprême']],
    ['acronyms', 'La CPI et l’AIEA.', ['AIEA', 'CPI']],
    ['acronyms too short, too long, with a figure', 'Le F, le COVIDEX et le G20.', []],
    ['a Roman numeral', 'Le chapitre XIV.', []],
    ['a letter', 'Le plan B.', ['plan B']],
    ['a word in capitals', 'C’est NON.', []],
    ['acronyms in a heading, for any word may be one', 'LE RÔLE', []],
    ['what a heading writes in capitals', 'LE RÔLE DU JUGE', ['RÔLE DU JUGE']],
    ['words of every object', 'Le constructor toString.', ['constructor toString']],
    ['white space and soft hyphens', 'La cour\u00A0\nmar\u00ADtiale.', ['cour martiale']],
  ])('%s', (_, text, found) => expect(foundIn(text)).toEqual(found))

  test.each<[name: string, texts: string[]]>([
    ['the first half of a compound', ['Le juge porte-parole.', 'Le juge porte-plume.']],
    ['the article of a name', ['Le journal Le Monde.', 'Le journal Le Figaro.']],
  ])('ends not with %s', (_, texts) => expect(candidatesIn(texts)).toEqual([]))

  test('stands in the texts more than once', () => {
    expect(candidatesIn(['La cour martiale.'])).toEqual([])
    expect(candidatesIn(['La cour martiale : une cour martiale.'])).toMatchObject([{ occurrences: 2, segments: 1 }])
  })

  test('is found in no language whose phrases nobody described', () => {
    const english = compileTermbase([], { source: 'en', target: 'fr' })
    expect(foundIn('The court martial of NATO.', english)).toEqual([])
  })
})

describe('counted as one', () => {
  test.each<[name: string, texts: string[], written: string]>([
    [
      'singular and plural',
      ['Le juge militaire.', 'Des juges militaires.', 'Les juges militaires.'],
      'juges militaires',
    ],
    ['irregular plurals', ['Un travail rural.', 'Les travaux ruraux.', 'Les travaux ruraux.'], 'travaux ruraux'],
    ['articles after de', ['Un chef du port.', 'Les chefs des ports.', 'Le chef du port.'], 'chef du port'],
    ['elided articles', ['Un chef de l’île.', 'Les chefs des îles.', 'Le chef de l’île.'], 'chef de l’île'],
    ['hyphens and spaces', ['Un avion-école.', 'Un avion école.', 'L’avion-école.'], 'avion-école'],
    ['apostrophes', ["La cour d'appel.", 'La cour d’appel.', 'La cour d’appel.'], 'cour d’appel'],
    ['capitals without accents', ['L’élu écarté.', 'L’ELU ECARTE', 'L’ELU ECARTE'], 'élu écarté'],
    ['ligatures', ['La mise en œuvre.', 'La mise en oeuvre.', 'La mise en œuvre.'], 'mise en œuvre'],
    ['words in capitals', ['La COUR MARTIALE.', 'La COUR MARTIALE.', 'La cour martiale.'], 'cour martiale'],
    ['the capital of a sentence', ['Cour martiale.', 'Cour martiale.', 'La cour martiale.'], 'cour martiale'],
    ['a capital of its own', ['La Cour martiale.', 'La cour martiale.', 'La Cour martiale.'], 'Cour martiale'],
  ])('%s', (_, texts, written) => {
    expect(candidatesIn(texts)).toMatchObject([{ text: written, occurrences: 3, segments: 3 }])
  })

  test.each<[name: string, texts: string[]]>([
    ['with and without article', ['L’armée de terre.', 'L’armée de la terre.']],
    ['words of one stem', ['Le commandant russe.', 'Le commandement russe.']],
    ['an acronym and the plural of another', ['Le CNR siège.', 'Le CNRS siège.']],
  ])('but not %s', (_, texts) => expect(candidatesIn(texts)).toEqual([]))
})

describe('what the glossary has', () => {
  const court = concept('court', 'cour martiale', { preferred: ['court martial'] })
  const cpi = concept('icc', '=CPI', { preferred: ['=ICC'] })
  const russian: Termbase = termbaseOf(court, cpi, {
    id: 'ru',
    terms: [term('fr', 'russe', { partOfSpeech: 'adjective' })],
  })

  test.each<[name: string, text: string, found: string[]]>([
    ['a term', 'La cour martiale.', []],
    ['an acronym', 'La CPI.', []],
    ['made of terms alone', 'La cour martiale russe de la CPI.', []],
    ['a longer phrase than a term', 'La cour martiale suprême.', ['cour martiale suprême']],
    ['the end of a term and what follows it', 'Une cour martiale de Lyon.', ['cour martiale de Lyon']],
    ['what comes before a term and its beginning', 'Le juge de la cour martiale.', ['juge de la cour martiale']],
    ['a term’s word elsewhere', 'La cour royale.', ['cour royale']],
  ])('%s', (_, text, found) => expect(foundIn(text, russian)).toEqual(found))

  test('the beginning of several terms', () => {
    const courts = termbaseOf(court, concept('appeal', 'cour d’appel', { preferred: ['court of appeal'] }))
    expect(candidatesIn(['Le juge de la cour martiale.', 'Le juge de la cour d’appel.'], courts)).toEqual([])
  })

  test('a term that did not hold yet', () => {
    const later = termbaseOf({ ...court, validity: { from: '2027-01-01' } })
    expect(foundIn('La cour martiale.', later)).toEqual(['cour martiale'])
  })

  test('counts for nothing in the score', () => {
    const [ranked] = candidatesIn(['La cour martiale de Lyon.', 'Une cour martiale de Lyon.'], termbaseOf(court))
    expect(ranked).toMatchObject({ text: 'cour martiale de Lyon', score: 2 })
  })
})

describe('the best', () => {
  test('come first: by score, by occurrences, by the alphabet', () => {
    const best = candidatesIn([
      'Le mur nord, le mur nord, la CPI, le FMI, la CPI, le FMI, la CPI, le FMI, la CPI, le FMI.',
      'Un abri sud, un abri sud, un lac de plaine basse, un lac de plaine basse.',
    ])
    expect(best.map(({ text, score }) => `${text} ${score.toFixed(1)}`)).toEqual([
      'lac de plaine basse 5.2',
      'CPI 4.0',
      'FMI 4.0',
      'abri sud 4.0',
      'mur nord 4.0',
    ])
    expect(best.map(({ occurrences }) => occurrences)).toEqual([2, 4, 4, 2, 2])
  })

  test('are no parts that stand alone less often than in what they are part of', () => {
    const whole = Array<string>(9).fill('La cour martiale suprême.')
    const [first, second] = candidatesIn([...whole, 'La cour martiale.', 'Une cour martiale.'])
    expect(first).toMatchObject({ text: 'cour martiale suprême', occurrences: 9 })
    expect(second).toMatchObject({ text: 'cour martiale', occurrences: 11, score: 4 })
  })

  test('are no more than asked for', () => {
    expect(candidatesIn(['La CPI, le FMI.', 'La CPI, le FMI.'], NOTHING, 1)).toHaveLength(1)
  })

  test('show where they stand, once a segment and five times at most', () => {
    const texts = Array<string>(7).fill('«\u00A0L’œuvre d’art, l’oeuvre d’art\u00A0»')
    const [candidate] = candidatesIn(texts)
    expect(candidate).toMatchObject({ occurrences: 14, segments: 7 })
    expect(candidate!.examples.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4])
    for (const { id, start, end } of candidate!.examples) expect(texts[id]!.slice(start, end)).toBe('œuvre d’art')
  })
})

describe('whatever the texts', () => {
  const WORDS = `le la les un de du d’ à en et, . cour Cour COUR martiale martiales juge CPI est se « » - 2026 lutter
    porte -avions Haye œuvre e\u0301lu allie\u0301`.split(/\s+/u)
  const texts = fc.array(
    fc.oneof(
      fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(' ')),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 12 },
  )
  const termbase = termbaseOf(concept('court', 'cour martiale', { preferred: ['court martial'] }))

  test('a candidate stands where it says, and not inside a term', () => {
    fc.assert(
      fc.property(texts, (texts) => {
        for (const { text, occurrences, segments, examples, score } of candidatesIn(texts, termbase)) {
          expect(text).not.toMatch(/\p{N}|\p{Cf}|^\s|\s$/u)
          expect(score).toBeGreaterThan(0)
          expect(segments).toBeLessThanOrEqual(occurrences)
          expect(examples).toHaveLength(Math.min(segments, 5))
          for (const { id, start, end } of examples) {
            const inside = recognise(termbase, 'source', texts[id]!, DAY).find(
              (known) => known.start <= start && end <= known.end,
            )
            expect(inside).toBeUndefined()
            expect(texts[id]!.slice(start, end)).toMatch(/^\p{L}.*[\p{L}\p{M}]$/su)
          }
        }
      }),
    )
  })

  test('the order of the segments changes no figure', () => {
    const figures = (texts: readonly string[]) =>
      candidatesIn(texts).map(({ occurrences, segments, score }) => [occurrences, segments, score])
    fc.assert(
      fc.property(texts, (texts) => {
        expect(figures(texts.toReversed())).toEqual(figures(texts))
      }),
    )
  })
})

const french = await ourRules('fr')

const SAMPLES = '../shared/samples'

describe.skipIf(!existsSync(SAMPLES))('the press articles (skipped where ../shared/samples is absent)', () => {
  const NAMES = ['000_1d1f90b48f127eec', '003_0f0d6b5f540838f0', '004_bfde6dd9a3edcf7f']
  const textsOf = async (path: string) =>
    [...text.read({ bytes: await readFile(path) })]
      .flatMap((paragraph) => segment(paragraph, french))
      .map(({ text, codes }) => plain(text, codes).text)
  const articles = async () => (await Promise.all(NAMES.map((name) => textsOf(`${SAMPLES}/${name}.txt`)))).flat()
  const best = async (termbase: Termbase) => candidatesIn(await articles(), termbase, 30).map(({ text }) => text)

  test('without a glossary its subjects come out', async () => {
    const found = await best(NOTHING)
    expect(found.slice(0, 10)).toEqual(
      expect.arrayContaining([
        'République d’Azerbaïdjan',
        'OTAN',
        'forces spéciales',
        'forces armées',
        'ministère de la Défense',
      ]),
    )
    expect(found).toEqual(
      expect.arrayContaining(['planification logistique', 'programme de coopération', 'Dan Bilzerian']),
    )
  })

  test('with the curated glossary only what it lacks', async () => {
    const found = await best(compileTermbase(await curatedGlossary(), LANGUAGES))
    expect(found.slice(0, 8)).toEqual(
      expect.arrayContaining([
        'Zakir Hasanov',
        'Hikmet Hajiyev',
        'exercice spécial',
        'territoires azerbaïdjanais occupés',
      ]),
    )
    expect(found).not.toContain('forces spéciales')
    expect(found).not.toContain('OTAN')
  })
})
