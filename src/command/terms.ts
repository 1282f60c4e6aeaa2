import { Command, Option } from 'commander'
import { recognise } from '../../glossary/recognise.ts'
import { Invalid } from '../errors.ts'
import { DOCUMENT_FORMATS } from '../formats/documents.ts'
import { READABLE } from '../formats/index.ts'
import { ENGLISH, type Say } from '../messages/index.ts'
import { plain } from '../text/tags.ts'
import { eachFile } from './eachFile.ts'
import { DONE, UNREADABLE } from './failure.ts'
import { writeLine } from './output.ts'
import { PassedOver } from './passedOver.ts'
import { quoted, type Reported, Reporter, type ReportFormat } from './reports.ts'
import { dateOption, glossaryOption, inputFormatOption, reportOption, targetOption } from './settings.ts'
import { stands, termbaseFrom } from './termbase.ts'
import { sourcesOfFile } from './units.ts'

interface Options {
  language: string
  target: string
  glossary?: string
  date: string
  inputFormat?: string
  format: ReportFormat
}

/** A term where it stands, as it leaves the command. `text`, `start` and `end` are of the unit's text as read. */
interface Occurrence extends Pick<Reported, 'unit' | 'file' | 'line'> {
  concept: string
  term: string
  text: string
  start: number
  end: number
}

const RULE = { id: 'glossary.term', title: ((m) => m.command.termRule) satisfies Say, severity: 'info' } as const

export const terms = () =>
  new Command('terms')
    .description('recognise the terms of a glossary in files')
    .argument('<file...>', 'documents, or bilingual files; “-” is standard input')
    .addOption(glossaryOption())
    .addOption(new Option('--language <language>', 'language to look for (BCP 47)').default('fr'))
    .addOption(targetOption())
    .addOption(dateOption())
    .addOption(inputFormatOption([...DOCUMENT_FORMATS, ...READABLE]))
    .addOption(reportOption('how occurrences are written').default('json'))
    .action(async (files: string[], { language, target, glossary, date, inputFormat, format }: Options) => {
      const languages = { source: language, target }
      const termbase = await termbaseFrom(glossary, languages, (concept) => stands(concept, language))
      const reporter = new Reporter([RULE], format)

      async function recogniseIn(file: string): Promise<void> {
        const passed = new PassedOver()
        let unit = 0
        for await (const source of sourcesOfFile({ file, format: inputFormat }, languages, passed.add)) {
          unit += 1
          const words = plain(source.text, source.codes)
          for (const found of recognise(termbase, 'source', words.text, date)) {
            const occurrence: Occurrence = {
              unit,
              concept: found.concept.id,
              term: found.term.text,
              ...quoted(source.text, words, found),
              file,
              line: source.line ?? null,
            }
            if (format === 'json') await writeLine(JSON.stringify(occurrence))
            else await reporter.write(reported(occurrence, found.text))
          }
        }
        passed.say(file, languages)
        if (unit === 0) throw new Invalid((m) => m.command.nothingToRead(language))
      }

      await reporter.begin()
      const unreadable = await eachFile(files, recogniseIn)
      await reporter.end(unreadable === 0)
      process.exitCode = unreadable > 0 ? UNREADABLE : DONE
    })

/** An occurrence for people and for SARIF; `words` are those that stand there, without tags. */
const reported = ({ unit, concept, term, text, start, end, file, line }: Occurrence, words: string): Reported => ({
  unit,
  id: null,
  check: RULE.id,
  severity: RULE.severity,
  concept,
  source: { text, start, end },
  target: null,
  expected: [],
  message: ENGLISH.command.term(words, term, concept),
  file,
  line,
})
