import { Command, Option } from 'commander'
import { ourRules } from '../desk/ourRules.ts'
import { documentEndings } from '../formats/documents.ts'
import { readSrx } from '../segmentation/srx.ts'
import { decodeStream } from '../text/decode.ts'
import type { AskedEncoding } from '../text/encoding.ts'
import { readChunks } from './input.ts'
import { writeLine } from './output.ts'
import { encodingOption } from './settings.ts'
import { segmentsOfFile } from './units.ts'

interface Options {
  language: string
  rules?: string
  encoding?: AskedEncoding
}

export const segmentFile = () =>
  new Command('segment')
    .description('cut a document into segments: one JSON line each')
    .argument('<file>', documentEndings().join(' '))
    .addOption(new Option('--language <language>', 'language of the document (BCP 47)').default('fr'))
    .option('--rules <file>', 'segmentation rules (SRX 1.0 or 2.0) instead of those of the desk')
    .addOption(encodingOption())
    .action(async (file: string, { language, rules: own, encoding }: Options) => {
      const rules = own === undefined ? await ourRules(language) : await rulesOfFile(own, language)
      for await (const segment of segmentsOfFile({ file, encoding }, rules)) await writeLine(JSON.stringify(segment))
    })

async function rulesOfFile(file: string, language: string) {
  return (await readSrx(decodeStream(readChunks(file)))).rulesFor(language)
}
