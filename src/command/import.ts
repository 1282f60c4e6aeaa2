import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { Command, Option } from 'commander'
import { countsOf } from '../../db/documents.ts'
import type { ProjectRow } from '../../db/projects.ts'
import { addProject } from '../desk/addProject.ts'
import type { Desk } from '../desk/desk.ts'
import { importDocument, readDocument } from '../desk/importDocument.ts'
import { rulesOf } from '../desk/rulesOf.ts'
import { CalledOff, Conflict, Invalid } from '../errors.ts'
import { documentEndings, documentFormatOf } from '../formats/documents.ts'
import { formatOf, READABLE } from '../formats/index.ts'
import { ENGLISH } from '../messages/index.ts'
import type { AskedEncoding } from '../text/encoding.ts'
import { type LanguagePair, SEGMENTATIONS, type Segmentation } from '../unit.ts'
import { withDesk } from './desk.ts'
import { importMemoryFile, type MemoryFile, mustHaveUnits } from './importMemory.ts'
import { readBytes } from './input.ts'
import { dateOption, encodingOption, sourceOption, targetOption } from './settings.ts'

interface Options {
  project: string
  source: string
  target: string
  date: string
  segmentation?: Segmentation
  encoding?: AskedEncoding
  memory?: boolean
}

interface Document {
  name: string
  bytes: Uint8Array
  encoding: AskedEncoding | undefined
  date: string
}

const bilingualEndings = () => [...new Set(READABLE.flatMap(({ extensions }) => extensions))]

export const importFiles = () =>
  new Command('import')
    .description('bring files into a project, which is begun if there is none of that name')
    .argument(
      '<file...>',
      `documents (${documentEndings().join(' ')}), or bilingual files for the memory (${bilingualEndings().join(' ')})`,
    )
    .requiredOption('--project <name>', 'project to import into')
    .addOption(sourceOption())
    .addOption(targetOption())
    .addOption(dateOption())
    .addOption(new Option('--segmentation <rows>', 'what a row is in a project that is begun').choices(SEGMENTATIONS))
    .addOption(encodingOption())
    .option('--memory', 'into the memory, also what could be a document')
    .action(async (files: string[], { project: name, source, target, memory = false, ...options }: Options) => {
      const { segmentation } = options
      // One that cannot be read leaves no project behind, and no half of a list.
      const read: (Document | MemoryFile)[] = []
      for (const file of files) {
        const format = memoryFormatOf(file, memory)
        if (format === undefined) read.push(await documentIn(file, { source, target }, options))
        else {
          await mustHaveUnits({ file, format }, { source, target })
          read.push({ file, format })
        }
      }
      await withDesk(async (desk) => {
        const project = await addProject(desk, {
          name,
          languages: { source, target },
          segmentation,
          by: null,
          operationId: randomUUID(),
        })
        for (const file of read) {
          try {
            if ('bytes' in file) await importDocumentFile(desk, project, file)
            else await importMemoryFile(desk, project, file)
          } catch (error) {
            // The others may still be new.
            if (!(error instanceof Conflict) || error instanceof CalledOff) throw error
            console.error(error.message)
            process.exitCode = 1
          }
        }
      })
    })

/** The format of a file for the memory; nothing where it is a document. @throws Invalid where it is neither. */
function memoryFormatOf(file: string, wanted: boolean) {
  if (!wanted && documentFormatOf(file) !== undefined) return undefined
  const format = formatOf(file)
  if (format !== undefined) return format
  const known = wanted ? bilingualEndings() : [...new Set([...documentEndings(), ...bilingualEndings()])]
  throw new Invalid((m) => m.desk.unknownFormat(basename(file), known))
}

async function documentIn(
  file: string,
  languages: LanguagePair,
  { date, encoding, segmentation = 'sentence' }: Pick<Options, 'date' | 'encoding' | 'segmentation'>,
): Promise<Document> {
  const document = { name: basename(file), bytes: await readBytes(file), encoding, date }
  const rules = await rulesOf({ source: languages.source, segmentation, rules: null })
  await readDocument(document.name, document, languages, rules)
  return document
}

async function importDocumentFile(desk: Desk, project: ProjectRow, document: Document): Promise<void> {
  const { id } = await importDocument(desk, { project, ...document, by: null, operationId: randomUUID() })
  const counts = await countsOf(desk.db, [id])
  console.error(ENGLISH.command.imported(document.name, counts.get(id)!.all))
  console.log(id)
}
