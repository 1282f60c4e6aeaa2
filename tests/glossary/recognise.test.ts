import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Concept } from '../../glossary/concept.ts'
import { recognise } from '../../glossary/recognise.ts'
import { compileTermbase, versionOf } from '../../glossary/termbase.ts'
import { concept, DAY, term, termbaseOf, termbaseWith } from './concepts.ts'

const IPCP: Concept = {
  id: 'ipcp',
  terms: [
    term('fr', 'Programme de coopération de partenariat individuel'),
    term('fr', 'IPCP', { match: 'exact', status: 'admitted' }),
    term('en', 'Individual Partnership Cooperation Programme'),
    term('en', 'IPCP', { match: 'exact', status: 'admitted' }),
    term('en', 'IPAP', { match: 'exact', status: 'forbidden' }),
  ],
}
const DESK = termbaseOf(
  IPCP,
  concept('staff', 'état-major', { preferred: ['general staff'] }),
  concept('chief', 'chef d’état-major', { preferred: ['chief of the general staff'] }),
  concept('minsk', 'Groupe de Minsk', { preferred: ['Minsk Group'] }),
  concept('special', 'forces spéciales', { preferred: ['special forces'] }),
  concept('armed', 'forces armées', { preferred: ['armed forces'] }),
  concept('nato', '=OTAN', { preferred: ['=NATO'] }),
  concept('us', '=États-Unis', { preferred: ['=U.S.'] }),
  concept('tank', 'char', { preferred: ['tank'] }),
  concept('float', 'char', { preferred: ['float'] }),
)

const inFrench = (text: string) =>
  recognise(DESK, 'source', text, DAY).map((found) => `${found.concept.id}: ${found.text}`)
const inEnglish = (text: string) =>
  recognise(DESK, 'target', text, DAY).map((found) => `${found.concept.id}: ${found.text}`)

describe('recognising French', () => {
  test.each<[name: string, text: string, found: string[]]>([
    ['after an elision', 'd’état-major', ['staff: état-major']],
    ['a typewriter apostrophe', "le chef d'état-major", ["chief: chef d'état-major"]],
    ['a covered shorter term is not recognised', 'chefs d’états-majors', ['chief: chefs d’états-majors']],
    [
      'spaced and hyphenated are the same',
      'états\u2011majors et état major',
      ['staff: états\u2011majors', 'staff: état major'],
    ],
    ['no-break space inside', 'le Groupe de\u00A0Minsk', ['minsk: Groupe de\u00A0Minsk']],
    ['soft hyphen inside', 'forces spé\u00ADciales', ['special: forces spé\u00ADciales']],
    [
      'a heading in capitals without accents',
      'L’ETAT-MAJOR DES FORCES SPECIALES',
      ['staff: ETAT-MAJOR', 'special: FORCES SPECIALES'],
    ],
    ['a heading in capitals with accents', 'L’ÉTAT-MAJOR', ['staff: ÉTAT-MAJOR']],
    ['an initial capital without its accent', 'Etat-major', ['staff: Etat-major']],
    ['accents missing in small letters are another word', 'l’etat-major', []],
    ['no term reaches across a full stop', 'Il a des forces. Spéciales, elles le sont.', []],
    ['nor across a comma', 'des forces, spéciales', []],
    ['nor across a dash', 'des forces — spéciales, des forces – spéciales, des forces - spéciales', []],
    ['nor over a word between', 'les forces armées spéciales', ['armed: forces armées']],
    ['not inside a longer word', 'bichar, charge, mi-char, porte-char', []],
    [
      'the head of a compound, and behind a free prefix',
      'un char-école, un ex-char',
      ['tank: char', 'float: char', 'tank: char', 'float: char'],
    ],
    ['beside another name', 'le sommet OTAN-Ukraine, l’axe Kiev-OTAN', ['nato: OTAN', 'nato: OTAN']],
    ['in inclusive writing', 'les char·e·s', ['tank: char·e·s', 'float: char·e·s']],
    ['before a footnote', 'un char¹', ['tank: char', 'float: char']],
    ['cut at the end of a line', 'l’état-\nmajor', ['staff: état-\nmajor']],
    ['a sigle keeps its case', 'l’OTAN et l’otan', ['nato: OTAN']],
    [
      'an exact term keeps its capitals and hyphen',
      'les États-Unis, les états-unis, les États Unis',
      ['us: États-Unis'],
    ],
    ['homonyms are recognised once for each concept', 'un char', ['tank: char', 'float: char']],
    [
      'a full form with its abbreviation is one',
      'le Programme de coopération de partenariat individuel (IPCP).',
      ['ipcp: Programme de coopération de partenariat individuel (IPCP)'],
    ],
    [
      'an abbreviation with its full form is one',
      'l’IPCP (Programme de coopération de partenariat individuel)',
      ['ipcp: IPCP (Programme de coopération de partenariat individuel)'],
    ],
    ['an abbreviation in brackets alone', 'le programme (IPCP)', ['ipcp: IPCP']],
    [
      'brackets that say more stay out',
      'Programme de coopération de partenariat individuel (IPCP 2027)',
      ['ipcp: Programme de coopération de partenariat individuel', 'ipcp: IPCP'],
    ],
    ['another concept in brackets stays itself', 'l’état-major (OTAN)', ['staff: état-major', 'nato: OTAN']],
  ])('%s', (_, text, found) => {
    expect(inFrench(text)).toEqual(found)
  })
})

describe('recognising English', () => {
  test.each<[name: string, text: string, found: string[]]>([
    ['plural inside the term', 'two chiefs of the general staff', ['chief: chiefs of the general staff']],
    ['attributive with a hyphen', 'a special-forces unit', ['special: special-forces']],
    ['possessive', 'the Minsk Group’s co-chairs', ['minsk: Minsk Group']],
    ['a term that ends in a full stop, before a space', 'the U.S. army', ['us: U.S.']],
    [
      'full form with abbreviation',
      'the Individual Partnership Cooperation Programme (IPCP)',
      ['ipcp: Individual Partnership Cooperation Programme (IPCP)'],
    ],
    [
      'a forbidden abbreviation does not hide in brackets',
      'Individual Partnership Cooperation Programme (IPAP)',
      ['ipcp: Individual Partnership Cooperation Programme', 'ipcp: IPAP'],
    ],
  ])('%s', (_, text, found) => {
    expect(inEnglish(text)).toEqual(found)
  })

  test('of two overlapping terms the longer stands, wherever it begins', () => {
    const overlapping = termbaseOf(
      { id: 'a', terms: [term('fr', 'groupe armé')] },
      { id: 'b', terms: [term('fr', 'armé de missiles antichars')] },
    )
    const found = recognise(overlapping, 'source', 'un groupe armé de missiles antichars', DAY)
    expect(found.map(({ text }) => text)).toEqual(['armé de missiles antichars'])
  })

  test.each([
    ['as listed', 'attaché', 'preferred'],
    ['as forbidden', 'attache', 'forbidden'],
    ['in another form, by its accents', 'attachés', 'preferred'],
    ['in another form, without accents', 'attaches', 'forbidden'],
    ['in capitals, by the better status', 'ATTACHE', 'forbidden'],
  ])('spellings of one concept that differ in accents are told apart: %s', (_, text, status) => {
    const termbase = termbaseOf(concept('attache', 'attaché', { preferred: ['attaché'], forbidden: ['attache'] }))
    expect(recognise(termbase, 'target', text, DAY).map(({ term }) => term.status)).toEqual([status])
  })

  test('spellings that differ in a hyphen are told apart', () => {
    const termbase = termbaseOf(concept('truce', 'trêve', { preferred: ['cease-fire'], forbidden: ['cease fire'] }))
    const statuses = recognise(termbase, 'target', 'cease-fires, cease fires', DAY).map(({ term }) => term.status)
    expect(statuses).toEqual(['preferred', 'forbidden'])
  })

  test('a variant is recognised as its term', () => {
    const termbase = termbaseWith('en', 'co-chair', { variants: ['cochair'] })
    expect(recognise(termbase, 'target', 'the cochairs', DAY)[0]).toMatchObject({
      text: 'cochairs',
      term: { text: 'co-chair' },
    })
  })

  test('terms of a regional language serve the language, and the other way round', () => {
    const terms = [term('en-GB', 'defence')]
    const ask = (target: string) => compileTermbase([{ id: 'a', terms }], { source: 'fr', target })
    expect(recognise(ask('en'), 'target', 'defence', DAY)).toHaveLength(1)
    expect(recognise(ask('en-GB'), 'target', 'defence', DAY)).toHaveLength(1)
    expect(recognise(ask('en-US'), 'target', 'defence', DAY)).toHaveLength(0)
  })
})

const PIECES = [
  ...[
    'forces',
    'Forces',
    'FORCES',
    'spéciales',
    'SPECIALES',
    'états',
    'major',
    'chef',
    'OTAN',
    'char',
    'Groupe',
    'Minsk',
  ],
  ...[
    'IPCP',
    '(',
    ')',
    ' ',
    ' ',
    ' ',
    '-',
    '\u2011',
    '’',
    "'",
    'd’',
    'de',
    '.',
    '\u00AD',
    '\u200B',
    '\u0301',
    'œ',
    '😀',
  ],
  ...['\uD800', '\u0000', '\n', '\\', '[', '*', '$&', 'İ', 'ß', '한', '\u202E'],
]

describe('any text at all', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 40 }),
  )

  test('spans are of the text, in order, and overlap only where concepts share them', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('source' as const, 'target' as const), (text, side) => {
        let last = { start: 0, end: 0 }
        for (const { start, end, text: found } of recognise(DESK, side, text, DAY)) {
          expect(found).toBe(text.slice(start, end))
          expect(found).not.toBe('')
          expect(start >= last.end || (start === last.start && end === last.end)).toBe(true)
          last = { start, end }
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('a term finds itself, whatever it is made of', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const termbase = termbaseWith('fr', text, { match: 'exact' })
        const found = recognise(termbase, 'source', text, DAY)
        if (/[\p{L}\p{N}]/u.test(text.replace(/\p{Cf}/gu, ''))) expect(found).toHaveLength(1)
      }),
      { numRuns: 1000 },
    )
  })
})

test('the version of a termbase follows what is judged, and neither order nor notes', () => {
  const [staff, minsk] = ['état-major', 'Groupe de Minsk'].map((text) => concept(text, text, { preferred: [text] }))
  const version = (...concepts: Concept[]) => versionOf(concepts)
  expect(version(staff!, minsk!)).toMatch(/^[0-9a-f]{64}$/u)
  expect(version(staff!, minsk!)).toBe(version(minsk!, { ...staff!, definition: 'Those who plan.' }))
  expect(version(staff!)).toBe(version({ ...staff!, terms: staff!.terms.toReversed() }))
  expect(version(staff!)).not.toBe(version(staff!, minsk!))
  expect(version(staff!)).not.toBe(
    version({ ...staff!, terms: staff!.terms.map((term) => ({ ...term, match: 'exact' })) }),
  )
  for (const change of [{ fullAtFirstMention: true }, { everyOccurrence: true }, { validity: { from: '2024-01-01' } }])
    expect(version(staff!)).not.toBe(version({ ...staff!, ...change }))
  const notWhen = [{ kind: 'capital' as const }]
  expect(version(staff!)).not.toBe(version({ ...staff!, terms: staff!.terms.map((term) => ({ ...term, notWhen })) }))
})
