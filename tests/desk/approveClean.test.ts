import { expect, test } from 'vitest'
import { newestEvent } from '../../db/events.ts'
import { approveClean } from '../../src/desk/approveClean.ts'
import { Forbidden, NotFound } from '../../src/errors.ts'
import { imported, operation, refusalOf, right, testDesk, wrong } from '../support/desk.ts'

async function reviewing() {
  const t = await testDesk()
  const clean = async (more: Partial<Parameters<typeof approveClean>[1]> = {}) =>
    approveClean(t.desk, {
      documentId: t.document.id,
      seen: await newestEvent(t.db),
      by: 'reviewer',
      operationId: operation(),
      ...more,
    })
  const states = async () => (await t.rows()).map(({ state }) => state)
  return { ...t, clean, states }
}

test('signs what waits for review and meets the glossary, and nothing else', async () => {
  const { save, translated, sql, clean, states } = await reviewing()
  await save(2, right(2))
  await translated(3)
  await translated(4)
  await save(5, wrong(5))
  await sql(`update segments set state = 'translated' where id = 5`)

  expect(await clean()).toBe(2)
  expect(await states()).toEqual(['initial', 'draft', 'approved', 'approved', 'translated', 'initial'])
  expect(await clean()).toBe(0)
})

test('leaves alone what was written after the page was drawn', async () => {
  const { db, translated, clean, states, row } = await reviewing()
  await translated(1)
  await translated(2)
  const seen = await newestEvent(db)
  await translated(2, 'translator', 'The Minsk Group meets in Vienna.')
  await translated(3)

  expect(await clean({ seen })).toBe(1)
  expect((await states()).slice(0, 3)).toEqual(['approved', 'translated', 'translated'])
  expect(await row(2)).toMatchObject({ head: 2 })
  expect(await clean({ seen: 0 })).toBe(0)
})

test('leaves their own work alone, also what they wrote before somebody else', async () => {
  const { person, save, translated, clean, states } = await reviewing()
  await person('both', 'translator', 'reviewer')
  await translated(1, 'both')
  await save(2, 'First words.', 'both')
  await translated(2)
  await translated(3)
  expect(await clean({ by: 'both' })).toBe(1)
  expect((await states()).slice(0, 3)).toEqual(['translated', 'translated', 'approved'])
})

test('stays in its document', async () => {
  const { desk, project, translated, clean, states } = await reviewing()
  const other = await imported(desk, project, 'other.txt', 'Une autre phrase.')
  await translated(1)
  expect(await clean({ documentId: other.id })).toBe(0)
  expect((await states())[0]).toBe('translated')
})

test('a request repeated signs nothing more', async () => {
  const { translated, clean, count } = await reviewing()
  await translated(1)
  await translated(2)
  const operationId = operation()
  await Promise.all([clean({ operationId }), clean({ operationId }), clean()])
  expect(await count('approvals')).toBe(2)
  expect(await count(`events where act = 'approve'`)).toBe(2)
})

test('it takes a reviewer of the project', async () => {
  const { translated, clean, states } = await reviewing()
  await translated(1)
  for (const by of ['translator', 'exporter']) expect(await refusalOf(clean({ by }))).toBeInstanceOf(Forbidden)
  expect(await refusalOf(clean({ by: 'stranger' }))).toBeInstanceOf(NotFound)
  expect(await refusalOf(clean({ documentId: 99 }))).toBeInstanceOf(NotFound)
  expect((await states())[0]).toBe('translated')
})
