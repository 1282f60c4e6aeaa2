import { Command, Option } from 'commander'
import { ourRules } from '../desk/ourRules.ts'
import { readSrx } from '../segmentation/srx.ts'
import { decodeStream } from '../text/decode.ts'
import { readChunks } from './input.ts'
import { writeLine } from './output.ts'
import { segmentsOfFile } from './units.ts'

interface Options {
  language: string
  rules?: string
}

export const segmentFile = () =>
  new Command('segment')
    .description('cut a document into segments: one JSON line each')
    .argument('<file>', 'text or Markdown')
    .addOption(new Option('--language <language>', 'language of the document (BCP 47)').default('fr'))
    .option('--rules <file>', 'segmentation rules (SRX 1.0 or 2.0) instead of those of the desk')
    .action(async (file: string, { language, rules: own }: Options) => {
      const rules = own === undefined ? await ourRules(language) : await rulesOfFile(own, language)
      for await (const segment of segmentsOfFile({ file }, rules)) await writeLine(JSON.stringify(segment))
    })

async function rulesOfFile(file: string, language: string) {
  return (await readSrx(decodeStream(readChunks(file)))).rulesFor(language)
}
