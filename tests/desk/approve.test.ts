import { expect, test } from 'vitest'
import { adoptGlossary } from '../../src/desk/adoptGlossary.ts'
import { approve } from '../../src/desk/approve.ts'
import { Conflict, Forbidden, NotFound } from '../../src/errors.ts'
import { concept } from '../glossary/concepts.ts'
import { CONCEPTS, operation, refusalOf, right, testDesk, wrong } from '../support/desk.ts'
import { contents } from '../support/people.ts'

async function reviewing() {
  const t = await testDesk()
  const sign = (revision: number, more: Partial<Parameters<typeof approve>[1]> = {}) =>
    approve(t.desk, { segmentId: 1, revision, by: 'reviewer', operationId: operation(), ...more })
  return { ...t, sign }
}

test('signs the revision that was seen, under the glossary in force', async () => {
  const { translated, sign, sql } = await reviewing()
  await translated(1)
  expect(await sign(1)).toMatchObject({ state: 'approved', stale: false })
  const { rows } = await sql('select segment_id, revision, glossary_version, by, withdrawn_at from approvals')
  expect(rows.map((row) => [row[0], row[1], row[2], row[3], row[4]])).toEqual([[1, 1, 1, 'reviewer', null]])
})

test.each<readonly [what: string, target: string, words: string]>([
  ['a missing term', wrong(1), 'glossary'],
  ['a forbidden term', 'The special forces, commandos, have left.', 'glossary'],
])('does not sign %s, whatever state it got into', async (_, target, words) => {
  const { db, save, sql, sign } = await reviewing()
  await save(1, target)
  await sql(`update segments set state = 'translated' where id = 1`)
  const before = await contents(db)
  const refusal = await refusalOf(sign(1))
  expect(refusal).toBeInstanceOf(Conflict)
  expect(refusal.message).toContain(words)
  expect(await contents(db)).toBe(before)
})

test('nobody signs their own work, an administrator neither', async () => {
  const { db, translated, sign, person } = await reviewing()
  await person('both', 'translator', 'reviewer')
  await translated(1, 'both')
  await translated(2, 'administrator')
  const before = await contents(db)
  for (const own of [sign(1, { by: 'both' }), sign(1, { segmentId: 2, by: 'administrator' })]) {
    const refusal = await refusalOf(own)
    expect(refusal).toBeInstanceOf(Conflict)
    expect(refusal.message).toContain('own work')
  }
  expect(await contents(db)).toBe(before)
  await sign(1, { by: 'administrator' })
  await sign(1, { segmentId: 2, by: 'both' })
})

test('who wrote any text since the last approval is an author', async () => {
  const { save, translated, sign, person } = await reviewing()
  await person('both', 'translator', 'reviewer')
  await save(1, 'First words.', 'both')
  await translated(1, 'translator')
  expect((await refusalOf(sign(2, { by: 'both' }))).message).toContain('own work')
  expect(await sign(2)).toMatchObject({ state: 'approved' })
})

test('a text written since it was seen is not signed with it', async () => {
  const { translated, sign, row } = await reviewing()
  await translated(1)
  await translated(1, 'translator', 'The special forces have gone.')
  const refusal = await refusalOf(sign(1))
  expect(refusal).toBeInstanceOf(Conflict)
  expect((await row(1)).state).toBe('translated')
  await sign(2)
})

test('a draft and an untouched segment are not signed', async () => {
  const { save, sign } = await reviewing()
  expect(await refusalOf(sign(0))).toBeInstanceOf(Conflict)
  await save(1, right(1))
  expect((await refusalOf(sign(1))).message).toContain('handed over')
})

test('a save and an approval at the same moment: never a text nobody saw', async () => {
  for (let round = 0; round < 10; round++) {
    const { translated, save, sign, row, sql } = await reviewing()
    await translated(1)
    await Promise.allSettled(round % 2 ? [save(1, 'Sneaked in.'), sign(1)] : [sign(1), save(1, 'Sneaked in.')])
    const { state, target } = await row(1)
    const standing = (await sql('select revision from approvals where withdrawn_at is null')).rows
    if (state === 'approved') expect([target, standing[0]![0]]).toEqual([right(1), 1])
    else expect(standing).toEqual([])
  }
})

test('two reviewers at once leave one approval', async () => {
  const { translated, sign, count } = await reviewing()
  await translated(1)
  const signed = await Promise.allSettled([sign(1), sign(1, { by: 'administrator' })])
  expect(signed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await count('approvals')).toBe(1)
})

test('a request repeated has one effect and the same answer', async () => {
  const { db, translated, sign } = await reviewing()
  await translated(1)
  const operationId = operation()
  await Promise.all([sign(1, { operationId }), sign(1, { operationId })])
  const before = await contents(db)
  expect(await sign(1, { operationId })).toMatchObject({ state: 'approved' })
  expect(await contents(db)).toBe(before)
})

test('a process that judges by an older glossary signs nothing', async () => {
  const { db, translated, sign } = await reviewing()
  await translated(1)
  await adoptGlossary(db, [...CONCEPTS, concept('meeting', 'séance', { preferred: ['session'] })])
  const refusal = await refusalOf(sign(1))
  expect(refusal).toBeInstanceOf(Conflict)
  expect(refusal.message).toContain('glossary has changed')
})

test('it takes a reviewer of the project', async () => {
  const { translated, sign } = await reviewing()
  await translated(1)
  for (const by of ['translator', 'exporter']) expect(await refusalOf(sign(1, { by }))).toBeInstanceOf(Forbidden)
  expect(await refusalOf(sign(1, { by: 'stranger' }))).toBeInstanceOf(NotFound)
  expect(await refusalOf(sign(1, { segmentId: 99 }))).toBeInstanceOf(NotFound)
})
