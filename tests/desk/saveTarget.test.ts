import { describe, expect, test } from 'vitest'
import { saveTarget } from '../../src/desk/saveTarget.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../../src/errors.ts'
import { operation, refusalOf, right, testDesk, wrong } from '../support/desk.ts'
import { contents } from '../support/people.ts'

async function saving() {
  const t = await testDesk()
  const save = (target: string, more: Partial<Parameters<typeof saveTarget>[1]> = {}) =>
    saveTarget(t.desk, { segmentId: 1, base: 0, target, by: 'translator', operationId: operation(), ...more })
  return {
    ...t,
    save,
    texts: async () =>
      (await t.sql('select target from revisions where segment_id = 1 order by number desc')).rows.map(
        (row) => row['target'],
      ),
  }
}

test('a text is the next revision, with its author and its ledger', async () => {
  const { save, sql, row } = await saving()
  expect(await save(right(1))).toMatchObject({ overtaken: false, was: 'initial', segment: { head: 1, state: 'draft' } })
  expect(await save(wrong(1), { base: 1 })).toMatchObject({ was: 'draft', segment: { head: 2, blocked: true } })

  expect(await row(1)).toMatchObject({ target: wrong(1), author: 'translator', blocked: true })
  const { rows } =
    await sql(`select l.revision, l.glossary_version, l.balanced, o.concept, o.source_start, o.source_end,
    o.outcome, o.target_start, o.target_end from ledgers l join occurrences o on o.ledger_id = l.id where l.segment_id = 1`)
  expect(rows.map((row) => [...Array(9).keys()].map((column) => row[column]))).toEqual([
    [1, 1, 1, 'special-forces', 4, 20, 'rendered', 4, 18],
    [2, 1, 0, 'special-forces', 4, 20, 'missing', null, null],
  ])
})

test('a forbidden term is kept in the ledger', async () => {
  const { save, sql } = await saving()
  await save('The special forces, commandos, have left.')
  const { rows } = await sql('select concept, status, target_start, target_end from misuses')
  expect(rows.map((row) => [row[0], row[1], row[2], row[3]])).toEqual([['special-forces', 'forbidden', 20, 29]])
})

test('of eight savers of one base, one is kept and seven are told they were overtaken', async () => {
  const { save, texts, count } = await saving()
  const saved = await Promise.all(
    Array.from({ length: 8 }, (_, n) => save(`Text ${n}.`, { by: n % 2 ? 'administrator' : 'translator' })),
  )

  const [kept, ...more] = await texts()
  expect(more).toEqual([])
  expect(saved.filter(({ overtaken }) => overtaken)).toHaveLength(7)
  for (const { segment } of saved) expect(segment.target).toBe(kept)
  expect(await count('ledgers')).toBe(1)
  expect(await count(`events where act = 'save'`)).toBe(1)
})

test('a request repeated, at once or later, is one revision', async () => {
  const { save, texts, count } = await saving()
  const operationId = operation()
  const saved = await Promise.all([1, 2, 3].map(() => save(right(1), { operationId })))
  saved.push(await save(right(1), { operationId }))

  expect(saved.map(({ overtaken, segment }) => [overtaken, segment.head])).toEqual(Array(4).fill([false, 1]))
  expect(await texts()).toEqual([right(1)])
  expect(await count(`events where act = 'save'`)).toBe(1)
})

test('a request repeated after somebody wrote on top of it shows what is there now', async () => {
  const { save, texts } = await saving()
  const operationId = operation()
  await save('Mine.', { operationId })
  await save('Theirs.', { base: 1, by: 'administrator' })

  expect(await save('Mine.', { operationId })).toMatchObject({ overtaken: true, segment: { target: 'Theirs.' } })
  expect(await texts()).toEqual(['Theirs.', 'Mine.'])
})

test('an operation of somebody else does not make a text of mine disappear', async () => {
  const { save, texts } = await saving()
  const operationId = operation()
  await save('Theirs.', { operationId, by: 'administrator' })
  const mine = await save('Mine.', { operationId, base: 1 }).catch((error: Error) => error)
  expect(await texts()).toEqual(['Theirs.'])
  expect(mine).not.toMatchObject({ overtaken: false })
})

test('the text that is there already is no new revision', async () => {
  const { db, save } = await saving()
  await save('')
  await save(right(1))
  const before = await contents(db)
  expect(await save(right(1), { base: 1 })).toMatchObject({ overtaken: false, segment: { head: 1 } })
  expect(await save(right(1), { base: 0, by: 'administrator' })).toMatchObject({ overtaken: false })
  expect(await contents(db)).toBe(before)
})

test('a text taken out again is a revision of its own', async () => {
  const { save, texts } = await saving()
  await save(right(1))
  expect(await save('', { base: 1 })).toMatchObject({ segment: { head: 2, target: '', state: 'draft' } })
  expect(await texts()).toEqual(['', right(1)])
})

test.each(['x\0y', '\0', '\uD800 alone', 'alone \uDFFF', 'x'.repeat(100_001)])(
  'what cannot be kept is refused: %#',
  async (target) => {
    const { db, save } = await saving()
    const before = await contents(db)
    expect(await refusalOf(save(target))).toBeInstanceOf(Invalid)
    expect(await contents(db)).toBe(before)
  },
)

test.each([
  '𝔘𝔫𝔦𝔠𝔬𝔡𝔢 😀 e\u0301 — “quotes” \u00a0\u202f\u200b\u2028',
  '<b>&amp;"\'</b> $x {{y}} \\u0000',
  "'); drop table segments; --",
  'two\nlines',
  ' blanks around ',
  '\u0001\ufffe\uffff',
])('any other text comes back as it was: %j', async (target) => {
  const { save, row } = await saving()
  await save(target)
  expect((await row(1)).target).toBe(target)
})

test('line ends are kept as one', async () => {
  const { save, row } = await saving()
  await save('one\r\ntwo\rthree\n')
  expect((await row(1)).target).toBe('one\ntwo\nthree\n')
})

test('a base that never was is no way to overwrite', async () => {
  const { save, texts } = await saving()
  await save('First.')
  for (const base of [-1, 0, 2, 7]) expect(await save('Second.', { base })).toMatchObject({ overtaken: true })
  expect(await texts()).toEqual(['First.'])
})

describe('an approved segment', () => {
  test('is not written on', async () => {
    const { approved, save, db } = await saving()
    await approved(1)
    const before = await contents(db)
    expect(await refusalOf(save('Another text.', { base: 1 }))).toBeInstanceOf(Conflict)
    expect(await contents(db)).toBe(before)
  })
})

test('what was handed over and is written again is a draft again', async () => {
  const { translated, save, row } = await saving()
  await translated(1)
  expect(await save('The special forces have gone.', { base: 1 })).toMatchObject({ was: 'translated' })
  expect(await row(1)).toMatchObject({ state: 'draft', head: 2 })
})

test('it takes a translator of the project', async () => {
  const { db, save } = await saving()
  const before = await contents(db)
  for (const by of ['reviewer', 'exporter']) expect(await refusalOf(save('x', { by }))).toBeInstanceOf(Forbidden)
  for (const by of ['stranger', 'nobody']) expect(await refusalOf(save('x', { by }))).toBeInstanceOf(NotFound)
  expect(await refusalOf(save('x', { segmentId: 99 }))).toBeInstanceOf(NotFound)
  expect(await contents(db)).toBe(before)
})
