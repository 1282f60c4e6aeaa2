import { Command } from 'commander'
import { ENGLISH } from '../messages/index.ts'
import { glossaryFormatFor, glossaryFormatOption } from './glossaryFormat.ts'
import { writeWhole } from './output.ts'
import { glossaryFrom } from './termbase.ts'

export const convertGlossary = () =>
  new Command('convert')
    .description('write a glossary in another format; says what that format cannot carry')
    .argument('<in>', 'CSV or TBX')
    .argument('<out>', 'its ending says the format, unless --format does')
    .addOption(glossaryFormatOption())
    .action(async (from: string, to: string, { format: id }: { format?: string }) => {
      const format = glossaryFormatFor(to, id)
      const { concepts } = await glossaryFrom(from)
      for (const loss of format.losses(concepts)) console.error(loss(ENGLISH))
      await writeWhole(to, format.write(concepts))
    })
