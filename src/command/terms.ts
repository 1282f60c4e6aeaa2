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
import { quoted, Reporter, type ReportFormat } from './reports.ts'
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
        for await (const { text, codes, line = null } of sourcesOfFile(
          { file, format: inputFormat },
          languages,
          passed.add,
        )) {
          unit += 1
          const words = plain(text, codes)
          for (const { concept, term, text: shown, start, end } of recognise(termbase, 'source', words.text, date)) {
            const place = quoted(text, words, { start, end })
            if (format === 'json') {
              await writeLine(JSON.stringify({ unit, concept: concept.id, term: term.text, ...place, file, line }))
              continue
            }
            await reporter.write({
              unit,
              id: null,
              check: RULE.id,
              severity: RULE.severity,
              concept: concept.id,
              source: place,
              target: null,
              expected: [],
              message: ENGLISH.command.term(shown, term.text, concept.id),
              file,
              line,
            })
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
