import { Hono } from 'hono'
import { z } from 'zod'
import { findProject } from '../../db/projects.ts'
import { addProject } from '../desk/addProject.ts'
import type { Desk } from '../desk/desk.ts'
import { mustBe } from '../desk/role.ts'
import { NotFound } from '../errors.ts'
import { SEGMENTATIONS } from '../unit.ts'
import type { Environment } from './environment.ts'
import { exported } from './export.tsx'
import { form } from './form.ts'
import { administratorsOnly } from './person.tsx'

/** BCP 47: a language, and perhaps a script or region. */
const Language = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/u)
const NewProject = z.object({
  name: z.string().max(200),
  source: Language,
  target: Language,
  segmentation: z.enum(SEGMENTATIONS).default('sentence'),
  operation: z.string().min(8).max(100),
})

export const projectRoutes = (desk: Desk) =>
  new Hono<Environment>()
    .post('/', administratorsOnly, form(NewProject), async (c) => {
      const { name, source, target, segmentation, operation } = c.req.valid('form')
      const project = { name, languages: { source, target }, segmentation }
      await addProject(desk, { ...project, by: c.var.person!.id, operationId: operation })
      return c.redirect('/', 303)
    })

    .get('/:id{[0-9]{1,15}}/export', async (c) => {
      const project = await findProject(desk.db, Number(c.req.param('id')), c.var.person!.id)
      if (project === undefined) throw new NotFound()
      await mustBe(desk, 'exporter', c.var.person!.id, project.id)
      return exported(c, desk, { projectId: project.id }, project.name, project)
    })
