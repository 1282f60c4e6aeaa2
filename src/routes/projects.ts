import { Hono } from 'hono'
import { findProject } from '../../db/projects.ts'
import type { Desk } from '../desk/desk.ts'
import { mustBe } from '../desk/role.ts'
import { NotFound } from '../errors.ts'
import type { Environment } from './environment.ts'
import { exported } from './export.ts'

export const projectRoutes = (desk: Desk) =>
  new Hono<Environment>().get('/:id{[0-9]+}/export', async (c) => {
    const project = await findProject(desk.db, Number(c.req.param('id')), c.var.person!.id)
    if (project === undefined) throw new NotFound()
    await mustBe(desk, 'exporter', c.var.person!.id, project.id)
    return exported(c, desk, { projectId: project.id }, project.name, project)
  })
