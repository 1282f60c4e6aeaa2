import { describe, expect, test } from 'vitest'
import { type Condition, readCondition, writeCondition } from '../../glossary/condition.ts'
import { recognise } from '../../glossary/recognise.ts'
import { DAY, term, termbaseOf } from './concepts.ts'

describe('the notation', () => {
  test.each<[string, Condition | undefined]>([
    ['after rébellion', { kind: 'after', words: 'rébellion' }],
    [' Before  à   voile ', { kind: 'before', words: 'à voile' }],
    ['near carnaval', { kind: 'near', words: 'carnaval' }],
    ['after d’', { kind: 'after', words: 'd’' }],
    ['capital', { kind: 'capital' }],
    ['No Determiner', { kind: 'no determiner' }],
    ['after', undefined],
    ['after …', undefined],
    ['behind rébellion', undefined],
    ['capital letter', undefined],
    ['', undefined],
  ])('%j', (text, condition) => {
    expect(readCondition(text)).toEqual(condition)
    if (condition) expect(readCondition(writeCondition(condition))).toEqual(condition)
  })
})

type Row = [text: string, found: boolean]

/** Whether the one French term with these conditions stands in a text. */
function stands(text: string, word: string, conditions: { appliesWhen?: string; notWhen?: string }): boolean {
  const read = (cell: string | undefined) => (cell ?? '').split('|').flatMap((piece) => readCondition(piece) ?? [])
  const french = term('fr', word, { appliesWhen: read(conditions.appliesWhen), notWhen: read(conditions.notWhen) })
  const termbase = termbaseOf({ id: word, terms: [french, term('en', 'x')] })
  return recognise(termbase, 'source', text, DAY).length > 0
}

describe('not when', () => {
  test.each<Row>([
    ['L’armée avance.', true],
    ['la rébellion armée', false],
    ['les rébellions armées', false],
    ['La RÉBELLION ARMÉE', false],
    ['La REBELLION ARMEE', false],
    ['Une rébellion, armée par l’étranger', true],
    ['après la rébellion, l’armée', true],
    ['armée', true],
  ])('after rébellion: %s', (text, found) => expect(stands(text, 'armée', { notWhen: 'after rébellion' })).toBe(found))

  test.each<Row>([
    ['un char à voile', false],
    ['des chars à voiles', false],
    ['un char de carnaval', false],
    ['le carnaval et son char', false],
    ['un char à vapeur', true],
    ['un char', true],
  ])('before à voile, near carnaval: %s', (text, found) =>
    expect(stands(text, 'char', { notWhen: 'before à voile|near carnaval' })).toBe(found),
  )

  test.each<Row>([
    ['la garnison affamée, siège', false],
    ['on les affame, siège', true],
    ['ils interceptent un siège', false],
    ['un siège intercepté hier', false],
    ['la mer, un siège', true],
  ])('near affamé, near intercepter, whatever their form: %s', (text, found) =>
    expect(stands(text, 'siège', { notWhen: 'near affamé|near intercepter' })).toBe(found),
  )

  test.each<Row>([
    ['ils sont d’accord', false],
    ['ils sont d\u02BCaccord', false],
    ['l’accord', true],
  ])('after d’: %s', (text, found) => expect(stands(text, 'accord', { notWhen: 'after d’' })).toBe(found))
})

describe('applies when', () => {
  test.each<Row>([
    ['réuni à Vienne, le Conseil a voté', true],
    ['il a donné un conseil', false],
    ['Conseil aux voyageurs', true],
    ['« Conseil aux voyageurs »', true],
    ['Il se tait. Conseil est tenu.', true],
    ['« conseil »', false],
    ['LE CONSEIL A VOTÉ', true],
  ])('capital: %s', (text, found) => {
    expect(stands(text, 'Conseil', { appliesWhen: 'capital' })).toBe(found)
    expect(stands(text, 'Conseil', { notWhen: 'lowercase' })).toBe(found)
  })

  test.each<Row>([
    ['le feu', true],
    ['du feu', true],
    ['3 feux', true],
    ['un vrai feu', false],
    ['feu', false],
    ['deux feux', true],
    ['une dizaine de feux', true],
    ['beaucoup de feux', true],
    ['la plupart des feux', true],
    ['un ordre de feu', false],
  ])('determiner: %s', (text, found) => {
    expect(stands(text, 'feu', { appliesWhen: 'determiner' })).toBe(found)
    expect(stands(text, 'feu', { notWhen: 'no determiner' })).toBe(found)
  })

  test('one of several', () => {
    const conditions = { appliesWhen: 'after le|after ce' }
    expect(stands('le feu', 'feu', conditions)).toBe(true)
    expect(stands('ce feu', 'feu', conditions)).toBe(true)
    expect(stands('un feu', 'feu', conditions)).toBe(false)
  })
})

test('where a longer term means something else, the shorter one may stand', () => {
  const termbase = termbaseOf(
    {
      id: 'long',
      terms: [term('fr', 'char de combat', { notWhen: [{ kind: 'after', words: 'vieux' }] }), term('en', 'a')],
    },
    { id: 'short', terms: [term('fr', 'char'), term('en', 'b')] },
  )
  const ids = (text: string) => recognise(termbase, 'source', text, DAY).map(({ concept }) => concept.id)
  expect(ids('un char de combat')).toEqual(['long'])
  expect(ids('un vieux char de combat')).toEqual(['short'])
})

test('a text in capitals full of terms is read at once', () => {
  const condition = { notWhen: [readCondition('near oseille')!, readCondition('capital')!] }
  const termbase = termbaseOf({ id: 'grenade', terms: [term('fr', 'grenade', condition), term('en', 'x')] })
  expect(recognise(termbase, 'source', 'GRENADE , '.repeat(30_000), DAY)).toHaveLength(30_000)
})
