import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { Command } from 'commander'
import { countsOf } from '../../db/documents.ts'
import { addProject } from '../desk/addProject.ts'
import { importDocument, LARGEST_DOCUMENT } from '../desk/importDocument.ts'
import { Conflict, Invalid } from '../errors.ts'
import { ENGLISH } from '../messages/index.ts'
import { withDesk } from './desk.ts'
import { readBytes } from './input.ts'
import { sourceOption, targetOption } from './settings.ts'
import { segmentsOfFile } from './units.ts'

interface Options {
  project: string
  source: string
  target: string
}

export const importFiles = () =>
  new Command('import')
    .description('bring documents into a project, which is begun if there is none of that name')
    .argument('<file...>', 'text or Markdown')
    .requiredOption('--project <name>', 'project to import into')
    .addOption(sourceOption())
    .addOption(targetOption())
    .action(async (files: string[], { project: name, source, target }: Options) => {
      const documents = await Promise.all(
        files.map(async (file) => ({ name: basename(file), bytes: await readable(file, source) })),
      )
      await withDesk(async (desk) => {
        const project = await addProject(desk, {
          name,
          languages: { source, target },
          by: null,
          operationId: randomUUID(),
        })
        for (const document of documents) {
          try {
            const { id } = await importDocument(desk, { project, ...document, by: null, operationId: randomUUID() })
            const counts = await countsOf(desk.db, [id])
            console.error(ENGLISH.command.imported(document.name, counts.get(id)!.all))
            console.log(id)
          } catch (error) {
            // The others may still be new.
            if (!(error instanceof Conflict)) throw error
            console.error(error.message)
            process.exitCode = 1
          }
        }
      })
    })

/** A file's bytes, once it is certain that it can be imported: one that cannot leaves no project behind, and no half of a list. */
async function readable(file: string, language: string): Promise<Uint8Array> {
  const bytes = await readBytes(file)
  if (bytes.length > LARGEST_DOCUMENT) throw new Invalid((m) => m.desk.tooLarge(LARGEST_DOCUMENT))
  let segments = 0
  for await (const _ of segmentsOfFile(file, language)) segments += 1
  if (segments === 0) throw new Invalid((m) => m.formats.empty)
  return bytes
}
