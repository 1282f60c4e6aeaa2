import { expect, test } from 'vitest'
import { approve } from '../../src/desk/approve.ts'
import { dateDocument } from '../../src/desk/dateDocument.ts'
import { Forbidden, Invalid, NotFound } from '../../src/errors.ts'
import { concept, term } from '../glossary/concepts.ts'
import { imported, operation, refusalOf, testDesk } from '../support/desk.ts'

const OSCE = {
  ...concept('osce', '=OSCE', { preferred: ['Organization for Security'], admitted: ['=OSCE'] }),
  fullAtFirstMention: true,
}
const FULL = 'The Organization for Security (OSCE) meets.'
const SHORT = 'The OSCE meets.'

/** A document that speaks of the OSCE in each of its four sentences. */
const introducing = () =>
  testDesk({ concepts: [OSCE], sources: ['L’OSCE se réunit.', 'L’OSCE vote.', 'L’OSCE parle.', 'L’OSCE part.'] })

const blocked = async ({ rows }: Awaited<ReturnType<typeof introducing>>) =>
  (await rows()).filter((row) => row.blocked).map(({ position }) => position)

test('the first sentence introduces, those behind it need not', async () => {
  const t = await introducing()
  await t.save(2, SHORT)
  await t.save(3, SHORT)
  expect(await blocked(t)).toEqual([2])
  await t.save(1, FULL)
  expect(await blocked(t)).toEqual([])
})

test('what is introduced no more is asked of the next mention, wherever that is', async () => {
  const t = await introducing()
  await t.save(1, FULL)
  await t.save(3, SHORT)
  await t.save(4, SHORT)
  expect(await blocked(t)).toEqual([])
  await t.save(1, 'It meets.')
  expect(await blocked(t)).toEqual([1, 3])
  await t.save(2, FULL)
  expect(await blocked(t)).toEqual([1])
})

test('an approval that an earlier sentence no longer bears out is stale, until it does again', async () => {
  const t = await introducing()
  await t.save(1, FULL)
  await t.translated(2, 'translator', SHORT)
  await approve(t.desk, { segmentId: 2, revision: 1, by: 'reviewer', operationId: operation() })
  expect(await t.row(2)).toMatchObject({ state: 'approved', stale: false })
  await t.save(1, 'It meets.')
  expect(await t.row(2)).toMatchObject({ state: 'approved', stale: true, blocked: true })
  await t.save(1, FULL)
  expect(await t.row(2)).toMatchObject({ state: 'approved', stale: false, blocked: false })
})

test('sentences saved at once are judged by each other', async () => {
  const t = await introducing()
  await Promise.all([t.save(1, SHORT), t.save(2, SHORT), t.save(3, FULL), t.save(4, SHORT)])
  expect(await blocked(t)).toEqual([1])
  await Promise.all([t.save(1, 'It meets.'), t.save(2, FULL)])
  expect(await blocked(t)).toEqual([1])
})

test('another document is another matter', async () => {
  const t = await introducing()
  await t.save(1, FULL)
  await imported(t.desk, t.project, 'other.txt', 'L’OSCE siège.')
  await t.save(5, SHORT)
  expect((await t.row(5)).blocked).toBe(true)
})

test('a document is judged by its own day, and anew when that is set right', async () => {
  const kyiv = {
    id: 'kyiv',
    terms: [
      term('fr', 'Kiev'),
      term('en', 'Kiev', { validity: { until: '2021-12-31' } }),
      term('en', 'Kyiv', { validity: { from: '2022-01-01' } }),
    ],
  }
  const { desk, document, save, row } = await testDesk({ concepts: [kyiv], sources: ['À Kiev.'] })
  const date = (day: string, by = 'translator') =>
    dateDocument(desk, { documentId: document.id, date: day, by, operationId: operation() })
  await save(1, 'In Kyiv.')
  expect((await row(1)).blocked).toBe(false)
  await date('2021-12-31')
  expect(await row(1)).toMatchObject({ blocked: true, date: '2021-12-31' })
  await date('2022-01-01', 'reviewer')
  expect((await row(1)).blocked).toBe(false)
  expect(await refusalOf(date('31.12.2021'))).toBeInstanceOf(Invalid)
  expect(await refusalOf(date('2021-12-31', 'exporter'))).toBeInstanceOf(Forbidden)
  expect(await refusalOf(date('2021-12-31', 'stranger'))).toBeInstanceOf(NotFound)
})
