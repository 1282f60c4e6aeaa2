import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { type Mapping, type Meaning, MOST_COLUMNS, readMappingColumn } from '../../glossary/formats/mapping.ts'
import { GlossaryImportPage } from '../../views/glossaryImport.tsx'
import { applyChange } from '../desk/applyChange.ts'
import { CURATED_LANGUAGES } from '../desk/curated.ts'
import type { Desk } from '../desk/desk.ts'
import { planImport } from '../desk/planImport.ts'
import { previewChange } from '../desk/previewChange.ts'
import { LARGEST_GLOSSARY, readGlossaryFile } from '../desk/readGlossaryFile.ts'
import { mustCurate } from '../desk/terminologist.ts'
import { Conflict, Invalid } from '../errors.ts'
import { type Environment, shellOf } from './environment.ts'
import { form } from './form.ts'
import { packed, unpacked } from './packed.ts'
import { choiceIn, turnsFor } from './turned.ts'

const Upload = z.looseObject({
  operation: z.string().min(8).max(100),
  file: z.instanceof(File).optional(),
  /** The file again, as the page before carried it. */
  kept: z.string().optional(),
  name: z.string().max(500).default(''),
  header: z.string().optional(),
  reason: z.string().max(1000).default(''),
  /** The glossary the preview was of. */
  version: z.coerce.number().int().optional(),
  apply: z.string().optional(),
})

const limited = bodyLimit({
  maxSize: 2 * LARGEST_GLOSSARY,
  onError() {
    throw tooLarge()
  },
})

const tooLarge = () => new Invalid((m) => m.imports.tooLarge(LARGEST_GLOSSARY))

/** A glossary of any tool, looked at first, then taken into the termbase whole or not at all. */
export const glossaryImportRoutes = (desk: Desk) =>
  new Hono<Environment>()
    .use(async (c, next) => {
      await mustCurate(desk, c.var.person!.id)
      await next()
    })

    .get('/', (c) => c.html(<GlossaryImportPage shell={shellOf(c)} operation={randomUUID()} />))

    .post('/', limited, form(Upload), async (c) => {
      const fields = c.req.valid('form')
      try {
        return await imported(c, desk, fields)
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        const problem = error.say(c.var.messages)
        return c.html(<GlossaryImportPage shell={shellOf(c)} operation={randomUUID()} problem={problem} />, 422)
      }
    })

async function imported(c: Context<Environment>, desk: Desk, fields: z.infer<typeof Upload>) {
  const { name, bytes } = await uploaded(fields)
  const file = await readGlossaryFile({ name, bytes, mapping: mappingIn(fields) }, CURATED_LANGUAGES)
  const plan = await planImport(desk, file.concepts, file.coined)
  const isWhole = [...file.problems, ...plan.findings].every(({ severity }) => severity !== 'error')

  const by = c.var.person!.id
  const [first, ...others] = isWhole ? plan.changes : []
  if (fields.apply !== undefined && first !== undefined) {
    if (fields.version !== desk.glossaryVersion) throw new Conflict((m) => m.imports.overtaken)
    const reason = fields.reason.trim() || c.var.messages.imports.reason(name)
    const change = { changes: [first, ...others] as const, reason, answer: '', choice: choiceIn(fields), by }
    const { chosen, written } = await applyChange(desk, { ...change, operationId: fields.operation })
    return c.redirect(chosen > 0 ? `/glossary?rewritten=${written}` : '/glossary', 303)
  }
  const turns = first && (await turnsFor(desk.db, by, await previewChange(desk, [first, ...others])))
  const read = { name, file, plan, isWhole, turns, version: desk.glossaryVersion, kept: await packed(bytes) }
  return c.html(<GlossaryImportPage shell={shellOf(c)} operation={randomUUID()} read={read} />, isWhole ? 200 : 422)
}

/** The file somebody chose, or the one that the page they answer was about. */
async function uploaded({ file, kept, name }: z.infer<typeof Upload>): Promise<{ name: string; bytes: Uint8Array }> {
  if (kept !== undefined) return { name, bytes: await unpacked(kept, LARGEST_GLOSSARY, (m) => m.imports.noFile) }
  if (file === undefined || file.size === 0) throw new Invalid((m) => m.imports.noFile)
  if (file.size > LARGEST_GLOSSARY) throw tooLarge()
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

/** What the columns of a table mean as the form says, `column.0` and so on; nothing where it says nothing of them. */
function mappingIn(fields: z.infer<typeof Upload>): Mapping | undefined {
  const columns: Meaning[] = []
  for (let at = 0; at <= MOST_COLUMNS; at++) {
    const said = fields[`column.${at}`]
    if (said === undefined) break
    columns.push(readMappingColumn(String(said)) ?? { kind: 'ignore' })
  }
  return columns.length === 0 ? undefined : { header: fields.header !== undefined, columns }
}
