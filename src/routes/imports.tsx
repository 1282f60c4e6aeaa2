import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { findProject } from '../../db/projects.ts'
import { readDay } from '../../glossary/validity.ts'
import type { AskedFile } from '../../views/encodingQuestion.tsx'
import type { Desk } from '../desk/desk.ts'
import { importDocument } from '../desk/importDocument.ts'
import { mustBe } from '../desk/role.ts'
import { EncodingUnknown, Invalid, NotFound, Problem } from '../errors.ts'
import { LARGEST_TEXT } from '../formats/paragraphs.ts'
import type { Messages } from '../messages/index.ts'
import { ASKED_ENCODINGS } from '../text/encoding.ts'
import { documentsPage } from './documentsPage.tsx'
import type { Environment } from './environment.ts'
import { form } from './form.ts'
import { packed, unpacked } from './packed.ts'

const listOf = <Item extends z.ZodType>(item: Item) => z.preprocess((found) => [found ?? []].flat(), z.array(item))

const Import = z.object({
  project: z.coerce.number().int(),
  operation: z.string().min(8).max(100),
  name: z.string().default(''),
  text: z.string().default(''),
  date: z.string().default(''),
  file: listOf(z.instanceof(File)),
  /** Files once more, as the page that asked for their encoding carried them: packed, and the name behind a space. */
  kept: listOf(z.string()),
  encoding: z.enum(ASKED_ENCODINGS).optional(),
})

/** Several documents come in one form, each whole or not at all. */
const LARGEST_FORM = 60 * 1024 * 1024

const limited = bodyLimit({
  maxSize: LARGEST_FORM,
  onError() {
    throw new Invalid((m) => m.formats.tooLarge(LARGEST_TEXT))
  },
})

/** A file of the form. Its bytes are there when its turn comes. */
interface Source {
  name: string
  read(): Promise<Uint8Array>
}

/** Files dropped or chosen, or a text pasted: documents of a project. */
export const importRoutes = (desk: Desk) =>
  new Hono<Environment>().post('/', limited, form(Import), async (c) => {
    const { messages: m, person } = c.var
    const { project: id, operation, name, text, date: day, encoding, ...files } = c.req.valid('form')
    const project = await findProject(desk.db, id, person!.id)
    if (project === undefined) throw new NotFound()
    await mustBe(desk, 'translator', person!.id, project.id)

    const date = day === '' ? undefined : readDay(day)
    if (day !== '' && date === undefined) throw new Invalid((m) => m.desk.noDay)

    const chosen = [...files.file.filter(({ size }) => size > 0).map(chosenFile), ...files.kept.map(keptFile)]
    const sources = chosen.length > 0 ? chosen : [pasted(name.trim() || m.documents.untitled, text)]
    const imported: { id: number; name: string }[] = []
    const problems: string[] = []
    const asked: AskedFile[] = []
    for (const [index, { name, read }] of sources.entries()) {
      const bytes = await read()
      const operationId = `${operation}.${index}`
      try {
        imported.push(await importDocument(desk, { project, name, bytes, encoding, date, by: person!.id, operationId }))
      } catch (error) {
        if (error instanceof EncodingUnknown)
          asked.push({ name, word: error.word, encoding: error.guess, kept: `${await packed(bytes)} ${name}` })
        else if (error instanceof Problem)
          problems.push(chosen.length > 1 ? within(name, error.say(m), m) : error.say(m))
        else throw error
      }
    }

    if (problems.length + asked.length === 0)
      return c.redirect(imported.length === 1 ? `/documents/${imported[0]!.id}` : '/', 303)
    const said = [...imported.map((document) => m.documents.imported(document.name)), ...problems]
    const page = await documentsPage(c, desk, {
      project: id,
      date: day,
      problem: said.length === 0 ? undefined : said.join(' '),
      asked,
      pasted: chosen.length > 0 ? undefined : { name, text },
    })
    return c.html(page, 422)
  })

/** Of several files, which one a sentence is about. */
const within = (name: string, problem: string, m: Messages) =>
  problem.includes(name) ? problem : m.documents.inFile(name, problem)

const chosenFile = (file: File): Source => ({
  name: file.name,
  read: async () => new Uint8Array(await file.arrayBuffer()),
})

function keptFile(field: string): Source {
  const [file = '', ...name] = field.split(' ')
  return { name: name.join(' '), read: () => unpacked(file, LARGEST_TEXT, (m) => m.errors.form('kept')) }
}

/** A pasted text is plain text unless its name says otherwise. */
const pasted = (name: string, text: string): Source => ({
  name: /\.\w+$/u.test(name) ? name : `${name}.txt`,
  read: async () => Buffer.from(text),
})
