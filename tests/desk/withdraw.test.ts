import { expect, test } from 'vitest'
import { withdraw } from '../../src/desk/withdraw.ts'
import { Conflict, Forbidden, NotFound } from '../../src/errors.ts'
import { approvalBy, operation, refusalOf, testDesk } from '../support/desk.ts'
import { contents } from '../support/people.ts'

async function withdrawing() {
  const t = await testDesk()
  const reopen = (revision: number, more: Partial<Parameters<typeof withdraw>[1]> = {}) =>
    withdraw(t.desk, { segmentId: 1, revision, by: 'reviewer', operationId: operation(), ...more })
  return { ...t, reopen }
}

test.each(['reviewer', 'translator', 'administrator'])(
  '%s reopens an approved segment, and who did is kept',
  async (by) => {
    const { approved, reopen, save, sql } = await withdrawing()
    await approved(1)
    expect(await reopen(1, { by })).toMatchObject({ state: 'translated', head: 1 })
    const { rows } = await sql('select by, withdrawn_by from approvals')
    expect(rows.map((row) => [row[0], row[1]])).toEqual([['reviewer', by]])
    expect(await save(1, 'The special forces are gone.')).toMatchObject({ overtaken: false })
  },
)

test('a stale segment reopened is not stale any more', async () => {
  const { approved, reopen, sql } = await withdrawing()
  await approved(1)
  await sql('update segments set stale = 1 where id = 1')
  expect(await reopen(1)).toMatchObject({ state: 'translated', stale: false })
})

test('what is not approved, or another revision, stays', async () => {
  const { translated, approved, reopen, db } = await withdrawing()
  await translated(1)
  await approved(2)
  const before = await contents(db)
  expect(await refusalOf(reopen(1))).toBeInstanceOf(Conflict)
  expect(await refusalOf(reopen(0, { segmentId: 2 }))).toBeInstanceOf(Conflict)
  expect(await contents(db)).toBe(before)
})

test('a request repeated has one effect, also after a new approval', async () => {
  const { approved, reopen, sql, count } = await withdrawing()
  await approved(1)
  const operationId = operation()
  await reopen(1, { operationId })
  await reopen(1, { operationId })
  await sql(approvalBy('reviewer', 1, 1, 1))
  expect(await reopen(1, { operationId })).toMatchObject({ state: 'approved' })
  expect(await count('approvals where withdrawn_at is null')).toBe(1)
})

test('it takes a translator or reviewer of the project', async () => {
  const { approved, reopen } = await withdrawing()
  await approved(1)
  expect(await refusalOf(reopen(1, { by: 'exporter' }))).toBeInstanceOf(Forbidden)
  expect(await refusalOf(reopen(1, { by: 'stranger' }))).toBeInstanceOf(NotFound)
})
