import { describe, expect, test } from 'vitest'
import { numbered, remembering, tmxOf } from '../support/memory.ts'
import { contents } from '../support/people.ts'

const MEMORY = `insert into memories (project_id, name, format, source, target, operation_id, begun_at, imported_at`
const COMING = `${MEMORY}) values (1, 'new.tmx', 'tmx', 'fr', 'en', 'raw', 0, 0)`
const UNIT = `insert into memory_units (memory_id, position, source, target, state)`

/** Memory 1 is there with three units, 2 is on its way in with two, 3 is removed with one left. */
async function everyState() {
  const t = await remembering()
  await t.bring()
  for (const [id, units] of [
    [2, 2],
    [3, 1],
  ] as const) {
    await t.sql(COMING.replace(`'raw'`, `'raw ${id}'`))
    for (let position = 1; position <= units; position++)
      await t.sql(`${UNIT} values (${id}, ${position}, 'Oui.', 'Yes.', 'translated')`)
  }
  await t.sql(`update memories set state = 'removed' where id = 3`)
  return t
}

const complete = (id: number, units: number, sha256 = "'s'") =>
  `update memories set state = 'there', units = ${units}, sha256 = ${sha256} where id = ${id}`

describe('the database refuses to', () => {
  test.each<readonly [tries: string, refused: string, words: string, allowed: string]>([
    [
      'begin a memory that is there',
      `${MEMORY}, state) values (1, 'new.tmx', 'tmx', 'fr', 'en', 'raw', 0, 0, 'there')`,
      'memory: begins empty',
      COMING,
    ],
    [
      'begin one with a number of units',
      `${MEMORY}, units) values (1, 'new.tmx', 'tmx', 'fr', 'en', 'raw', 0, 0, 3)`,
      'memory: begins empty',
      COMING,
    ],
    ['begin one twice by an operation', COMING.replace(`'raw'`, `'raw 2'`), 'memory: kept', COMING],
    ['replace a memory', COMING.replace('insert', 'insert or replace').replace(`'raw'`, `'raw 2'`), 'kept', COMING],
    [
      'add a unit to a memory that is there',
      `${UNIT} values (1, 4, 'a', 'b', 'translated')`,
      'memory: not on its way in',
      `${UNIT} values (2, 3, 'a', 'b', 'translated')`,
    ],
    [
      'add a unit to one that is removed',
      `${UNIT} values (3, 2, 'a', 'b', 'translated')`,
      'memory: not on its way in',
      `${UNIT} values (2, 3, 'a', 'b', 'translated')`,
    ],
    [
      'leave a gap between units',
      `${UNIT} values (2, 4, 'a', 'b', 'translated')`,
      'memory unit: not the next one',
      `${UNIT} values (2, 3, 'a', 'b', 'translated')`,
    ],
    [
      'replace a unit',
      `insert or replace into memory_units values (2, 1, 'a', 'b', 'translated', null)`,
      'memory unit: not the next one',
      `${UNIT} values (2, 3, 'a', 'b', 'translated')`,
    ],
    [
      'change a unit',
      `update memory_units set target = 'No.' where memory_id = 2`,
      'memory unit: immutable',
      `delete from memory_units where memory_id = 3`,
    ],
    [
      'delete a unit of a memory that is there',
      `delete from memory_units where memory_id = 1 and position = 3`,
      'memory unit: kept',
      `delete from memory_units where memory_id = 3`,
    ],
    [
      'delete a unit of one on its way in',
      `delete from memory_units where memory_id = 2`,
      'memory unit: kept',
      `delete from memory_units where memory_id = 3`,
    ],
    ['call it whole with fewer units than came', complete(2, 1), 'memory: not whole', complete(2, 2)],
    ['call it whole with more units than came', complete(2, 3), 'memory: not whole', complete(2, 2)],
    ['call it whole without the content it is known by', complete(2, 2, 'null'), 'memory: not whole', complete(2, 2)],
    [
      'have the same content in a project twice',
      complete(2, 2, '(select sha256 from memories where id = 1)'),
      'memories.project_id, memories.sha256',
      complete(2, 2),
    ],
    [
      'take one back that is removed',
      `update memories set state = 'there' where id = 3`,
      'memory: not on its way in',
      complete(2, 2),
    ],
    [
      'send one that is there back on its way',
      `update memories set state = 'coming' where id = 1`,
      'memory: not on its way in',
      `update memories set state = 'removed' where id = 1`,
    ],
    [
      'change what is said of one that is there',
      `update memories set units = 2 where id = 1`,
      'memory: immutable',
      `update memories set units = 2 where id = 2`,
    ],
    [
      'rename one on its way in',
      `update memories set name = 'other.tmx' where id = 2`,
      'memory: immutable',
      `update memories set bytes = 100 where id = 2`,
    ],
    [
      'delete one that is there',
      `delete from memories where id = 1`,
      'memory: kept',
      `update memories set state = 'removed' where id = 1`,
    ],
    [
      'delete one whose units are not swept',
      `delete from memories where id = 3`,
      'FOREIGN KEY',
      `delete from memory_units where memory_id = 3`,
    ],
  ])('%s', async (_, refused, words, allowed) => {
    const t = await everyState()
    const before = await contents(t.db)
    await expect(t.sql(refused)).rejects.toThrow(words)
    expect(await contents(t.db)).toBe(before)
    await t.sql(allowed)
    expect(await contents(t.db)).not.toBe(before)
  })
})

test('the id of a memory that is gone is nobody else’s', async () => {
  const { bring, sql, count } = await remembering()
  const { id } = await bring()
  await sql(`update memories set state = 'removed'`)
  await sql('delete from memory_units')
  await sql('delete from memories')
  expect(await count('memories')).toBe(0)
  expect((await bring({ content: await tmxOf(numbered(2)) })).id).toBeGreaterThan(id)
})
