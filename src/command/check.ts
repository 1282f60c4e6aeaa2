import { Command, Option } from 'commander'
import { judge } from '../../glossary/judge.ts'
import { mentionsIn } from '../../glossary/ledger.ts'
import { CHECKS, runChecks } from '../checks/index.ts'
import { ENGLISH } from '../messages/index.ts'
import { plain } from '../text/tags.ts'
import type { Unit } from '../unit.ts'
import { writeLine } from './output.ts'
import { quoted, REPORT_FORMATS, type Reported, type ReportFormat, reportsBy } from './reports.ts'
import { dateOption, glossaryOption, sourceOption, targetOption } from './settings.ts'
import { termbaseFrom } from './termbase.ts'
import { unitsOfFile } from './units.ts'

interface Options {
  source: string
  target: string
  glossary?: string
  date: string
  format: ReportFormat
  failOn: 'error' | 'warning'
}

export const check = () =>
  new Command('check')
    .description('check a bilingual file against a glossary; ends with 1 when it finds something')
    .argument('<file>', 'a bilingual file: TMX, XLIFF, CSV, TSV, PO')
    .addOption(glossaryOption())
    .addOption(sourceOption())
    .addOption(targetOption())
    .addOption(dateOption())
    .addOption(new Option('--format <format>', 'how findings are written').choices(REPORT_FORMATS).default('text'))
    .addOption(
      new Option('--fail-on <severity>', 'from which severity on it fails')
        .choices(['error', 'warning'])
        .default('error'),
    )
    .action(async (file: string, { source, target, glossary, date, format, failOn }: Options) => {
      const languages = { source, target }
      const termbase = await termbaseFrom(glossary, languages)
      const mentions = new Mentions()
      const found = { units: 0, error: 0, warning: 0, info: 0 }
      const { head = [], line, foot = [] } = reportsBy(CHECKS)[format]
      let first = true

      for (const text of head) await writeLine(text)

      for await (const unit of unitsOfFile(file, languages)) {
        found.units += 1
        const from = plain(unit.source, unit.codes ?? [])
        const to = plain(unit.target, unit.codes ?? [])
        const mentioned = mentions.of(unit)
        const ledger = judge(termbase, from.text, to.text, { date, mentioned })
        for (const concept of mentionsIn(ledger)) mentioned.add(concept)
        for (const failure of runChecks({ source: from.text, target: to.text, languages, ledger })) {
          found[failure.severity] += 1
          const finding: Reported = {
            unit: found.units,
            id: unit.id ?? null,
            check: failure.check,
            severity: failure.severity,
            concept: failure.concept ?? null,
            source: failure.source ? quoted(unit.source, from, failure.source) : null,
            target: failure.target ? quoted(unit.target, to, failure.target) : null,
            expected: failure.expected ?? [],
            message: failure.message(ENGLISH),
          }
          await writeLine(line(finding, file, first))
          first = false
        }
      }
      for (const text of foot) await writeLine(text)
      console.error(ENGLISH.command.checked(found.units, found.error, found.warning))
      if (found.error > 0 || (failOn === 'warning' && found.warning > 0)) process.exitCode = 1
    })

/** The concepts mentioned so far in each document of the file; units that name none are one document. */
class Mentions {
  readonly #documents = new Map<string | undefined, Set<string>>()

  of({ document }: Unit): Set<string> {
    const mentioned = this.#documents.get(document) ?? new Set()
    this.#documents.set(document, mentioned)
    return mentioned
  }
}
