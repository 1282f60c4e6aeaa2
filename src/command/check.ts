import { Command, Option } from 'commander'
import { mentionsIn } from '../../glossary/ledger.ts'
import { CHECKS } from '../checks/index.ts'
import { judgeSegment } from '../desk/judgeSegment.ts'
import { Invalid } from '../errors.ts'
import { READABLE } from '../formats/index.ts'
import { ENGLISH } from '../messages/index.ts'
import { plain } from '../text/tags.ts'
import type { Unit } from '../unit.ts'
import { eachFile } from './eachFile.ts'
import { DONE, REFUSED, UNREADABLE } from './failure.ts'
import { PassedOver } from './passedOver.ts'
import { quoted, Reporter, type ReportFormat } from './reports.ts'
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
        const mentions = new Mentions()
        const passed = new PassedOver()
        let number = 0
        let translated = 0
        for await (const unit of unitsOfFile({ file, format: inputFormat }, languages, passed.add)) {
          number += 1
          found.units += 1
          if (unit.target.trim() !== '') translated += 1
          const { codes = [], waivers = [] } = unit
          const segment = { source: unit.source, codes, languages, date, position: number }
          const mentioned = mentions.of(unit)
          const around = { mentions: mentioned, waivers }
          const { ledger, failures } = judgeSegment({ termbase: () => termbase }, segment, unit.target, around)
          for (const concept of mentionsIn(ledger)) if (!mentioned.has(concept)) mentioned.set(concept, number)
          for (const failure of failures) {
            found[failure.severity] += 1
            await reporter.write({
              unit: number,
              id: unit.id ?? null,
              check: failure.check,
              severity: failure.severity,
              concept: failure.concept ?? null,
              source: failure.source ? quoted(unit.source, plain(unit.source, codes), failure.source) : null,
              target: failure.target ? quoted(unit.target, plain(unit.target, codes), failure.target) : null,
              expected: failure.expected ?? [],
              message: failure.message(ENGLISH),
              file,
              line: unit.line ?? null,
            })
          }
        }
        passed.say(file, languages)
        if (translated === 0) throw new Invalid((m) => m.command.nothingToCheck(source, target))
      }

      await reporter.begin()
      const unreadable = await eachFile(files, checkFile)
      await reporter.end(unreadable === 0)
      if (found.units > 0) console.error(ENGLISH.command.checked(found.units, found.error, found.warning))
      const failing = found.error + (failOn === 'warning' ? found.warning : 0)
      process.exitCode = unreadable > 0 ? UNREADABLE : failing > 0 ? REFUSED : DONE
    })

/** Where each document of a file first renders what is to be introduced; units that name none are one document. */
class Mentions {
  readonly #documents = new Map<string | undefined, Map<string, number>>()

  of({ document }: Unit): Map<string, number> {
    const mentioned = this.#documents.get(document) ?? new Map()
    this.#documents.set(document, mentioned)
    return mentioned
  }
}
