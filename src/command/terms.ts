import { Command, Option } from 'commander'
import { recognise } from '../../glossary/recognise.ts'
import { ENGLISH, type Say } from '../messages/index.ts'
import { plain } from '../text/tags.ts'
import { writeLine } from './output.ts'
import { quoted, REPORT_FORMATS, type ReportFormat, reportsBy } from './reports.ts'
import { dateOption, glossaryOption, targetOption } from './settings.ts'
import { termbaseFrom } from './termbase.ts'
import { sourcesOfFile } from './units.ts'

interface Options {
  language: string
  target: string
  glossary?: string
  date: string
  format: ReportFormat
}

interface Occurrence {
  unit: number
  concept: string
  term: string
  text: string
  start: number
  end: number
}

const RULE = { id: 'glossary.term', title: ((m) => m.command.termRule) satisfies Say, severity: 'info' } as const

export const terms = () =>
  new Command('terms')
    .description('recognise the terms of a glossary in a file')
    .argument('<file>', 'a document, or a bilingual file')
    .addOption(glossaryOption())
    .addOption(new Option('--language <language>', 'language to look for (BCP 47)').default('fr'))
    .addOption(targetOption())
    .addOption(dateOption())
    .addOption(new Option('--format <format>', 'how occurrences are written').choices(REPORT_FORMATS).default('json'))
    .action(async (file: string, { language, target, glossary, date, format }: Options) => {
      const languages = { source: language, target }
      const termbase = await termbaseFrom(glossary, languages)
      const { head = [], line, foot = [] } = reportsBy([RULE])[format]
      let unit = 0
      let first = true
      for (const text of head) await writeLine(text)
      for await (const { text, codes } of sourcesOfFile(file, languages)) {
        unit += 1
        const words = plain(text, codes)
        for (const { concept, term, start, end } of recognise(termbase, 'source', words.text, date)) {
          const occurrence = { unit, concept: concept.id, term: term.text, ...quoted(text, words, { start, end }) }
          await writeLine(format === 'json' ? JSON.stringify(occurrence) : line(reported(occurrence), file, first))
          first = false
        }
      }
      for (const text of foot) await writeLine(text)
    })

const reported = ({ unit, concept, term, text, start, end }: Occurrence) => ({
  unit,
  id: null,
  check: RULE.id,
  severity: RULE.severity,
  concept,
  source: { text, start, end },
  target: null,
  expected: [],
  message: ENGLISH.command.term(text, term, concept),
})
