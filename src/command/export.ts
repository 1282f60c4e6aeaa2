import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Command, Option } from 'commander'
import { type DocumentRow, documentById } from '../../db/documents.ts'
import type { Database } from '../../db/open.ts'
import { openToRead } from '../../db/open.ts'
import { projectNamed } from '../../db/projects.ts'
import { type UnitsWanted, unitsOf } from '../../db/units.ts'
import { finishDocument } from '../desk/finishDocument.ts'
import { Invalid, NotFound } from '../errors.ts'
import { FORMATS } from '../formats/index.ts'
import type { LanguagePair } from '../unit.ts'
import { writeWhole } from './output.ts'
import { databaseUrl } from './settings.ts'

/** Of no format of units: the document itself. */
const DOCUMENT = 'document'

interface Options {
  project?: string
  document?: string
  format: string
  state: 'approved' | 'all'
  output?: string
}

export const exportUnits = () =>
  new Command('export')
    .description('write the units of a project or a document as a file; works while the desk is served')
    .addOption(new Option('--project <name>', 'all documents of a project').conflicts('document'))
    .option('--document <id>', 'one document')
    .addOption(
      new Option('--format <format>', `file format; “${DOCUMENT}” is the finished document in its own`)
        .choices([...FORMATS.map(({ id }) => id), DOCUMENT])
        .makeOptionMandatory(),
    )
    .addOption(new Option('--state <state>', 'which units').choices(['approved', 'all']).default('approved'))
    .option('-o, --output <file>', 'file to write (standard output without it)')
    .action(async ({ format: id, state, output, ...options }: Options) => {
      const { db, close } = await openToRead(databaseUrl())
      try {
        const approvedOnly = state === 'approved'
        const file =
          id === DOCUMENT
            ? [(await finishDocument(db, await documentFrom(db, options), { approvedOnly })).bytes]
            : await unitsFrom(db, id, { ...options, approvedOnly })
        if (output === undefined) await pipeline(Readable.from(file), process.stdout, { end: false })
        else await writeWhole(output, file)
      } finally {
        await close()
      }
    })

type What = Pick<Options, 'project' | 'document'>

async function unitsFrom(db: Database, format: string, { approvedOnly, ...what }: What & { approvedOnly: boolean }) {
  const { languages, ...wanted } = await wantedFrom(db, what)
  return FORMATS.find(({ id }) => id === format)!.write(unitsOf(db, { ...wanted, approvedOnly }), languages)
}

async function wantedFrom(db: Database, what: What): Promise<UnitsWanted & { languages: LanguagePair }> {
  if (what.project === undefined) {
    const document = await documentFrom(db, what)
    return { projectId: document.projectId, documentId: document.id, languages: document.languages }
  }
  const project = await projectNamed(db, what.project)
  if (project === undefined) throw new NotFound((m) => m.command.noProject(what.project!))
  return { projectId: project.id, languages: project }
}

async function documentFrom(db: Database, what: What): Promise<DocumentRow> {
  if (what.document === undefined)
    throw new Invalid((m) => (what.project === undefined ? m.command.whatToExport : m.command.whichDocument))
  const id = Number(what.document)
  const document = Number.isSafeInteger(id) ? await documentById(db, id) : undefined
  if (document === undefined) throw new NotFound((m) => m.command.noDocument(what.document!))
  return document
}
