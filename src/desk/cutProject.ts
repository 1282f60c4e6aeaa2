import { findProject, type ProjectRow, setCutting } from '../../db/projects.ts'
import { NotFound } from '../errors.ts'
import type { Desk } from './desk.ts'
import { perform, type Request } from './perform.ts'
import { readCutting, type TypedCutting } from './readCutting.ts'
import { mustBe } from './role.ts'

export interface Recutting extends Request, TypedCutting {
  projectId: number
}

/**
 * Say how the documents of a project are cut from now on. Those that are there stay as they are.
 * @throws Invalid when the rules cannot be understood or applied.
 */
export async function cutProject(desk: Desk, { projectId, by, operationId, ...typed }: Recutting): Promise<ProjectRow> {
  const { db } = desk
  const project = await findProject(db, projectId, by)
  if (project === undefined) throw new NotFound()
  await mustBe(desk, 'administrator', by, projectId)
  const { segmentation, rules } = await readCutting(project.source, typed)
  await perform(db, { operationId, act: 'project', by, projectId }, [
    setCutting(db, projectId, { segmentation, rules }),
  ])
  return { ...project, segmentation, rules }
}
