import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { documentsIn, findDocument } from '../../db/documents.ts'
import { originalOf } from '../../db/finished.ts'
import { findProject, type ProjectRow } from '../../db/projects.ts'
import { ProjectSettingsPage, type ProjectSettingsProps } from '../../views/projectSettings.tsx'
import { cutProject } from '../desk/cutProject.ts'
import type { Desk } from '../desk/desk.ts'
import { ourRulesFile } from '../desk/ourRules.ts'
import { previewCutting } from '../desk/previewCutting.ts'
import { LARGEST_RULES, readCutting, rulesTooLarge, type TypedCutting, typedCutting } from '../desk/readCutting.ts'
import { mustBe } from '../desk/role.ts'
import { Invalid, NotFound } from '../errors.ts'
import { DOCUMENT_FORMATS } from '../formats/documents.ts'
import { text as textFormat } from '../formats/text.ts'
import { readSrxText } from '../segmentation/srx.ts'
import { decodeText } from '../text/encoding.ts'
import { declaredBy, declaring } from '../text/xmlDeclaration.ts'
import { SEGMENTATIONS } from '../unit.ts'
import { attachment } from './attachment.ts'
import { type Environment, shellOf } from './environment.ts'
import { form } from './form.ts'

const Settings = z.object({
  operation: z.string().min(8).max(100),
  segmentation: z.enum(SEGMENTATIONS),
  rules: z.string().default(''),
  abbreviations: z.string().default(''),
  file: z.instanceof(File).optional(),
  document: z.coerce.number().int().optional(),
  text: z.string().default(''),
})
type Settings = z.infer<typeof Settings>

/** The rules may come in both as a file and as a text, and a text to try them on beside them. */
const limited = bodyLimit({
  maxSize: 8 * LARGEST_RULES,
  onError() {
    throw rulesTooLarge()
  },
})

/** How the documents of a project are cut, for its administrators. */
export const projectSettingsRoutes = (desk: Desk) => {
  const { db } = desk

  async function projectOf(c: Context<Environment>): Promise<ProjectRow> {
    const by = c.var.person!.id
    const project = await findProject(db, Number(c.req.param('id')), by)
    if (project === undefined) throw new NotFound()
    await mustBe(desk, 'administrator', by, project.id)
    return project
  }

  const page = async (
    c: Context<Environment>,
    project: ProjectRow,
    typed: TypedCutting & Partial<Settings>,
    said: Pick<ProjectSettingsProps, 'problem' | 'preview'> = {},
  ) => (
    <ProjectSettingsPage
      shell={shellOf(c)}
      project={project}
      own={project.rules !== null}
      typed={{ text: '', ...typed }}
      documents={await documentsIn(db, project.id)}
      operation={randomUUID()}
      kept={c.req.query('kept') !== undefined}
      {...said}
    />
  )

  /** What a form asks for is done, or the page comes back as it was typed, with what is wrong. */
  async function answered(
    c: Context<Environment>,
    project: ProjectRow,
    fields: Settings,
    act: (typed: Settings) => Promise<Response>,
  ): Promise<Response> {
    let typed = fields
    try {
      typed = { ...fields, rules: (await uploaded(fields.file)) ?? fields.rules }
      return await act(typed)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return c.html(await page(c, project, typed, { problem: error.say(c.var.messages) }), 422)
    }
  }

  /** The text somebody pasted, else the document they chose. */
  async function sampleOf(c: Context<Environment>, project: ProjectRow, { document: id, text }: Settings) {
    if (text.trim() !== '') return { format: textFormat, original: { bytes: Buffer.from(text) } }
    if (id === undefined) throw new Invalid((m) => m.cutting.nothingToLookAt)
    const document = await findDocument(db, id, c.var.person!.id)
    const original = await originalOf(db, id)
    const format = DOCUMENT_FORMATS.find(({ id }) => id === document?.format)
    if (document?.projectId !== project.id || original === undefined || format === undefined) throw new NotFound()
    return { format, original, of: document.name }
  }

  return new Hono<Environment>()
    .get('/:id{[0-9]{1,15}}/rules.srx', async (c) => {
      const { name, rules } = await projectOf(c)
      return c.body(rules ?? (await ourRulesFile()), 200, {
        'Content-Type': 'application/xml; charset=utf-8',
        'Content-Disposition': attachment(`${name}.srx`),
      })
    })

    .get('/:id{[0-9]{1,15}}/settings', async (c) => {
      const project = await projectOf(c)
      return c.html(await page(c, project, await typedCutting(project)))
    })

    .post('/:id{[0-9]{1,15}}/settings', limited, form(Settings), async (c) => {
      const project = await projectOf(c)
      return answered(c, project, c.req.valid('form'), async ({ operation, segmentation, rules, abbreviations }) => {
        const typed = { segmentation, rules, abbreviations }
        await cutProject(desk, { projectId: project.id, ...typed, by: c.var.person!.id, operationId: operation })
        return c.redirect(`/projects/${project.id}/settings?kept`, 303)
      })
    })

    .post('/:id{[0-9]{1,15}}/settings/preview', limited, form(Settings), async (c) => {
      const project = await projectOf(c)
      return answered(c, project, c.req.valid('form'), async (typed) => {
        const cutting = await readCutting(project.source, typed)
        const { of, ...sample } = await sampleOf(c, project, typed)
        const preview = { of, preview: await previewCutting(sample, project, cutting) }
        return c.html(await page(c, project, { ...typed, ...(await typedCutting(cutting)) }, { preview }))
      })
    })
}

/** The rules in a file that somebody chose, as a text. @throws Invalid, with its name, when it holds none. */
async function uploaded(file: File | undefined): Promise<string | undefined> {
  if (file === undefined || file.size === 0) return undefined
  if (file.size > LARGEST_RULES) throw rulesTooLarge()
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const { text } = decodeText(bytes, declaredBy(bytes) ?? 'utf-8')
    await readSrxText(text)
    return declaring(text, 'UTF-8')
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    throw new Invalid((m) => m.documents.inFile(file.name, error.say(m)))
  }
}
