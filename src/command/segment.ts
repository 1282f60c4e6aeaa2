import { Command, Option } from 'commander'
import { writeLine } from './output.ts'
import { segmentsOfFile } from './units.ts'

export const segmentFile = () =>
  new Command('segment')
    .description('cut a document into segments: one JSON line each')
    .argument('<file>', 'text or Markdown')
    .addOption(new Option('--language <language>', 'language of the document (BCP 47)').default('fr'))
    .action(async (file: string, { language }: { language: string }) => {
      for await (const segment of segmentsOfFile({ file }, language)) await writeLine(JSON.stringify(segment))
    })
