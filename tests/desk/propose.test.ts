import { describe, expect, test } from 'vitest'
import { proposalsFor } from '../../db/proposals.ts'
import { propose } from '../../src/desk/propose.ts'
import { proposedConcept } from '../../src/desk/proposedConcept.ts'
import { refuseProposal } from '../../src/desk/refuseProposal.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../../src/errors.ts'
import { term } from '../glossary/concepts.ts'
import { operation, refusalOf, served, testDesk } from '../support/desk.ts'

async function proposing() {
  const t = await testDesk()
  await t.person('terminologist', 'terminologist')
  const send = (more: Partial<Parameters<typeof propose>[1]> = {}) =>
    propose(t.desk, {
      ...{ segmentId: 1, source: ' unité ', target: 'unit', note: '', by: 'translator', operationId: operation() },
      ...more,
    })
  const refuse = (more: Partial<Parameters<typeof refuseProposal>[1]> = {}) =>
    refuseProposal(t.desk, { id: 1, answer: 'Too general.', by: 'terminologist', operationId: operation(), ...more })
  return { ...t, send, refuse }
}

test('a proposal is kept with where it was read, and refused with a word', async () => {
  const { db, send, refuse } = await proposing()
  await send()
  expect(await proposalsFor(db, 'reviewer', 10)).toMatchObject([
    {
      source: 'unité',
      target: 'unit',
      proposedByName: 'translator',
      document: 'article.txt',
      position: 1,
      accepted: null,
    },
  ])
  await refuse()
  expect(await proposalsFor(db, 'translator', 10)).toMatchObject([
    { accepted: false, answer: 'Too general.', decidedByName: 'terminologist' },
  ])
  expect(await refusalOf(refuse())).toBeInstanceOf(Conflict)
})

test('it becomes a concept with the change that makes it one', async () => {
  const t = await proposing()
  await t.send()
  const { browser } = served(t)
  const terminologist = await browser('terminologist')
  const html = await (await terminologist.get('/glossary/concepts/new?proposal=1')).text()
  expect(html).toContain('value="unité"')
  expect(html).toContain('name="proposal" value="1"')
  const answer = await terminologist.post('/glossary/concepts/new/changes', {
    ...{ operation: operation(), base: 0, proposal: 1, apply: 'yes', answer: ' Unit alone is too wide. ' },
    ...{ 'lang.0': 'fr', 'term.0': 'unité', 'lang.1': 'en', 'term.1': 'military unit' },
  })
  expect(answer.status).toBe(303)
  const page = await (await (await browser('translator')).get('/glossary/proposals')).text()
  expect(page).toMatch(/Accepted by terminologist, changed: <a [^>]*>unité<\/a> → <span lang="en">military unit</u)
  expect(page).toContain('Unit alone is too wide.')
  expect(await proposalsFor(t.db, 'translator', 10)).toMatchObject([{ accepted: true, conceptId: 'unite' }])
  expect(t.desk.concepts.get('unite')?.terms[1]?.text).toBe('military unit')
})

test('the words are of the languages of the project, and the note stands with the first that is new', () => {
  const words = { source: 'Sitzung', target: 'séance', note: 'as in Berne', languages: { source: 'de', target: 'fr' } }
  const { terms } = proposedConcept(words)
  expect(terms.map(({ language, text, note }) => [language, text, note])).toEqual([
    ['de', 'Sitzung', 'as in Berne'],
    ['fr', 'séance', undefined],
  ])
  const known = { id: 'session', terms: [term('de', 'Sitzung')] }
  expect(proposedConcept(words, known).terms).toEqual([
    term('de', 'Sitzung'),
    term('fr', 'séance', { status: 'admitted', note: 'as in Berne' }),
  ])
})

test('a proposal becomes a term of a concept there is, which its words are a form of or somebody chose', async () => {
  const t = await proposing()
  await t.send({ source: 'commandos', target: 'Special Forces', note: 'as the army says' })
  const terminologist = await served(t).browser('terminologist')
  const list = await (await terminologist.get('/glossary/proposals')).text()
  expect(list).toContain('<a class="button" href="/glossary/concepts/special-forces?proposal=1">')
  const chosen = await (await terminologist.get('/glossary?proposal=1&q=special')).text()
  expect(chosen).toContain('Which concept is “commandos” a term of?')
  expect(chosen).toContain('<a href="/glossary/concepts/special-forces?proposal=1">')

  const form = await (await terminologist.get('/glossary/concepts/special-forces?proposal=1')).text()
  expect(form).toContain('value="forces spéciales"')
  expect(form).toContain('value="commandos"')
  expect(form).toContain('>as the army says</textarea>')
  const fields = { 'lang.0': 'fr', 'term.0': 'forces spéciales', 'lang.1': 'en', 'term.1': 'special forces' }
  const answer = await terminologist.post('/glossary/concepts/special-forces/changes', {
    ...{ operation: operation(), base: 1, proposal: 1, apply: 'yes' },
    ...{ ...fields, 'lang.2': 'fr', 'term.2': 'commandos', 'status.2': 'admitted' },
  })
  expect(answer.status).toBe(303)
  expect(await proposalsFor(t.db, 'translator', 10)).toMatchObject([{ accepted: true, conceptId: 'special-forces' }])
  const page = await (await terminologist.get('/glossary/proposals')).text()
  expect(page).not.toContain('?proposal=1')
  expect(page).toMatch(/Accepted by terminologist as proposed: <a [^>]*>forces spéciales</u)
})

describe('what is there already is not proposed again, and the answer says so:', () => {
  test.each<[string, { source: string; target: string }, string | undefined]>([
    ['words waiting for an answer', { source: 'Unite', target: 'UNIT' }, '“Unite” has been proposed by translator'],
    ['the same French with another English', { source: 'unité', target: 'team' }, undefined],
    [
      'a term of the glossary',
      { source: 'Force spéciale', target: 'special forces' },
      '“forces spéciales” is rendered',
    ],
    ['a French term of it alone', { source: 'forces spéciales', target: '' }, '“forces spéciales” is rendered'],
    ['a French term of it with a new English one', { source: 'forces spéciales', target: 'special ops' }, undefined],
    ['an English term of it that is forbidden', { source: 'forces spéciales', target: 'commandos' }, undefined],
  ])('%s', async (_, words, answer) => {
    const { send, count } = await proposing()
    await send()
    if (answer === undefined) await send(words)
    else await expect(send(words)).rejects.toThrow(answer)
    expect(await count('proposals')).toBe(answer === undefined ? 2 : 1)
  })

  test('a request repeated is answered as the first time', async () => {
    const { send, count } = await proposing()
    const operationId = operation()
    await send({ operationId })
    await send({ operationId })
    expect(await count('proposals')).toBe(1)
  })

  test('what was refused may be proposed again', async () => {
    const { send, refuse, count } = await proposing()
    await send()
    await refuse()
    await send()
    expect(await count('proposals')).toBe(2)
  })
})

describe('is refused', () => {
  test.each<[string, Parameters<Awaited<ReturnType<typeof proposing>>['send']>[0], new (...args: never[]) => Error]>([
    ['no term', { source: ' ' }, Invalid],
    ['by an exporter', { by: 'exporter' }, Forbidden],
    ['by a stranger', { by: 'stranger' }, NotFound],
  ])('proposing: %s', async (_, more, error) => {
    const { send, count } = await proposing()
    expect(await refusalOf(send(more))).toBeInstanceOf(error)
    expect(await count('proposals')).toBe(0)
  })

  test.each<[string, Parameters<Awaited<ReturnType<typeof proposing>>['refuse']>[0], new (...args: never[]) => Error]>([
    ['without a word', { answer: ' ' }, Invalid],
    ['by a translator', { by: 'translator' }, Forbidden],
    ['of another desk', { by: 'elsewhere' }, NotFound],
  ])('deciding: %s', async (_, more, error) => {
    const { send, refuse, sql, person } = await proposing()
    await person('elsewhere')
    await sql(`insert into memberships (project_id, user_id, role) values (2, 'elsewhere', 'terminologist')`)
    await send()
    expect(await refusalOf(refuse(more))).toBeInstanceOf(error)
  })
})
