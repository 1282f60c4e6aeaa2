import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indefiniteArticle } from '../../glossary/englishArticle.ts'
import { isPlural, pluralOf, singularOf } from '../../glossary/englishNumber.ts'
import { asForm, conjugated, formsAs, VERB_FORMS } from '../../glossary/englishVerbs.ts'

const PLURALS: [singular: string, plural: string][] = [
  ['army', 'armies'],
  ['Army', 'Armies'],
  ['person', 'persons'],
  ['man', 'men'],
  ['crisis', 'crises'],
  ['memorandum of understanding', 'memoranda of understanding'],
  ['embargo', 'embargoes'],
  ['commando', 'commandos'],
  ['oligarch', 'oligarchs'],
  ['gas', 'gases'],
  ['military attaché', 'military attachés'],
  ['UAV', 'UAVs'],
  ['line of contact', 'lines of contact'],
  ['prisoner of war', 'prisoners of war'],
  ['prisoner-of-war camp', 'prisoner-of-war camps'],
  ['surface-to-air missile', 'surface-to-air missiles'],
  ['commander-in-chief', 'commanders-in-chief'],
  ['deputy commander-in-chief', 'deputy commanders-in-chief'],
  ['aide-de-camp', 'aides-de-camp'],
  ['chargé d’affaires', 'chargés d’affaires'],
  ['man-of-war', 'men-of-war'],
  ['passer-by', 'passers-by'],
  ['break-in', 'break-ins'],
  ['secretary-general', 'secretaries-general'],
  ['Under-Secretary-General', 'Under-Secretaries-General'],
  ['attorney general', 'attorneys general'],
  ['brigadier general', 'brigadier generals'],
  ['court martial', 'courts martial'],
  ['president-elect', 'presidents-elect'],
]

describe('the plural', () => {
  test.each(PLURALS)('of %s is %s', (singular, plural) => {
    expect(isPlural(singular)).toBe(false)
    expect(pluralOf(singular)).toBe(plural)
  })

  test.each(PLURALS)('and back: %s', (singular, plural) => {
    expect(pluralOf(plural)).toBe(plural)
    // Men are never thought to be the plural of a word before a hyphen or alone.
    if (!/^men/u.test(plural)) expect(singularOf(plural)).toBe(singular)
  })

  test.each(['headquarters', 'military equipment', 'special forces', 'small arms', 'aircraft'])(
    'of %s is itself',
    (phrase) => expect(pluralOf(phrase)).toBe(phrase),
  )

  test.each(['gas', 'bias', 'crisis', 'process', 'headquarters'])('%s is none', (word) =>
    expect(isPlural(word)).toBe(false),
  )
})

describe('the article', () => {
  test.each([
    [
      'an',
      'observation post, attaché, émigré, hour, honorary consul, heir, urban war, undersecretary, uninhabited island',
    ],
    [
      'a',
      'contact line, European army, unit, united front, one-way road, Ukrainian, user, house, hotel, UN, utility, uranium mine',
    ],
    ['an', 'F-16, MP, NGO, EU directive, MoD, RPG, S-300, X-ray, IAEA, 8-month ban, 80th, 11, 18-year-old, AWACS'],
    ['a', 'T-72, UAV, NATO base, UNESCO site, HIMARS, PM, 1, 100, 12-day war'],
    ['an', '“eagle”'],
  ])('is %s before %s', (article, texts) => {
    for (const text of texts.split(', ')) expect([indefiniteArticle(text), text]).toEqual([article, text])
  })
})

describe('a verb', () => {
  test.each(
    `withdraw withdraws withdrew withdrawn withdrawing
    pull pulls pulled pulled pulling
    deploy deploys deployed deployed deploying
    deny denies denied denied denying
    seize seizes seized seized seizing
    come comes came come coming
    run runs ran run running
    go goes went gone going
    undergo undergoes underwent undergone undergoing
    have has had had having
    do does did done doing
    die dies died died dying
    flee flees fled fled fleeing
    strike strikes struck struck striking
    get gets got got getting
    forget forgets forgot forgotten forgetting
    beat beats beat beaten beating
    set sets set set setting
    jam jams jammed jammed jamming
    equip equips equipped equipped equipping
    quit quits quit quit quitting
    patrol patrols patrolled patrolled patrolling
    commit commits committed committed committing
    limit limits limited limited limiting
    refer refers referred referred referring
    offer offers offered offered offering
    target targets targeted targeted targeting
    develop develops developed developed developing
    kidnap kidnaps kidnapped kidnapped kidnapping
    traffic traffics trafficked trafficked trafficking
    address addresses addressed addressed addressing`
      .split('\n')
      .map((line) => line.trim().split(' ')),
  )('in its forms: %s', (...forms) => {
    const [base = ''] = forms
    expect(VERB_FORMS.map((form) => asForm(base, form))).toEqual(forms)
    for (const [at, form] of VERB_FORMS.entries()) expect(formsAs(base, forms[at]!)).toContain(form)
  })

  test('be is told by no form that depends on the person', () =>
    expect(VERB_FORMS.map((form) => asForm('be', form))).toEqual([undefined, 'is', undefined, 'been', 'being']))

  test('in every form is one of its forms', () => {
    const verb = fc.stringMatching(/^[bcdfglmnprst]{1,2}[aeiou][a-z]{1,5}$/u)
    fc.assert(
      fc.property(verb, fc.constantFrom(...VERB_FORMS), (verb, form) => {
        const written = asForm(verb, form)
        expect([...conjugated(verb)]).toContain(written)
        expect(formsAs(verb, written!)).toContain(form)
      }),
    )
  })
})
