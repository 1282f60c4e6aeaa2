import { expect, test } from 'vitest'
import { reject } from '../../src/desk/reject.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../../src/errors.ts'
import { operation, refusalOf, right, testDesk } from '../support/desk.ts'
import { contents } from '../support/people.ts'

async function rejecting() {
  const t = await testDesk()
  const back = (revision: number, more: Partial<Parameters<typeof reject>[1]> = {}) =>
    reject(t.desk, { segmentId: 1, revision, by: 'reviewer', reason: 'Too stiff.', operationId: operation(), ...more })
  return { ...t, back }
}

test('a segment goes back to draft with its text and the reason', async () => {
  const { translated, back } = await rejecting()
  await translated(1)
  expect(await back(1, { reason: '  Too stiff. ' })).toMatchObject({
    state: 'draft',
    head: 1,
    target: right(1),
    rejection: 'Too stiff.',
  })
})

test('the reason is gone once it is handed over again, and the newest one counts', async () => {
  const { translated, back, row } = await rejecting()
  await translated(1)
  await back(1)
  await translated(1, 'translator', 'The special forces have gone.')
  expect((await row(1)).rejection).toBeNull()
  expect(await back(2, { reason: 'Still stiff.' })).toMatchObject({ rejection: 'Still stiff.' })
})

test.each(['', '  ', '\n'])('without a reason it stays: %j', async (reason) => {
  const { db, translated, back } = await rejecting()
  await translated(1)
  const before = await contents(db)
  expect(await refusalOf(back(1, { reason }))).toBeInstanceOf(Invalid)
  expect(await contents(db)).toBe(before)
})

test('a reason that cannot be kept is refused', async () => {
  const { translated, back } = await rejecting()
  await translated(1)
  expect(await refusalOf(back(1, { reason: 'Too stiff:\0 see line two.' }))).toBeInstanceOf(Invalid)
})

test('only what is handed over, and only the text that was seen', async () => {
  const { save, translated, approved, back, db } = await rejecting()
  expect(await refusalOf(back(0))).toBeInstanceOf(Conflict)
  await save(1, right(1))
  expect(await refusalOf(back(1))).toBeInstanceOf(Conflict)
  await translated(1, 'translator', 'The special forces have gone.')
  await approved(2)
  const before = await contents(db)
  for (const revision of [0, 1, 3]) expect(await refusalOf(back(revision))).toBeInstanceOf(Conflict)
  expect(await refusalOf(back(1, { segmentId: 2 }))).toBeInstanceOf(Conflict)
  expect(await contents(db)).toBe(before)
})

test('a request repeated has one effect', async () => {
  const { translated, back, count } = await rejecting()
  await translated(1)
  const operationId = operation()
  await Promise.all([back(1, { operationId }), back(1, { operationId })])
  expect(await back(1, { operationId })).toMatchObject({ state: 'draft' })
  expect(await count('rejections')).toBe(1)
})

test('it takes a reviewer of the project', async () => {
  const { translated, back } = await rejecting()
  await translated(1)
  for (const by of ['translator', 'exporter']) expect(await refusalOf(back(1, { by }))).toBeInstanceOf(Forbidden)
  expect(await refusalOf(back(1, { by: 'stranger' }))).toBeInstanceOf(NotFound)
})
