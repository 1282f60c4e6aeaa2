import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { Command, Option } from 'commander'
import { countsOf } from '../../db/documents.ts'
import { addProject } from '../desk/addProject.ts'
import { importDocument, readDocument } from '../desk/importDocument.ts'
import { rulesOf } from '../desk/rulesOf.ts'
import { Conflict } from '../errors.ts'
import { DOCUMENT_FORMATS } from '../formats/documents.ts'
import { ENGLISH } from '../messages/index.ts'
import type { AskedEncoding } from '../text/encoding.ts'
import { SEGMENTATIONS, type Segmentation } from '../unit.ts'
import { withDesk } from './desk.ts'
import { readBytes } from './input.ts'
import { dateOption, encodingOption, sourceOption, targetOption } from './settings.ts'

interface Options {
  project: string
  source: string
  target: string
  date: string
  segmentation?: Segmentation
  encoding?: AskedEncoding
}

export const importFiles = () =>
  new Command('import')
    .description('bring documents into a project, which is begun if there is none of that name')
    .argument('<file...>', DOCUMENT_FORMATS.flatMap(({ extensions }) => extensions).join(' '))
    .requiredOption('--project <name>', 'project to import into')
    .addOption(sourceOption())
    .addOption(targetOption())
    .addOption(dateOption())
    .addOption(new Option('--segmentation <rows>', 'what a row is in a project that is begun').choices(SEGMENTATIONS))
    .addOption(encodingOption())
    .action(async (files: string[], { project: name, source, target, segmentation, date, encoding }: Options) => {
      const documents = await Promise.all(
        files.map(async (file) => ({ name: basename(file), bytes: await readBytes(file), encoding })),
      )
      // One that cannot be read leaves no project behind, and no half of a list.
      const rules = await rulesOf({ source, segmentation: segmentation ?? 'sentence', rules: null })
      for (const { name, ...original } of documents) await readDocument(name, original, rules)
      await withDesk(async (desk) => {
        const project = await addProject(desk, {
          name,
          languages: { source, target },
          segmentation,
          by: null,
          operationId: randomUUID(),
        })
        for (const document of documents) {
          try {
            const { id } = await importDocument(desk, {
              project,
              ...document,
              date,
              by: null,
              operationId: randomUUID(),
            })
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
