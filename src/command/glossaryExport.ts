import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Command } from 'commander'
import { ENGLISH } from '../messages/index.ts'
import { deskGlossary } from './deskGlossary.ts'
import { glossaryFormatFor, glossaryFormatOption } from './glossaryFormat.ts'
import { writeWhole } from './output.ts'

interface Options {
  format?: string
  output?: string
}

export const exportGlossary = () =>
  new Command('export')
    .description('write the glossary in force on the desk; works while the desk is served')
    .addOption(glossaryFormatOption())
    .option('-o, --output <file>', 'file to write, whose ending says the format (CSV to standard output without it)')
    .action(async ({ format: id, output }: Options) => {
      const format = glossaryFormatFor(output ?? 'glossary.csv', id)
      const concepts = await deskGlossary()
      for (const loss of format.losses(concepts)) console.error(loss(ENGLISH))
      const file = format.write(concepts)
      if (output === undefined) await pipeline(Readable.from(file), process.stdout, { end: false })
      else await writeWhole(output, file)
    })
