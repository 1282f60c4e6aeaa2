import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { findProject } from '../../db/projects.ts'
import { readDay } from '../../glossary/validity.ts'
import type { Desk } from '../desk/desk.ts'
import { importDocument, LARGEST_DOCUMENT } from '../desk/importDocument.ts'
import { mustBe } from '../desk/role.ts'
import { Invalid, NotFound, Problem } from '../errors.ts'
import { documentsPage } from './documentsPage.tsx'
import type { Environment } from './environment.ts'
import { form } from './form.ts'

const Import = z.object({
  project: z.coerce.number().int(),
  operation: z.string().min(8).max(100),
  name: z.string().default(''),
  text: z.string().default(''),
  date: z.string().default(''),
  file: z.preprocess((files) => [files ?? []].flat(), z.array(z.instanceof(File))),
})

/** Several documents come in one form, each whole or not at all. */
const LARGEST_FORM = 4 * LARGEST_DOCUMENT

const limited = bodyLimit({
  maxSize: LARGEST_FORM,
  onError() {
    throw new Invalid((m) => m.desk.tooLarge(LARGEST_DOCUMENT))
  },
})

/** Files dropped or chosen, or a text pasted: documents of a project. */
export const importRoutes = (desk: Desk) =>
  new Hono<Environment>().post('/', limited, form(Import), async (c) => {
    const { messages: m, person } = c.var
    const { project: id, operation, name, text, date: day, file } = c.req.valid('form')
    const project = await findProject(desk.db, id, person!.id)
    if (project === undefined) throw new NotFound()
    await mustBe(desk, 'translator', person!.id, project.id)

    const date = day === '' ? undefined : readDay(day)
    if (day !== '' && date === undefined) throw new Invalid((m) => m.desk.noDay)

    const files = file.filter(({ size }) => size > 0)
    const sources = files.length > 0 ? files : [new File([text], titled(name.trim() || m.documents.untitled))]
    const imported: { id: number; name: string }[] = []
    const problems: string[] = []
    for (const [index, source] of sources.entries()) {
      const bytes = new Uint8Array(await source.arrayBuffer())
      const operationId = `${operation}.${index}`
      try {
        imported.push(
          await importDocument(desk, { project, name: source.name, bytes, date, by: person!.id, operationId }),
        )
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        problems.push(error.say(m))
      }
    }

    if (problems.length === 0) return c.redirect(imported.length === 1 ? `/documents/${imported[0]!.id}` : '/', 303)
    const said = [...imported.map((document) => m.documents.imported(document.name)), ...problems].join(' ')
    return c.html(await documentsPage(c, desk, said, files.length > 0 ? undefined : { name, text }), 422)
  })

/** A pasted text is plain text unless its name says otherwise. */
const titled = (name: string) => (/\.\w+$/u.test(name) ? name : `${name}.txt`)
