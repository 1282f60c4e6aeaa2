import { describe, expect, test } from 'vitest'
import { findProject } from '../../db/projects.ts'
import { cutProject } from '../../src/desk/cutProject.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../../src/errors.ts'
import { operation, refusalOf, testDesk } from '../support/desk.ts'
import { contents } from '../support/people.ts'

const TYPED = { segmentation: 'paragraph', rules: '', abbreviations: 'zim' } as const

async function desk() {
  const t = await testDesk()
  const cut = (by: string, more: Partial<Parameters<typeof cutProject>[1]> = {}) =>
    cutProject(t.desk, { projectId: t.project.id, ...TYPED, by, operationId: operation(), ...more })
  return { ...t, cut }
}

describe('how a project is cut', () => {
  test('is said by its administrator, kept and answered', async () => {
    const { db, cut } = await desk()
    const project = await cut('administrator')
    expect(project).toMatchObject({ segmentation: 'paragraph', rules: expect.stringContaining('zim\\.') })
    expect(await findProject(db, project.id, 'administrator')).toEqual(project)
  })

  test.each([
    ['translator', Forbidden],
    ['reviewer', Forbidden],
    ['terminologist', Forbidden],
    ['exporter', Forbidden],
    ['stranger', NotFound],
  ])('is not said by a %s', async (by, refusal) => {
    const { db, cut } = await desk()
    const before = await contents(db)
    expect(await refusalOf(cut(by))).toBeInstanceOf(refusal)
    expect(await contents(db)).toBe(before)
  })

  test('is all or nothing', async () => {
    const { db, cut } = await desk()
    const before = await contents(db)
    expect(await refusalOf(cut('administrator', { rules: '<srx/>' }))).toBeInstanceOf(Invalid)
    expect(await contents(db)).toBe(before)
  })

  test('an operation that was another act is refused', async () => {
    const { cut, sql } = await desk()
    const { rows } = await sql(`select operation_id from events where act = 'import'`)
    const operationId = String(rows[0]!['operation_id'])
    expect(await refusalOf(cut('administrator', { operationId }))).toBeInstanceOf(Conflict)
  })
})
