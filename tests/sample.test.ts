import { describe, expect, test } from 'vitest'
import { allPeople } from '../db/people.ts'
import { allProjects } from '../db/projects.ts'
import { segmentsAfter } from '../db/segments.ts'
import { lint } from '../glossary/lint.ts'
import { adoptGlossary } from '../src/desk/adoptGlossary.ts'
import { curatedGlossary } from '../src/desk/curated.ts'
import { ENGLISH } from '../src/messages/index.ts'
import { createAuth } from '../src/people/auth.ts'
import { fillSample } from '../src/sample/fill.ts'
import { STATES } from '../src/unit.ts'
import { migrated } from './support/database.ts'
import { LANGUAGES } from './support/desk.ts'
import { contents } from './support/people.ts'

async function filled() {
  const { db } = await migrated()
  const desk = await adoptGlossary(db, await curatedGlossary())
  await fillSample(desk)
  return { db, desk }
}

describe('an empty desk filled with the sample', () => {
  test('shows three documents with every state, and one segment the glossary blocks', async () => {
    const { db } = await filled()
    const documents = (await db.$client.execute('select id from documents order by id')).rows.map(({ id }) =>
      Number(id),
    )
    const segments = (await Promise.all(documents.map((id) => segmentsAfter(db, id, { show: 'all' }, 0, 1000)))).flat()

    expect((await allProjects(db)).map(({ name }) => name)).toEqual([ENGLISH.sample.project])
    expect(documents).toHaveLength(3)
    expect(segments.length).toBeGreaterThanOrEqual(38)
    expect(segments.length).toBeLessThanOrEqual(46)
    for (const state of STATES) expect(segments.filter((segment) => segment.state === state).length).toBeGreaterThan(0)
    expect(segments.filter(({ blocked }) => blocked).map(({ state }) => state)).toEqual(['draft'])
    expect(segments.filter(({ stale }) => stale)).toEqual([])
    expect(segments.filter(({ state, target }) => state !== 'initial' && target === '')).toEqual([])
    expect(new Set(segments.map(({ kind }) => kind)).size).toBeGreaterThan(1)
  })

  test('has authors that cannot sign in, and nobody approved their own work', async () => {
    const { db } = await filled()
    const people = await allPeople(db)
    expect(people.map(({ roles }) => roles.map(({ role }) => role))).toEqual(
      expect.arrayContaining([['translator'], ['reviewer']]),
    )
    expect(people.filter(({ signsIn }) => signsIn)).toEqual([])
    for (const table of ['account', 'session']) {
      expect((await db.$client.execute(`select count(*) from ${table}`)).rows[0]![0]).toBe(0)
    }
    const auth = createAuth(db, { secret: 'only-for-tests-only-for-tests-only', publicUrl: 'http://desk.example' })
    for (const { email } of people) {
      await expect(auth.api.signInEmail({ body: { email, password: 'quatre mots bien choisis' } })).rejects.toThrow()
    }
    const { rows } = await db.$client.execute(
      'select count(*) from approvals a join revisions r using (segment_id) where r.author = a.by',
    )
    expect(rows[0]![0]).toBe(0)
  })

  test('is filled once', async () => {
    const { db, desk } = await filled()
    const before = await contents(db)
    await fillSample(desk)
    expect(await contents(db)).toBe(before)
  })

  test('is left alone when it has a project', async () => {
    const { db } = await migrated()
    const desk = await adoptGlossary(db, await curatedGlossary())
    await db.$client.execute(`insert into projects (name, source, target, created_at) values ('Mine', 'fr', 'en', 0)`)
    const before = await contents(db)
    await fillSample(desk)
    expect(await contents(db)).toBe(before)
  })

  test('is filled to the end when the first filling was cut short', async () => {
    const { db } = await migrated()
    const desk = await adoptGlossary(db, await curatedGlossary())
    await db.$client.execute(`create trigger fail before insert on approvals begin select raise(abort, 'power'); end`)
    await expect(fillSample(desk)).rejects.toThrow()
    await db.$client.execute('drop trigger fail')
    await fillSample(desk)
    expect((await db.$client.execute('select count(*) from documents')).rows[0]![0]).toBe(3)
  })
})

describe('the curated glossary', () => {
  test('has at least 200 concepts, each once', async () => {
    const concepts = await curatedGlossary()
    expect(concepts.length).toBeGreaterThanOrEqual(200)
    expect(new Set(concepts.map(({ id }) => id)).size).toBe(concepts.length)
  })

  test('lints without an error or a warning', async () => {
    const findings = [...lint(await curatedGlossary(), LANGUAGES)].filter(({ severity }) => severity !== 'info')
    expect(findings.map(({ rule, message }) => `${rule}: ${message(ENGLISH)}`)).toEqual([])
  })

  test('has the three that were asked for, and their renderings', async () => {
    const concepts = await curatedGlossary()
    const english = (french: string) => {
      const found = concepts.find(({ terms }) =>
        terms.some(({ language, text }) => language === 'fr' && text === french),
      )
      return found?.terms.filter(({ language }) => language === 'en').map(({ text, status }) => `${text} (${status})`)
    }
    expect(english('forces spéciales')).toContain('special forces (preferred)')
    expect(english('Groupe de Minsk')).toEqual(
      expect.arrayContaining(['Minsk Group (preferred)', 'OSCE Minsk Group (admitted)']),
    )
    expect(english('IPCP')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Individual Partnership Cooperation Programme.*\((preferred|admitted)\)$/u),
      ]),
    )
  })
})
