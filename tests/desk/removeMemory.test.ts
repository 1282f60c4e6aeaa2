import { expect, test } from 'vitest'
import { findMemory, memoriesComing, memoriesIn } from '../../db/memories.ts'
import { write } from '../../db/open.ts'
import { addMembership } from '../../db/people.ts'
import { openDesk } from '../../src/desk/openDesk.ts'
import { removeMemory } from '../../src/desk/removeMemory.ts'
import { sweepAbandoned, sweepMemories } from '../../src/desk/sweepMemories.ts'
import { Conflict, Forbidden, NotFound } from '../../src/errors.ts'
import { operation, refusalOf } from '../support/desk.ts'
import { numbered, remembering, tmxOf } from '../support/memory.ts'

async function removing() {
  const t = await remembering()
  const remove = (memoryId: number, by = 'translator', operationId = operation()) =>
    removeMemory(t.desk, { memoryId, by, operationId })
  return { ...t, remove }
}

test('a memory removed is seen by nobody at once, and its rows are swept', async () => {
  const { db, project, bring, remove, count } = await removing()
  const memory = await bring({ content: await tmxOf(numbered(5_000)) })
  const other = await bring()
  expect(await remove(memory.id)).toBe(project.id)
  expect(await memoriesIn(db, project.id)).toEqual([other])
  expect(await findMemory(db, memory.id, 'translator')).toBeUndefined()
  await sweepMemories(db)
  expect([await count('memories'), await count('memory_units')]).toEqual([1, 3])
  expect(await count(`events where act = 'forget' and by = 'translator' and memory_id = ${memory.id}`)).toBe(1)
})

test('the same file can come in again', async () => {
  const { bring, remove } = await removing()
  const memory = await bring()
  await remove(memory.id)
  expect(await bring()).toMatchObject({ units: 3 })
})

test('it is removed by who brought it or an administrator, and to a stranger it is not there', async () => {
  const { db, person, project, bring, remove } = await removing()
  const memory = await bring()
  await person('colleague', 'translator')
  for (const [who, error] of [
    ['colleague', Forbidden],
    ['reviewer', Forbidden],
    ['exporter', Forbidden],
    ['stranger', NotFound],
  ] as const) {
    expect(await refusalOf(remove(memory.id, who)), who).toBeInstanceOf(error)
  }
  expect(await memoriesIn(db, project.id)).toEqual([memory])
  await remove(memory.id, 'administrator')
  expect(await memoriesIn(db, project.id)).toEqual([])
})

test('who brought it and is no translator any more does not remove it', async () => {
  const { db, project, bring, remove, sql } = await removing()
  const memory = await bring()
  await sql(`delete from memberships where user_id = 'translator'`)
  await write(db, [addMembership(db, 'translator@desk.example', 'reviewer', project.id)])
  expect(await refusalOf(remove(memory.id))).toBeInstanceOf(Forbidden)
})

test('a request repeated has one effect; another one finds nothing', async () => {
  const { bring, remove, count } = await removing()
  const { id } = await bring()
  const operationId = operation()
  const [first, second] = await Promise.all([
    remove(id, 'translator', operationId),
    remove(id, 'translator', operationId),
  ])
  expect(first).toBe(second)
  expect(await remove(id, 'translator', operationId)).toBe(first)
  expect(await count(`events where act = 'forget'`)).toBe(1)
  expect(await refusalOf(remove(id))).toBeInstanceOf(NotFound)
})

test('two people at once remove it once', async () => {
  const { bring, remove } = await removing()
  const { id } = await bring()
  const answers = await Promise.allSettled([remove(id), remove(id, 'administrator')])
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(Conflict)
})

test('one on its way in is called off: its import ends, and nothing is left', async () => {
  const { db, project, bring, remove, count } = await removing()
  let calledOff: Promise<number> | undefined
  const onGrowth = async () => {
    const [coming] = await memoriesComing(db, project.id)
    if (coming) calledOff ??= remove(coming.id)
  }
  const refusal = await refusalOf(bring({ content: await tmxOf(numbered(9_000)), onGrowth: () => void onGrowth() }))
  expect(refusal).toBeInstanceOf(Conflict)
  expect(refusal.message).toContain('called off')
  await calledOff
  await sweepMemories(db)
  expect([await count('memories'), await count('memory_units')]).toEqual([0, 0])
})

test('a start sweeps what never came in whole, and nothing else', async () => {
  const { db, project, bring, sql, count } = await removing()
  const memory = await bring()
  await sql(`insert into memories (project_id, name, format, source, target, operation_id, begun_at, imported_at)
    values (1, 'half.tmx', 'tmx', 'fr', 'en', 'raw', 0, 0)`)
  await sql(`insert into memory_units (memory_id, position, source, target, state)
    select max(id), 1, 'Oui.', 'Yes.', 'translated' from memories`)
  await openDesk(db)
  expect(await memoriesIn(db, project.id)).toEqual([memory])
  expect([await count('memories'), await count('memory_units')]).toEqual([1, 3])
})

test('beside other processes only what was not heard of for an hour is swept', async () => {
  const { db, sql, count } = await removing()
  for (const [name, minutes] of [
    ['young', 1],
    ['old', 61],
  ] as const)
    await sql(
      `insert into memories (project_id, name, format, source, target, operation_id, begun_at, imported_at)
        values (1, ?, 'tmx', 'fr', 'en', ?, 0, ?)`,
      name,
      name,
      Date.now() - minutes * 60_000,
    )
  Object.assign(db.$client, { protocol: 'http' })
  await sweepAbandoned(db)
  expect(await count(`memories where name = 'young'`)).toBe(1)
  expect(await count('memories')).toBe(1)
})
