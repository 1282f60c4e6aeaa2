import { Command, Option } from 'commander'
import { type DocumentRow, documentById } from '../../db/documents.ts'
import { type MemoryRow, memoriesNamed, memoryById } from '../../db/memories.ts'
import { unitsOfMemory } from '../../db/memoryUnits.ts'
import type { Database } from '../../db/open.ts'
import { openToRead } from '../../db/open.ts'
import { projectNamed } from '../../db/projects.ts'
import { unitsOf } from '../../db/units.ts'
import { finishDocument } from '../desk/finishDocument.ts'
import { Invalid, NotFound } from '../errors.ts'
import type { LanguagePair, Unit } from '../unit.ts'
import { formatOption, formatToWrite } from './formatToWrite.ts'
import { Lost } from './lost.ts'
import { STANDARD_OUTPUT, writeOut } from './output.ts'
import { databaseUrl } from './settings.ts'

/** Of no format of units: the document itself. */
const DOCUMENT = 'document'

interface Options {
  project?: string
  document?: string
  memory?: string
  format?: string
  state: 'approved' | 'all'
  output: string
}

export const exportUnits = () =>
  new Command('export')
    .description('write the units of a project, a document or a memory as a file; works while the desk is served')
    .addOption(new Option('--project <name>', 'all documents of a project').conflicts(['document', 'memory']))
    .addOption(new Option('--document <id>', 'one document').conflicts('memory'))
    .option('--memory <id>', 'one memory, by its id or its name; every unit of it')
    .addOption(formatOption({ [DOCUMENT]: 'the finished document in the format it came in' }))
    .addOption(new Option('--state <state>', 'which units').choices(['approved', 'all']).default('approved'))
    .option('-o, --output <file>', 'file to write', STANDARD_OUTPUT)
    .action(async ({ format: id, output, state, ...what }: Options) => {
      const approvedOnly = state === 'approved'
      const { db, close } = await openToRead(databaseUrl())
      try {
        if (id === DOCUMENT) {
          const { bytes } = await finishDocument(db, await documentFrom(db, what), { approvedOnly })
          await writeOut(output, [bytes])
          return
        }
        const format = formatToWrite(output, id)
        const lost = new Lost(format)
        const { units, languages } = await unitsFrom(db, { ...what, approvedOnly })
        await writeOut(output, format.write(lost.seen(units), languages))
        lost.say()
      } finally {
        await close()
      }
    })

type What = Pick<Options, 'project' | 'document' | 'memory'>

/** Units on their way out, and the languages they are in. */
interface Wanted {
  units: AsyncIterable<Unit>
  languages: LanguagePair
}

async function unitsFrom(db: Database, { approvedOnly, ...what }: What & { approvedOnly: boolean }): Promise<Wanted> {
  if (what.memory !== undefined) {
    const memory = await memoryFrom(db, what.memory)
    return { units: unitsOfMemory(db, memory), languages: memory.languages }
  }
  if (what.project === undefined) {
    const { id: documentId, projectId, languages } = await documentFrom(db, what)
    return { units: unitsOf(db, { projectId, documentId, approvedOnly }), languages }
  }
  const project = await projectNamed(db, what.project)
  if (project === undefined) throw new NotFound((m) => m.command.noProject(what.project!))
  return { units: unitsOf(db, { projectId: project.id, approvedOnly }), languages: project }
}

/** @throws NotFound where there is none. @throws Invalid where several are called so. */
async function memoryFrom(db: Database, said: string): Promise<MemoryRow> {
  const known = /^\d{1,15}$/u.test(said) ? await memoryById(db, Number(said)) : undefined
  if (known !== undefined) return known
  const [memory, ...others] = await memoriesNamed(db, said)
  if (memory === undefined) throw new NotFound((m) => m.command.noMemory(said))
  if (others.length > 0) {
    const ids = [memory, ...others].map(({ id }) => String(id))
    throw new Invalid((m) => m.command.severalMemories(said, ids))
  }
  return memory
}

async function documentFrom(db: Database, what: What): Promise<DocumentRow> {
  if (what.document === undefined)
    throw new Invalid((m) => (what.project === undefined ? m.command.whatToExport : m.command.whichDocument))
  const id = Number(what.document)
  const document = Number.isSafeInteger(id) ? await documentById(db, id) : undefined
  if (document === undefined) throw new NotFound((m) => m.command.noDocument(what.document!))
  return document
}
