import { Command, Option } from 'commander'
import { recognise } from '../../glossary/recognise.ts'
import { plain } from '../text/tags.ts'
import { writeLine } from './output.ts'
import { dateOption, glossaryOption, targetOption } from './settings.ts'
import { termbaseFrom } from './termbase.ts'
import { sourcesOfFile } from './units.ts'

interface Options {
  language: string
  target: string
  glossary?: string
  date: string
}

export const terms = () =>
  new Command('terms')
    .description('recognise the terms of a glossary in a file: one JSON line an occurrence')
    .argument('<file>', 'a document, or a bilingual file')
    .addOption(glossaryOption())
    .addOption(new Option('--language <language>', 'language to look for (BCP 47)').default('fr'))
    .addOption(targetOption())
    .addOption(dateOption())
    .action(async (file: string, { language, target, glossary, date }: Options) => {
      const languages = { source: language, target }
      const termbase = await termbaseFrom(glossary, languages)
      let unit = 0
      for await (const { text, codes } of sourcesOfFile(file, languages)) {
        unit += 1
        const words = plain(text, codes)
        for (const { concept, term, start, end } of recognise(termbase, 'source', words.text, date)) {
          const [from, to] = words.spanOf(start, end)
          const occurrence = {
            unit,
            concept: concept.id,
            term: term.text,
            text: text.slice(from, to),
            start: from,
            end: to,
          }
          await writeLine(JSON.stringify(occurrence))
        }
      }
    })
