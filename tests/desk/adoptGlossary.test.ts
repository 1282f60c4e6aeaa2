import { describe, expect, test } from 'vitest'
import { adoptGlossary } from '../../src/desk/adoptGlossary.ts'
import { approve } from '../../src/desk/approve.ts'
import { openDesk } from '../../src/desk/openDesk.ts'
import { saveTarget } from '../../src/desk/saveTarget.ts'
import { submit } from '../../src/desk/submit.ts'
import { withdraw } from '../../src/desk/withdraw.ts'
import { concept } from '../glossary/concepts.ts'
import { approvalBy, CONCEPTS, operation, refusalOf, right, type TestDesk, testDesk, wrong } from '../support/desk.ts'
import { contents } from '../support/people.ts'

/** Asks for another word than the approved translation of segment 4 has; leaves the others as they are. */
const NEWER = [...CONCEPTS, concept('meeting', 'séance', { preferred: ['session'] })]

async function signedOff(): Promise<TestDesk> {
  const t = await testDesk()
  await t.approved(1)
  await t.approved(4)
  await t.translated(2)
  await t.save(3, wrong(3))
  return t
}

const standing = async ({ rows }: TestDesk) =>
  (await rows()).map(({ state, stale }) => (stale ? `${state}, stale` : state))

test('what is approved and no longer balances becomes stale; the rest stays', async () => {
  const t = await signedOff()
  expect(await standing(t)).toEqual(['approved', 'translated', 'draft', 'approved', 'initial', 'initial'])
  const desk = await adoptGlossary(t.db, NEWER)

  expect(desk.glossaryVersion).toBe(2)
  expect(await standing(t)).toEqual(['approved', 'translated', 'draft', 'approved, stale', 'initial', 'initial'])
  expect((await t.rows()).map(({ blocked }) => blocked)).toEqual([false, false, true, true, false, false])
  // The other three do not hold its words: their verdicts are confirmed, not made again.
  expect(await t.count('ledgers where glossary_version = 2')).toBe(1)
  expect(await t.count('segments where judged_by = 2')).toBe(4)
})

test.each([
  ['adopted', (t: TestDesk) => adoptGlossary(t.db, CONCEPTS)],
  ['that a desk opened has', (t: TestDesk) => openDesk(t.db)],
])('the same glossary, %s under another engine, is judged by anew, every text', async (_, adopted) => {
  const t = await signedOff()
  await t.sql(
    `insert into glossary_versions (termbase, engine, at) select termbase, 'older', at from glossary_versions`,
  )
  await t.sql('update segments set judged_by = 2 where head > 0')
  const desk = await adopted(t)
  expect(desk.glossaryVersion).toBe(3)
  expect(desk.concepts).toEqual(new Map(CONCEPTS.map((concept) => [concept.id, concept])))
  expect(await t.count('ledgers where glossary_version = 3')).toBe(4)
})

test('the same glossary again changes nothing', async () => {
  const t = await signedOff()
  const before = await contents(t.db)
  expect((await adoptGlossary(t.db, [...CONCEPTS].reverse())).glossaryVersion).toBe(1)
  expect(await contents(t.db)).toBe(before)
})

test('the older glossary back in force clears what it bears out', async () => {
  const t = await signedOff()
  await adoptGlossary(t.db, NEWER)
  const desk = await adoptGlossary(t.db, CONCEPTS)
  expect(desk.glossaryVersion).toBe(3)
  expect(await standing(t)).toEqual(['approved', 'translated', 'draft', 'approved', 'initial', 'initial'])
})

test('what a newer glossary allows is no longer blocked', async () => {
  const t = await signedOff()
  await adoptGlossary(
    t.db,
    CONCEPTS.filter(({ id }) => id !== 'ceasefire'),
  )
  expect(await t.row(3)).toMatchObject({ blocked: false, state: 'draft' })
})

test('a stale segment is mended by reopening, writing and approving under the new glossary', async () => {
  const t = await signedOff()
  const desk = await adoptGlossary(t.db, NEWER)
  const acting = (by: string, revision: number) => ({ segmentId: 4, by, revision, operationId: operation() })
  await withdraw(desk, acting('reviewer', 1))
  expect((await refusalOf(approve(desk, acting('reviewer', 1)))).message).toContain('glossary is not met')
  await saveTarget(desk, { ...acting('translator', 1), base: 1, target: 'The session is adjourned.' })
  await submit(desk, acting('translator', 2))
  expect(await approve(desk, acting('reviewer', 2))).toMatchObject({ state: 'approved', stale: false })
})

describe('an adoption cut short', () => {
  const many = Array.from({ length: 250 }, (_, n) => `La séance ${n} est levée.`)

  test('is taken up again where it stopped', async () => {
    const t = await testDesk({ sources: many })
    for (const position of many.keys()) await t.save(position + 1, `Meeting ${position} is adjourned.`)
    const { head: revision } = await submit(t.desk, {
      segmentId: 250,
      revision: 1,
      by: 'translator',
      operationId: operation(),
    })
    await approve(t.desk, { segmentId: 250, revision, by: 'reviewer', operationId: operation() })
    await t.sql(
      `create trigger fail before insert on ledgers when NEW.segment_id = 240 begin select raise(abort, 'power'); end`,
    )

    await expect(adoptGlossary(t.db, NEWER)).rejects.toThrow('power')
    expect(await t.count('ledgers where glossary_version = 2')).toBe(200)
    await t.sql('drop trigger fail')
    await adoptGlossary(t.db, NEWER)

    expect(await t.count('ledgers where glossary_version = 2')).toBe(250)
    expect(await t.count('glossary_versions')).toBe(2)
    expect(await t.row(250)).toMatchObject({ state: 'approved', stale: true })
  })

  test('leaves nothing to be approved that was not judged', async () => {
    const t = await testDesk()
    await t.translated(4)
    await t.sql(`create trigger fail before insert on ledgers begin select raise(abort, 'power'); end`)
    await expect(adoptGlossary(t.db, NEWER)).rejects.toThrow('power')
    await t.sql('drop trigger fail')
    await expect(t.sql(approvalBy('reviewer', 4, 1, 2))).rejects.toThrow('approval: the ledger does not balance')
  })
})

test('a text written while it is judged anew is judged by the newer glossary', async () => {
  const t = await signedOff()
  const [desk] = await Promise.all([adoptGlossary(t.db, NEWER), t.save(5, right(5))])
  await adoptGlossary(t.db, NEWER)
  expect(await t.count(`segments where id = 5 and judged_by = ${desk.glossaryVersion}`)).toBe(1)
})
