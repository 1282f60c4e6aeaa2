import { describe, expect, test } from 'vitest'
import { waiversIn } from '../../db/waivers.ts'
import { adoptGlossary } from '../../src/desk/adoptGlossary.ts'
import { approve } from '../../src/desk/approve.ts'
import { askForWaiver, type WaiverRequest } from '../../src/desk/askForWaiver.ts'
import { decideOnWaiver, type WaiverDecision } from '../../src/desk/decideOnWaiver.ts'
import { submit } from '../../src/desk/submit.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../../src/errors.ts'
import { concept } from '../glossary/concepts.ts'
import { CONCEPTS, operation, refusalOf, testDesk, wrong } from '../support/desk.ts'
import { contents } from '../support/people.ts'

/** A desk whose first segment lacks the special forces, which stand at 4 in its source. */
async function lacking() {
  const t = await testDesk()
  await t.save(1, wrong(1))
  const ask = (more: Partial<WaiverRequest> = {}) =>
    askForWaiver(t.desk, {
      ...{
        segmentId: 1,
        revision: 1,
        concept: 'special-forces',
        start: 4,
        code: 'pronoun',
        reason: 'They were named before.',
      },
      ...{ by: 'translator', operationId: operation(), ...more },
    })
  const decide = (more: Partial<WaiverDecision> = {}) =>
    decideOnWaiver(t.desk, { waiverId: 1, granted: true, by: 'reviewer', operationId: operation(), ...more })
  const hand = (revision = 1) => submit(t.desk, { segmentId: 1, revision, by: 'translator', operationId: operation() })
  const sign = (revision = 1) => approve(t.desk, { segmentId: 1, revision, by: 'reviewer', operationId: operation() })
  return { ...t, ask, decide, hand, sign }
}

test('asked for, handed over, granted, approved', async () => {
  const { ask, hand, sign, decide, row, count } = await lacking()
  await expect(hand()).rejects.toThrow('glossary is not met')
  expect(await ask()).toMatchObject({ waiverId: 1, segment: { blocked: true, state: 'draft' } })
  expect(await hand()).toMatchObject({ state: 'translated', blocked: true })
  await expect(sign()).rejects.toThrow('glossary is not met')
  expect(await decide()).toMatchObject({ blocked: false })
  expect(await sign()).toMatchObject({ state: 'approved' })
  expect(await count(`occurrences where outcome = 'waived' and waiver_id = 1`)).toBe(1)
  expect(await count(`events where act in ('ask', 'waive')`)).toBe(2)
  expect((await row(1)).stale).toBe(false)
})

test('refused, with a word: what is missing still blocks', async () => {
  const { db, ask, decide, hand, sign } = await lacking()
  await ask()
  await hand()
  await expect(decide({ granted: false })).rejects.toBeInstanceOf(Invalid)
  expect(await decide({ granted: false, answer: ' Name them. ' })).toMatchObject({ blocked: true })
  await expect(sign()).rejects.toThrow('glossary is not met')
  const [waiver] = (await waiversIn(db, [1])).get(1)!
  expect(waiver).toMatchObject({ granted: false, answer: 'Name them.', decidedBy: 'reviewer' })
  // Somebody may ask again, with a better reason.
  await ask({ reason: 'The client asked for it.', code: 'client' })
})

describe('a waiver ends by itself', () => {
  test('when the text changes, and is not there again when the text is', async () => {
    const { ask, decide, save, row } = await lacking()
    await ask()
    await decide()
    expect((await row(1)).blocked).toBe(false)
    await save(1, `${wrong(1)} Today.`)
    expect((await row(1)).blocked).toBe(true)
    await save(1, wrong(1))
    expect((await row(1)).blocked).toBe(true)
  })

  test('when the concept changes, and not when another one does', async () => {
    const { db, ask, decide, hand, sign, row } = await lacking()
    await ask()
    await hand()
    await decide()
    await sign()
    await adoptGlossary(db, [...CONCEPTS, concept('other', 'autre', { preferred: ['other'] })])
    expect(await row(1)).toMatchObject({ blocked: false, stale: false })
    await adoptGlossary(db, [
      concept('special-forces', 'forces spéciales', { preferred: ['special operations forces'] }),
      ...CONCEPTS.slice(1),
    ])
    expect(await row(1)).toMatchObject({ blocked: true, stale: true })
  })

  test('so that nobody decides on one for an older text', async () => {
    const { ask, decide, save } = await lacking()
    await ask()
    await save(1, 'They have left.')
    await expect(decide()).rejects.toThrow('changed since')
  })
})

describe('is refused', () => {
  test.each<[name: string, more: Partial<WaiverRequest>, error: new (...args: never[]) => Error]>([
    ['without a reason', { reason: ' ' }, Invalid],
    ['for an older text', { revision: 0 }, Conflict],
    ['where no term stands', { start: 5 }, Conflict],
    ['for another concept', { concept: 'minsk-group' }, Conflict],
    ['to an exporter', { by: 'exporter' }, Forbidden],
    ['to a stranger', { by: 'stranger' }, NotFound],
    ['where there is no segment', { segmentId: 99 }, NotFound],
  ])('asking %s', async (_, more, error) => {
    const { db, ask } = await lacking()
    const before = await contents(db)
    expect(await refusalOf(ask(more))).toBeInstanceOf(error)
    expect(await contents(db)).toBe(before)
  })

  test.each<[name: string, more: Partial<WaiverDecision>, error: new (...args: never[]) => Error]>([
    ['by the author, though a reviewer', { by: 'writing-reviewer' }, Conflict],
    ['by a translator', { by: 'translator' }, Forbidden],
    ['by a stranger', { by: 'stranger' }, NotFound],
    ['of a waiver that is not there', { waiverId: 9 }, NotFound],
  ])('granting %s', async (_, more, error) => {
    const { db, person, ask, decide, save } = await lacking()
    await person('writing-reviewer', 'translator', 'reviewer')
    await save(1, 'They have gone.', 'writing-reviewer')
    await ask({ revision: 2 })
    const before = await contents(db)
    expect(await refusalOf(decide(more))).toBeInstanceOf(error)
    expect(await contents(db)).toBe(before)
  })

  test('asking for what is rendered, or was asked for already', async () => {
    const { ask, translated } = await lacking()
    await ask()
    await expect(ask()).rejects.toThrow('asked for already')
    await translated(3)
    await expect(ask({ segmentId: 3, concept: 'ceasefire', start: 3 })).rejects.toThrow('nothing to waive')
  })
})

test('a request repeated has one effect', async () => {
  const { db, ask, decide } = await lacking()
  const [asking, deciding] = [operation(), operation()]
  await Promise.all([ask({ operationId: asking }), ask({ operationId: asking })])
  await Promise.all([decide({ operationId: deciding }), decide({ operationId: deciding })])
  expect((await waiversIn(db, [1])).get(1)).toHaveLength(1)
})
