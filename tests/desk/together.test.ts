import { describe, expect, test } from 'vitest'
import type { Database } from '../../db/open.ts'
import { balances } from '../../glossary/ledger.ts'
import { approve } from '../../src/desk/approve.ts'
import { aroundOf } from '../../src/desk/around.ts'
import { askForWaiver } from '../../src/desk/askForWaiver.ts'
import { changeConcepts } from '../../src/desk/changeConcepts.ts'
import { dateDocument } from '../../src/desk/dateDocument.ts'
import { decideOnWaiver } from '../../src/desk/decideOnWaiver.ts'
import { judgeAnew } from '../../src/desk/judgeAnew.ts'
import { judgeSegment } from '../../src/desk/judgeSegment.ts'
import { submit } from '../../src/desk/submit.ts'
import { Conflict } from '../../src/errors.ts'
import { concept, term } from '../glossary/concepts.ts'
import { operation, type TestDesk, testDesk } from '../support/desk.ts'

const OSCE = concept('osce', '=OSCE', {
  preferred: ['Organization for Security and Co-operation in Europe'],
  admitted: ['=OSCE'],
})
const KYIV = {
  id: 'kyiv',
  terms: [
    term('fr', 'Kiev'),
    term('en', 'Kiev', { validity: { until: '2021-12-31' } }),
    term('en', 'Kyiv', { validity: { from: '2022-01-01' } }),
  ],
}

/** Two texts that mention the OSCE, the second handed over; one with a waiver asked for. */
async function working(): Promise<TestDesk> {
  const t = await testDesk({
    concepts: [{ ...OSCE, fullAtFirstMention: true }, KYIV, concept('session', 'séance', { preferred: ['meeting'] })],
    sources: ['L’OSCE est à Kiev.', 'L’OSCE y tient séance.', 'La séance est levée.'],
  })
  await t.save(1, 'The Organization for Security and Co-operation in Europe (OSCE) is in Kyiv.')
  await t.translated(2, 'translator', 'The OSCE is holding a meeting there.')
  await t.save(3, 'It is adjourned.')
  const occurrence = { segmentId: 3, revision: 1, concept: 'session', start: 3 }
  const reason = { code: 'pronoun', reason: 'English says it.' } as const
  await askForWaiver(t.desk, { ...occurrence, ...reason, by: 'translator', operationId: operation() })
  await submit(t.desk, { segmentId: 3, revision: 1, by: 'translator', operationId: operation() })
  return t
}

const by = (by: string) => ({ by, operationId: operation() })

/** What people do at the same time. What another act has made impossible may be refused. */
const ACTS: Readonly<Record<string, (t: TestDesk) => Promise<unknown>>> = {
  'saving another text': ({ save }) => save(1, 'It is in Kiev.'),
  'setting the day': ({ desk, document }) =>
    dateDocument(desk, { documentId: document.id, date: '2021-06-01', ...by('translator') }),
  'granting a waiver': ({ desk }) => decideOnWaiver(desk, { waiverId: 1, granted: true, ...by('reviewer') }),
  approving: ({ desk }) => approve(desk, { segmentId: 2, revision: 1, ...by('reviewer') }),
  'changing the glossary': async ({ desk }) => {
    const entry = concept('session', 'séance', { preferred: ['sitting'], forbidden: ['meeting'] })
    await changeConcepts(desk, { changes: [{ id: 'session', base: 1, entry }], reason: '', ...by('administrator') })
    await judgeAnew(desk)
  },
}

/** Do one thing, and begin another when the nth statement of it goes to the database, or behind it. */
async function meeting({ $client }: Database, nth: number, act: () => Promise<unknown>, other: () => Promise<unknown>) {
  let begun: Promise<unknown> | undefined
  let sent = 0
  for (const way of ['execute', 'batch'] as const) {
    const send = $client[way].bind($client) as (...args: unknown[]) => Promise<never>
    $client[way] = (...args: unknown[]) => {
      if (++sent === nth) begun ??= other()
      return send(...args)
    }
  }
  await act()
  begun ??= other()
  await begun
}

const unlessRefused = (act: Promise<unknown>) =>
  act.catch((error) => {
    if (!(error instanceof Conflict)) throw error
  })

const pairs = Object.keys(ACTS).flatMap((one) => Object.keys(ACTS).map((other) => [one, other] as const))

describe('whenever two acts meet, the verdicts are those of what is there in the end', () => {
  test.each(pairs.filter(([one, other]) => one !== other))('%s, and then %s', async (one, other) => {
    for (let nth = 1; nth <= 9; nth++) {
      const t = await working()
      const act = (name: string) => () => unlessRefused(ACTS[name]!(t))
      await meeting(t.db, nth, act(one), act(other))
      await judgeAnew(t.desk)
      for (const segment of await t.rows()) {
        const { ledger } = judgeSegment(t.desk, segment, segment.target, await aroundOf(t.db, segment))
        expect(segment).toMatchObject({ judged: true, blocked: !balances(ledger) })
        expect(segment.stale).toBe(segment.state === 'approved' && segment.blocked)
      }
    }
  })
})
