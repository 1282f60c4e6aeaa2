import { Command, Option } from 'commander'
import { CHECKS, type Failure } from '../checks/index.ts'
import { Invalid } from '../errors.ts'
import { READABLE } from '../formats/index.ts'
import { ENGLISH } from '../messages/index.ts'
import { plain } from '../text/tags.ts'
import { eachFile } from './eachFile.ts'
import { DONE, REFUSED, UNREADABLE } from './failure.ts'
import { type JudgedUnit, judgeUnits } from './judgeUnits.ts'
import { PassedOver } from './passedOver.ts'
import { quoted, type Reported, Reporter, type ReportFormat } from './reports.ts'
import { dateOption, glossaryOption, inputFormatOption, reportOption, sourceOption, targetOption } from './settings.ts'
import { judges, termbaseFrom } from './termbase.ts'
import { unitsOfFile } from './units.ts'

interface Options {
  source: string
  target: string
  glossary?: string
  date: string
  inputFormat?: string
  format: ReportFormat
  failOn: 'error' | 'warning'
}

export const check = () =>
  new Command('check')
    .description('check bilingual files against a glossary; ends with 1 when it finds something')
    .argument('<file...>', 'bilingual files: TMX, XLIFF, CSV, TSV, PO; “-” is standard input')
    .addOption(glossaryOption())
    .addOption(sourceOption())
    .addOption(targetOption())
    .addOption(dateOption())
    .addOption(inputFormatOption(READABLE))
    .addOption(reportOption('how findings are written').default('text'))
    .addOption(
      new Option('--fail-on <severity>', 'from which severity on it fails')
        .choices(['error', 'warning'])
        .default('error'),
    )
    .action(async (files: string[], { source, target, glossary, date, inputFormat, format, failOn }: Options) => {
      const languages = { source, target }
      const termbase = await termbaseFrom(glossary, languages, judges)
      const found = { units: 0, error: 0, warning: 0, info: 0 }
      const reporter = new Reporter(CHECKS, format)

      async function checkFile(file: string): Promise<void> {
        const passed = new PassedOver()
        const units = unitsOfFile({ file, format: inputFormat }, languages, passed.add)
        let [translated, empty] = [0, 0]
        for await (const judged of judgeUnits(units, termbase, date)) {
          if (judged.unit.target.trim() === '') empty += 1
          else translated += 1
          for (const failure of judged.failures) {
            found[failure.severity] += 1
            await reporter.write(reported(file, judged, failure))
          }
        }
        passed.say(file, languages)
        found.units += translated
        if (translated > 0 && empty > 0) console.error(`${file}: ${ENGLISH.command.notTranslated(empty)}`)
        if (translated === 0) throw new Invalid((m) => m.command.nothingToCheck(source, target))
      }

      await reporter.begin()
      const unreadable = await eachFile(files, checkFile)
      await reporter.end(unreadable === 0)
      if (found.units > 0) console.error(ENGLISH.command.checked(found.units, found.error, found.warning))
      const failing = found.error + (failOn === 'warning' ? found.warning : 0)
      process.exitCode = unreadable > 0 ? UNREADABLE : failing > 0 ? REFUSED : DONE
    })

function reported(file: string, { unit, number }: JudgedUnit, failure: Failure): Reported {
  const { source, target, codes = [] } = unit
  return {
    unit: number,
    id: unit.id ?? null,
    check: failure.check,
    severity: failure.severity,
    concept: failure.concept ?? null,
    source: failure.source ? quoted(source, plain(source, codes), failure.source) : null,
    target: failure.target ? quoted(target, plain(target, codes), failure.target) : null,
    expected: failure.expected ?? [],
    message: failure.message(ENGLISH),
    file,
    line: unit.line ?? null,
  }
}
