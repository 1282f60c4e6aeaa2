import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findMemory, type MemoryRow, memoriesComing, memoriesIn } from '../../db/memories.ts'
import { unitsOfMemory } from '../../db/memoryUnits.ts'
import { rolesOf } from '../../db/people.ts'
import { findProject, type ProjectRow } from '../../db/projects.ts'
import { Coming, type ComingShown, MemoriesPage } from '../../views/memories.tsx'
import type { Desk } from '../desk/desk.ts'
import { forecast } from '../desk/forecast.ts'
import { importMemory } from '../desk/importMemory.ts'
import { mayRemove, removeMemory } from '../desk/removeMemory.ts'
import { mustBe } from '../desk/role.ts'
import { Invalid, NotFound, Problem } from '../errors.ts'
import { formatOf, READABLE } from '../formats/index.ts'
import { may, type Role } from '../unit.ts'
import { type Environment, isFragment, shellOf } from './environment.ts'
import { written } from './export.tsx'
import { form } from './form.ts'
import { type Upload, uploadIn } from './upload.ts'

/** Bytes of a bilingual file. A million units have a quarter of it. */
const LARGEST_MEMORY = 2 * 1024 ** 3

/** Where a form with such a file is sent, which has a limit of its own. */
export const MEMORY_UPLOADS = /^\/projects\/\d{1,15}\/memories$/u

const Operation = z.string().min(8).max(100)
const Removal = z.object({ operation: Operation })
const Came = z.coerce.number().int().optional().catch(undefined)

const ENDINGS = [...new Set(READABLE.flatMap(({ extensions }) => extensions))]

/** The memories of a project: what is there, what is on its way in, and the way to bring one. */
export const projectMemoryRoutes = (desk: Desk) => {
  const { db } = desk

  async function projectFor(c: Context<Environment>): Promise<ProjectRow> {
    const project = await findProject(db, Number(c.req.param('id')), c.var.person!.id)
    if (project === undefined) throw new NotFound()
    return project
  }

  return new Hono<Environment>()
    .get('/:id{[0-9]{1,15}}/memories', async (c) => c.html(await memoriesPage(c, desk, await projectFor(c))))

    .get('/:id{[0-9]{1,15}}/memories/coming', async (c) => {
      const project = await projectFor(c)
      const roles = await rolesOf(db, c.var.person!.id, project.id)
      const coming = await comingFor(c, desk, project, roles)
      return c.html(<Coming m={c.var.messages} project={project} coming={coming} operation={randomUUID} />)
    })

    .post('/:id{[0-9]{1,15}}/memories', async (c) => {
      const project = await projectFor(c)
      await mustBe(desk, 'translator', c.var.person!.id, project.id)
      const upload = await uploadIn(c.req.raw, LARGEST_MEMORY)
      try {
        const { id } = await taken(c, desk, project, upload)
        const path = `/projects/${project.id}/memories?came=${id}`
        if (!isFragment(c)) return c.redirect(path, 303)
        c.header('HX-Redirect', path)
        return c.body(null, 204)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        await upload.rest()
        if (isFragment(c)) throw error
        return c.html(await memoriesPage(c, desk, project, error.say(c.var.messages)), 422)
      }
    })
}

/** One memory: given back as a file, or taken away. */
export const memoryRoutes = (desk: Desk) =>
  new Hono<Environment>()
    .get('/:id{[0-9]{1,15}}/export', async (c) => {
      const memory = await findMemory(desk.db, Number(c.req.param('id')), c.var.person!.id)
      if (memory?.state !== 'there') throw new NotFound()
      await mustBe(desk, 'exporter', c.var.person!.id, memory.projectId)
      return written(c, unitsOfMemory(desk.db, memory), memory.name, memory.languages)
    })

    .post('/:id{[0-9]{1,15}}/removal', form(Removal), async (c) => {
      const memoryId = Number(c.req.param('id'))
      const { operation } = c.req.valid('form')
      const projectId = await removeMemory(desk, { memoryId, by: c.var.person!.id, operationId: operation })
      return c.redirect(`/projects/${projectId}/memories`, 303)
    })

async function taken(
  c: Context<Environment>,
  desk: Desk,
  project: ProjectRow,
  { fields, name, file, size }: Upload,
): Promise<MemoryRow> {
  const operation = Operation.safeParse(fields.get('operation'))
  if (!operation.success) throw new Invalid((m) => m.errors.form('operation'))
  const format = formatOf(name)
  if (format === undefined) throw new Invalid((m) => m.desk.unknownFormat(name, ENDINGS))
  return importMemory(desk, {
    project,
    name,
    format,
    file,
    size,
    by: c.var.person!.id,
    operationId: operation.data,
    signal: c.req.raw.signal,
  })
}

async function memoriesPage(c: Context<Environment>, desk: Desk, project: ProjectRow, problem?: string) {
  const person = c.var.person!
  const roles = await rolesOf(desk.db, person.id, project.id)
  const memories = await memoriesIn(desk.db, project.id)
  const came = Came.parse(c.req.query('came'))
  return (
    <MemoriesPage
      shell={shellOf(c)}
      project={project}
      memories={memories.map((memory) => ({ ...memory, mayRemove: mayRemove(roles, person.id, memory) }))}
      coming={await comingFor(c, desk, project, roles)}
      came={memories.find(({ id }) => id === came)}
      may={{ import: may(roles, 'translator'), export: may(roles, 'exporter') }}
      endings={ENDINGS}
      operation={randomUUID}
      problem={problem}
    />
  )
}

async function comingFor(
  c: Context<Environment>,
  { db }: Desk,
  project: ProjectRow,
  roles: readonly Role[],
): Promise<ComingShown[]> {
  const coming = await memoriesComing(db, project.id)
  return coming.map((memory) => ({
    ...memory,
    ...forecast(memory.bytes, memory.size, memory.importedAt.getTime() - memory.begunAt.getTime()),
    mayRemove: mayRemove(roles, c.var.person!.id, memory),
  }))
}
