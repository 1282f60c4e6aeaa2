import { Command, Option } from 'commander'
import { documentById } from '../../db/documents.ts'
import type { Database } from '../../db/open.ts'
import { openToRead } from '../../db/open.ts'
import { projectNamed } from '../../db/projects.ts'
import { type UnitsWanted, unitsOf } from '../../db/units.ts'
import { Invalid, NotFound } from '../errors.ts'
import type { LanguagePair } from '../unit.ts'
import { formatOption, formatToWrite } from './formatToWrite.ts'
import { Lost } from './lost.ts'
import { STANDARD_OUTPUT, writeOut } from './output.ts'
import { databaseUrl } from './settings.ts'

interface Options {
  project?: string
  document?: string
  format?: string
  state: 'approved' | 'all'
  output: string
}

export const exportUnits = () =>
  new Command('export')
    .description('write the units of a project or a document as a file; works while the desk is served')
    .addOption(new Option('--project <name>', 'all documents of a project').conflicts('document'))
    .option('--document <id>', 'one document')
    .addOption(formatOption())
    .addOption(new Option('--state <state>', 'which units').choices(['approved', 'all']).default('approved'))
    .option('-o, --output <file>', 'file to write', STANDARD_OUTPUT)
    .action(async ({ format: id, state, output, ...options }: Options) => {
      const format = formatToWrite(output, id)
      const lost = new Lost(format)
      const { db, close } = await openToRead(databaseUrl())
      try {
        const { languages, ...wanted } = await wantedFrom(db, options)
        const units = lost.seen(unitsOf(db, { ...wanted, approvedOnly: state === 'approved' }))
        await writeOut(output, format.write(units, languages))
        lost.say()
      } finally {
        await close()
      }
    })

async function wantedFrom(
  db: Database,
  options: Pick<Options, 'project' | 'document'>,
): Promise<UnitsWanted & { languages: LanguagePair }> {
  if (options.project !== undefined) {
    const project = await projectNamed(db, options.project)
    if (project === undefined) throw new NotFound((m) => m.command.noProject(options.project!))
    return { projectId: project.id, languages: project }
  }
  if (options.document === undefined) throw new Invalid((m) => m.command.whatToExport)
  const id = Number(options.document)
  const document = Number.isSafeInteger(id) ? await documentById(db, id) : undefined
  if (document === undefined) throw new NotFound((m) => m.command.noDocument(options.document!))
  return { projectId: document.projectId, documentId: document.id, languages: document.languages }
}
