import { expect, test } from 'vitest'
import { adoptGlossary } from '../../src/desk/adoptGlossary.ts'
import { submit } from '../../src/desk/submit.ts'
import { Conflict, Forbidden, NotFound } from '../../src/errors.ts'
import { concept } from '../glossary/concepts.ts'
import { CONCEPTS, operation, refusalOf, right, testDesk, wrong } from '../support/desk.ts'
import { contents } from '../support/people.ts'

async function submitting() {
  const t = await testDesk()
  const hand = (revision: number, more: Partial<Parameters<typeof submit>[1]> = {}) =>
    submit(t.desk, { segmentId: 1, revision, by: 'translator', operationId: operation(), ...more })
  return { ...t, hand }
}

test('a text that meets the glossary is handed over, and the act recorded', async () => {
  const { save, hand, row, count } = await submitting()
  await save(1, right(1))
  expect(await hand(1)).toMatchObject({ state: 'translated', head: 1 })
  expect((await row(1)).state).toBe('translated')
  expect(await count(`events where act = 'submit' and by = 'translator' and segment_id = 1`)).toBe(1)
})

test.each([
  ['a missing term', wrong(1)],
  ['a forbidden term', 'The special forces, commandos, have left.'],
  ['nothing', ''],
  ['blanks', ' \n\u00a0'],
])('%s is not handed over', async (_, target) => {
  const { db, save, hand, row } = await submitting()
  await save(1, target)
  const before = await contents(db)
  expect(await refusalOf(hand((await row(1)).head))).toBeInstanceOf(Conflict)
  expect(await contents(db)).toBe(before)
})

test('only the newest text is handed over', async () => {
  const { save, hand, row } = await submitting()
  await save(1, right(1))
  await save(1, 'The special forces have gone.')
  for (const revision of [0, 1, 3]) expect(await refusalOf(hand(revision))).toBeInstanceOf(Conflict)
  expect((await row(1)).state).toBe('draft')
  await hand(2)
})

test('handing over twice has one effect', async () => {
  const { save, hand, db } = await submitting()
  await save(1, right(1))
  const operationId = operation()
  await Promise.all([hand(1, { operationId }), hand(1, { operationId })])
  const before = await contents(db)
  expect(await hand(1, { operationId })).toMatchObject({ state: 'translated' })
  expect(await hand(1)).toMatchObject({ state: 'translated' })
  expect(await contents(db)).toBe(before)
})

test('what was sent back can be handed over again as it is', async () => {
  const { translated, hand, sql } = await submitting()
  await translated(1)
  await sql(`update segments set state = 'draft' where id = 1`)
  expect(await hand(1)).toMatchObject({ state: 'translated' })
})

test('an approved segment is not', async () => {
  const { approved, hand } = await submitting()
  await approved(1)
  expect((await refusalOf(hand(1))).message).toContain('approved')
})

test('a process that judges by an older glossary judges by the newer one what it saves, and hands nothing over against it', async () => {
  const { db, save, hand, row } = await submitting()
  await adoptGlossary(db, [...CONCEPTS, concept('gone', 'parties', { preferred: ['gone'] })])
  await save(1, right(1))
  expect(await row(1)).toMatchObject({ judged: true, blocked: true })
  const before = await contents(db)
  expect(await refusalOf(hand(1))).toBeInstanceOf(Conflict)
  expect(await contents(db)).toBe(before)
})

test('it takes a translator of the project', async () => {
  const { save, hand } = await submitting()
  await save(1, right(1))
  for (const by of ['reviewer', 'exporter']) expect(await refusalOf(hand(1, { by }))).toBeInstanceOf(Forbidden)
  expect(await refusalOf(hand(1, { by: 'stranger' }))).toBeInstanceOf(NotFound)
  expect(await refusalOf(hand(1, { segmentId: 99 }))).toBeInstanceOf(NotFound)
})
