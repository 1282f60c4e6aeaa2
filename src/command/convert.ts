import { Command } from 'commander'
import { Invalid } from '../errors.ts'
import { READABLE } from '../formats/index.ts'
import { ENGLISH } from '../messages/index.ts'
import type { Unit } from '../unit.ts'
import { formatOption, formatToWrite } from './formatToWrite.ts'
import { Lost } from './lost.ts'
import { writeOut } from './output.ts'
import { PassedOver } from './passedOver.ts'
import { inputFormatOption, sourceOption, targetOption } from './settings.ts'
import { unitsOfFile } from './units.ts'

interface Options {
  source: string
  target: string
  inputFormat?: string
  format?: string
}

export const convert = () =>
  new Command('convert')
    .description('write a bilingual file in another format; says what that format cannot carry')
    .argument('<in>', 'TMX, XLIFF, CSV, TSV or PO; “-” is standard input')
    .argument('<out>', 'its ending says the format, unless --format does; “-” is standard output')
    .addOption(sourceOption())
    .addOption(targetOption())
    .addOption(inputFormatOption(READABLE))
    .addOption(formatOption())
    .action(async (from: string, to: string, { source, target, inputFormat, format: id }: Options) => {
      const languages = { source, target }
      const format = formatToWrite(to, id)
      const passed = new PassedOver()
      const lost = new Lost(format)

      async function* converted(): AsyncGenerator<Unit> {
        yield* lost.seen(unitsOfFile({ file: from, format: inputFormat }, languages, passed.add))
        passed.say(from, languages)
        if (lost.passed === 0) throw new Invalid((m) => m.command.nothingToConvert(source, target))
      }
      await writeOut(to, format.write(converted(), languages))
      lost.say()
      console.error(ENGLISH.command.converted(to, lost.passed))
    })
